import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { OpenTab } from './open-tab';
import { callReader, callReaderIfThere } from './page-reader';
import { framesBut } from './tab-frames';
import type { Focus } from './target-point';

/** Longest time that a page which just got keys may take to say what it saw, in milliseconds. */
const SAYS_MS = 1000;

/**
 * Runs what presses keys for the element that was described as having the focus. Keys that would come to something else,
 * because the page moves the focus meanwhile, are kept from the page.
 *
 * Throws a ToolError when a key was kept from it, or none was pressed because the focus is elsewhere already.
 *
 * @param text true for a text: it may go on in another field for text
 */
export async function pressFor(
  { tabId }: OpenTab,
  { focused, frameId }: Focus,
  text: boolean,
  press: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const others = await framesBut(tabId, frameId);
  const [ready] = await Promise.all([
    callReader(tabId, 'expectKeys', [{ text, here: true }], signal, frameId),
    ...others.map((each) => callReaderIfThere(tabId, 'expectKeys', [{ text, here: false }], signal, each, SAYS_MS)),
  ]);
  const ended = () =>
    Promise.all([frameId, ...others].map((each) => callReaderIfThere(tabId, 'keysEnded', [], signal, each, SAYS_MS)));
  const meant = focused?.label ?? 'the page itself';
  if (!ready) {
    await ended();
    throw new ToolError(
      `The page moved the focus away from ${meant} just before the keys. Nothing was pressed. Look at the page, and click what is meant first.`,
    );
  }
  const failure = await press().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const seen = await ended();
  if (failure) throw failure.error;
  const taken = seen.find((each) => each?.keptFrom !== undefined);
  if (!taken) return;
  const done = seen.some((each) => each?.arrived)
    ? 'Only the keys before that were pressed, so a text is cut off.'
    : 'Nothing was pressed.';
  throw new ToolError(
    `The page moved the focus from ${meant} to ${taken.keptFrom} in the meantime. ${done} Look at the page before you go on.`,
  );
}
