import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { Rect } from '../dom/rect';
import type { TargetEvidence } from '../policy/evidence';
import { CallNotes } from './call-notes';
import type { Dialogs } from './dialogs';
import { type FilePolicy, NO_FILES, withDownloads } from './file-policy';
import type { OpenTab } from './open-tab';
import type { OptionalMembers } from './optional-members';
import { pageError } from './page-problem';
import { callReader } from './page-reader';
import { wentAway } from './session-loss';
import { SettleWatch } from './settle';
import { changesInFrames } from './tab-frames';
import { wordsForLost } from './tab-loss';
import type { TaskTabs } from './task-tabs';
import type { InputAction, ToolsetHooks } from './toolset-hooks';
import { unless } from './wait';

/** A small download ends with the action that began it; a large one is told later. */
const DOWNLOAD_MS = 2000;

export interface DriverOptions {
  tabs: TaskTabs;
  dialogs: Dialogs;
  hooks: ToolsetHooks;
  /** Members that the API leaves off by default; without it all of them are. */
  optional?: OptionalMembers;
  /** What may be uploaded; without it nothing. */
  files?: FilePolicy;
  /** Whether screenshots number what can be operated. */
  marks?: boolean;
  /** Ends with the task. */
  signal: AbortSignal;
}

/** An input as the policy and the timeline are told of it. */
export interface Act {
  member: string;
  keys?: string;
  label?: string;
  rect?: Rect;
  evidence?: TargetEvidence;
}

/** What all members share: the task's tabs, and how a page is acted on. */
export class Driver {
  readonly tabs: TaskTabs;
  readonly files: FilePolicy;
  readonly marks: boolean;
  readonly notes = new CallNotes();
  readonly #dialogs: Dialogs;
  readonly #hooks: ToolsetHooks;
  readonly #life: AbortSignal;

  constructor({ tabs, dialogs, hooks, files = NO_FILES, marks = false, signal }: DriverOptions) {
    this.tabs = tabs;
    this.files = withDownloads(files, tabs.downloads);
    this.marks = marks;
    this.#dialogs = dialogs;
    this.#hooks = hooks;
    this.#life = signal;
  }

  /** Call it before a page is left: it asks nobody then. */
  async expectLeaving(tab: OpenTab): Promise<void> {
    await this.#dialogs.expect(tab.tabId);
  }

  /** Tells the policy that an address is opened: what the page before it was about is over. */
  async tellNavigation(tab: OpenTab, destination: string): Promise<void> {
    const page = { url: tab.url, title: tab.title, lang: '' };
    await this.#hooks.beforeInput(tab.tabId, { member: 'navigate', keys: destination, page });
  }

  /** Tells the policy of an input that follows another one in the same call: it may go to something else. */
  async tellFurther(tab: OpenTab, act: Act, signal: AbortSignal): Promise<void> {
    await this.#hooks.beforeInput(tab.tabId, inputOf(act, await callReader(tab.tabId, 'page', [], signal)));
    signal.throwIfAborted();
  }

  /** True when a person allowed this very script. */
  async mayRunScript(tabId: number, script: string): Promise<boolean> {
    return (await this.#hooks.mayRunScript?.(tabId, script)) ?? false;
  }

  /**
   * Runs one member on a tab. What Chrome throws comes out as a ToolError in words, except for a stop of the task.
   *
   * @param tabId as the model sent it
   * @param options `evenCrashed` is for what brings a page back to life
   */
  async on<T>(
    tabId: string | null | undefined,
    given: AbortSignal | null | undefined,
    work: (tab: OpenTab, signal: AbortSignal) => Promise<T>,
    { evenCrashed = false } = {},
  ): Promise<T> {
    await this.tabs.underway.done();
    const tab = this.tabs.get(tabId);
    const stopped = given ? AbortSignal.any([given, this.#life]) : this.#life;
    const { crashed } = tab.health;
    const signal = AbortSignal.any([stopped, tab.session.gone, ...(evenCrashed ? [] : [crashed])]);
    try {
      signal.throwIfAborted();
      return await unless(signal, work(tab, signal));
    } catch (error) {
      stopped.throwIfAborted();
      if (!evenCrashed) crashed.throwIfAborted();
      const lost = (await wentAway(tab.session, error)) ? await wordsForLost(this.tabs, tab.tabId) : undefined;
      if (lost) throw new ToolError(lost);
      throw error instanceof ToolError ? error : pageError(error);
    } finally {
      this.notes.add({ url: tab.url, title: tab.title });
    }
  }

  /**
   * Does one thing to a page: tells the policy first, presses, waits until the page has settled, and answers with one
   * line about what changed, empty when nothing did.
   */
  async act(tab: OpenTab, act: Act, press: () => Promise<void>, signal: AbortSignal): Promise<string> {
    if (act.label) this.notes.add({ target: act.label });
    const [page] = await Promise.all([
      callReader(tab.tabId, 'page', [], signal),
      // What stood there before is not news afterwards.
      this.#changesOn(tab, signal),
    ]);
    const before = { url: tab.url, title: tab.title };
    await Promise.all([
      this.#hooks.beforeInput(tab.tabId, inputOf(act, page)),
      this.tabs.openings.arm(tab.tabId),
      this.#dialogs.expect(tab.tabId),
    ]);
    // The person may have taken the tab, or stopped the task, since this call began: its caller has gone on by then.
    signal.throwIfAborted();
    const watch = new SettleWatch(tab.session);
    try {
      const failure = await press().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      // Also when a second press was not made: the first one did something, and the model looks at the page next.
      await watch.settled(signal);
      if (failure) throw failure.error;
    } finally {
      watch.dispose();
    }
    await Promise.all([this.tabs.underway.done(), this.tabs.downloads.idle(DOWNLOAD_MS)]);
    await this.tabs.refresh(tab.tabId);
    const moved: string[] = [];
    if (tab.url !== before.url) moved.push(`the page is now ${tab.url} ${JSON.stringify(tab.title)}`);
    else if (watch.navigated) moved.push('the page was loaded again');
    else if (tab.title !== before.title) moved.push(`the title is now ${JSON.stringify(tab.title)}`);
    // A new document has no before: everything in it would be news.
    return this.news(tab, signal, moved, watch.navigated);
  }

  async #changesOn(tab: OpenTab, signal: AbortSignal): Promise<string[]> {
    const [page, frames] = await Promise.all([
      callReader(tab.tabId, 'changes', [], signal),
      changesInFrames(tab.tabId, signal),
    ]);
    return page === '' ? frames : [page, ...frames];
  }

  /** One line about what is new on a page since the last such line, empty when nothing is. */
  async news(tab: OpenTab, signal: AbortSignal, moved: readonly string[] = [], navigated = false): Promise<string> {
    const news = [...this.#dialogs.take(), ...moved];
    if (!navigated) news.push(...(await this.#changesOn(tab, signal).catch(() => [])));
    news.push(...this.tabs.downloads.news());
    const opened = this.tabs.opened.takeUntold();
    if (opened.length > 0) news.push(`opened tab ${opened.join(', ')}`);
    return news.length > 0 ? `Then: ${news.join('; ')}.` : '';
  }
}

function inputOf({ member, keys, rect, evidence }: Act, page: InputAction['page']): InputAction {
  return {
    member,
    page,
    ...(keys === undefined ? {} : { keys }),
    ...(rect ? { rect } : {}),
    ...(evidence ? { target: evidence } : {}),
  };
}
