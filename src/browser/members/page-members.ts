import type { BetaBrowserNavigateResult } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { BetaBrowserReadPageInput } from '@anthropic-ai/sdk/resources/beta';
import type { Driver } from '../driver';
import { destinationOf, goTo } from '../navigation';
import type { OpenTab } from '../open-tab';
import { refError } from '../page-problem';
import { callReader } from '../page-reader';
import { findInTree, readTree } from '../page-tree';
import { pause } from '../wait';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

const PAGE_TEXT_CAP = 50_000;

/** Opens a URL, or moves in the tab's history. */
export async function navigate(
  driver: Driver,
  tabId: TabId,
  url: string,
  given: Signal,
): Promise<BetaBrowserNavigateResult> {
  const destination = destinationOf(url);
  const go = async (tab: OpenTab, signal: AbortSignal) => {
    if (!tab.health.crashed.aborted) await driver.expectLeaving(tab);
    await driver.tellNavigation(tab, url);
    const { status } = await goTo(tab.session, destination, signal).finally(() => driver.tabs.refresh(tab.tabId));
    if (status !== undefined) driver.notes.add({ httpStatus: status });
    return { url: tab.url, title: tab.title, ...(status === undefined ? {} : { status }) };
  };
  return driver.on(tabId, given, go, { evenCrashed: true });
}

/** The page as a tree with refs. */
export async function readPage(driver: Driver, input: BetaBrowserReadPageInput, given: Signal): Promise<string> {
  return driver.on(input.tab_id, given, async (tab, signal) => {
    const { filter, depth, ref } = input;
    const options = { ...(filter ? { filter } : {}), ...(depth ? { depth } : {}), ...(ref ? { ref } : {}) };
    const read = await readTree(tab, options, signal);
    if (!read.ok) throw refError(read);
    driver.tabs.usedRefs(tab.tabId, read.nextRef);
    return (await wordsForNoPage(tab, read.text, signal)) ?? read.text;
  });
}

/** Up to 20 elements that fit a description. */
export async function find(driver: Driver, tabId: TabId, query: string, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    const found = await findInTree(tab, query, signal);
    if ('ok' in found) throw refError(found);
    driver.tabs.usedRefs(tab.tabId, found.nextRef);
    return found.text;
  });
}

/** The main content as text. */
export async function getPageText(driver: Driver, tabId: TabId, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    const { text } = await callReader(tab.tabId, 'pageText', [{ cap: PAGE_TEXT_CAP }], signal);
    return (await wordsForNoPage(tab, text, signal)) ?? text;
  });
}

/** Lets time pass, on any page. */
export async function wait(driver: Driver, tabId: TabId, seconds: number, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    await pause(seconds * 1000, signal);
    await driver.tabs.refresh(tab.tabId);
    return driver.news(tab, signal);
  });
}

/** What to say of a document without elements; undefined for a page. Asked only where hardly anything was read. */
async function wordsForNoPage(tab: OpenTab, text: string, signal: AbortSignal): Promise<string | undefined> {
  if (text.length > 300) return undefined;
  const type = await callReader(tab.tabId, 'documentType', [], signal);
  if (/^(image|video|audio)\//.test(type))
    return `This is no page but a file of type ${type}. Look at it with screenshot.`;
  return undefined;
}
