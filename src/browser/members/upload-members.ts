import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { BetaBrowserFileUploadInput } from '@anthropic-ai/sdk/resources/beta';
import { clickTarget } from '../click-target';
import type { Driver } from '../driver';
import { checkedDocuments } from '../file-policy';
import { heldElement } from '../held-element';
import type { OpenTab } from '../open-tab';
import { refError } from '../page-problem';
import { PAGE } from '../page-reader';
import { callByRef } from '../tab-frames';
import { describeRef, evidenceIn, findTarget } from '../target-point';

type Signal = AbortSignal | null | undefined;

/** A page opens its file chooser within the click, or after what it fetches first. */
const CHOOSER_MS = 3000;

/**
 * Puts files into a file field: the field itself, its label, a box around it, or a button that opens a chooser, which
 * is then answered without being shown. The paths were held against what was handed over before this is called.
 */
export async function fileUpload(driver: Driver, input: BetaBrowserFileUploadInput, abort: Signal): Promise<string> {
  const paths = input.paths ?? [];
  const ids = input.document_ids ?? [];
  if (paths.length + ids.length === 0 || (paths.length > 0 && ids.length > 0)) {
    throw new ToolError('invalid input for file_upload: give either paths or document_ids. Nothing was done.');
  }
  return driver.on(input.tab_id, abort, async (tab, signal) => {
    const { ref } = input.target;
    const staged = await checkedDocuments(driver.files, ids);
    const described = await describeRef(tab, ref, signal);
    let label = '';
    const choose = async () => {
      if (staged.length > 0) {
        const { answer: done } = await callByRef(tab.tabId, 'setFiles', [ref, staged], signal);
        if (!done.ok) throw refError(done);
        label = done.label;
        return;
      }
      const { answer: held, frameId } = await callByRef(tab.tabId, 'holdFileInput', [ref], signal);
      if (!held.ok) throw refError(held);
      if (held.input && frameId !== PAGE) {
        throw new ToolError(
          `${held.label} is in a frame of another site: files of this computer cannot be put there. The person can attach them in the panel. Nothing was done.`,
        );
      }
      label = held.label;
      const field = held.input ? { objectId: await heldElement(tab) } : await answeredChooser(tab, ref, signal);
      signal.throwIfAborted();
      await setPaths(tab, paths, field);
    };
    const news = await driver.act(tab, { member: 'file_upload', label, ...evidenceIn(described) }, choose, signal);
    const names = [...paths.map(fileName), ...staged.map(({ name }) => name)];
    const now = await callByRef(tab.tabId, 'shows', [ref], signal).catch(() => undefined);
    signal.throwIfAborted();
    const holds = now?.answer.ok ? now.answer.shown : undefined;
    return `${given(label, names, holds)} ${news}`.trim();
  });
}

async function setPaths(
  { session }: OpenTab,
  files: string[],
  field: { objectId: string } | { backendNodeId: number },
): Promise<void> {
  await session.send('DOM.setFileInputFiles', { files, ...field }).catch((error: unknown) => {
    // Chrome lets an extension name local files only with this switch
    // (content/browser/devtools/protocol/dom_handler.cc).
    if (!/not allowed/i.test(String(error))) throw error;
    throw new ToolError(
      'The browser does not let Offstage take files from this computer. The person can allow it: chrome://extensions, Offstage, Details, "Allow access to file URLs"; or they attach the file in the panel. Nothing was done.',
    );
  });
}

/** Clicks what opens a chooser, and names the field that asked. The chooser itself never shows: see choosers.ts. */
async function answeredChooser(tab: OpenTab, ref: string, signal: AbortSignal): Promise<{ backendNodeId: number }> {
  const target = { type: 'ref', ref } as const;
  const { label, ...found } = await findTarget(tab, target, signal);
  const late = AbortSignal.timeout(CHOOSER_MS);
  const opened = tab.session.next('Page.fileChooserOpened', () => true, AbortSignal.any([signal, late]));
  opened.catch(() => undefined);
  await tab.session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  await clickTarget(tab, target, found, { button: 'left', count: 1, modifiers: 0 }, signal);
  try {
    const { backendNodeId } = await opened;
    if (backendNodeId !== undefined) return { backendNodeId };
  } catch (error) {
    if (!late.aborted) throw error;
  }
  throw new ToolError(
    `${label} is no file field, and a click on it opened no file chooser. Find the field that takes the file.`,
  );
}

/** Many a page takes a file out of its field at once, to send it or because it refuses it. */
function given(label: string, names: readonly string[], holds: string | undefined): string {
  const files = names.map((name) => JSON.stringify(name)).join(', ');
  if (holds === names.join(', ')) return `${label} now has ${files}.`;
  const gone =
    holds === undefined ? '' : ' The page has taken it out of the field since: look whether it took it or refused it.';
  return `${label} was given ${files}.${gone}`;
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
