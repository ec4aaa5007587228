import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { READER_KEY, type Reader } from '../dom/reader-contract';
import { notResponding, pageError } from './page-problem';
import { unless } from './wait';

/** Longest time a page's own scripts may keep the reader waiting, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Which frame of a tab, as chrome.webNavigation numbers them; 0 is the page itself. */
export const PAGE = 0;

/**
 * Calls one method of the reader in a frame of a tab, injecting it first if the document is new.
 *
 * Throws a ToolError when the page cannot be entered or does not yield.
 *
 * @param patience how long the page's own scripts may keep the reader waiting, in milliseconds
 */
export async function callReader<M extends keyof Reader>(
  tabId: number,
  method: M,
  args: Parameters<Reader[M]>,
  signal: AbortSignal | null | undefined,
  frameId = PAGE,
  patience = PATIENCE_MS,
): Promise<Awaited<ReturnType<Reader[M]>>> {
  const target = { tabId, frameIds: [frameId] };
  const first = await bounded(() => invoke(target, method, args), signal, patience);
  if (first !== undefined) return first.value;
  await bounded(
    () => chrome.scripting.executeScript({ target, files: ['/reader.js'], injectImmediately: true }),
    signal,
    patience,
  );
  const second = await bounded(() => invoke(target, method, args), signal, patience);
  if (second !== undefined) return second.value;
  throw new ToolError('The page changed while it was being read. Read it again.');
}

/** Calls one method of the reader in a frame if there is one: undefined when there is not, or it does not answer. */
export async function callReaderIfThere<M extends keyof Reader>(
  tabId: number,
  method: M,
  args: Parameters<Reader[M]>,
  signal: AbortSignal,
  frameId: number,
  patience: number,
): Promise<Awaited<ReturnType<Reader[M]>> | undefined> {
  const target = { tabId, frameIds: [frameId] };
  const answer = await bounded(() => invoke(target, method, args), signal, patience).catch(() => undefined);
  signal.throwIfAborted();
  return answer?.value;
}

/** Undefined when the document has no reader yet. */
async function invoke<M extends keyof Reader>(
  target: chrome.scripting.InjectionTarget,
  method: M,
  args: Parameters<Reader[M]>,
): Promise<{ value: Awaited<ReturnType<Reader[M]>> } | undefined> {
  const [answer] = await chrome.scripting.executeScript({
    target,
    injectImmediately: true,
    // Runs in the page's isolated world: it may use nothing from around it.
    func: async (key: string, name: string, values: unknown[]) => {
      const reader = (
        globalThis as unknown as Record<string, Record<string, (...values: unknown[]) => unknown> | undefined>
      )[key];
      // An undefined result does not survive the way back: it is wrapped.
      return reader ? { value: (await reader[name]?.(...values)) ?? null } : undefined;
    },
    args: [READER_KEY, method, args],
  });
  // Our own reader answered, in the shape of its contract; null stands for undefined.
  const result = answer?.result as { value: Awaited<ReturnType<Reader[M]>> | null } | undefined | null;
  return result ? { value: (result.value ?? undefined) as Awaited<ReturnType<Reader[M]>> } : undefined;
}

/** A call into a page whose script never yields would hang for ever. */
async function bounded<T>(
  call: () => Promise<T>,
  signal: AbortSignal | null | undefined,
  milliseconds: number,
): Promise<T> {
  const patience = AbortSignal.timeout(milliseconds);
  const ended = signal ? AbortSignal.any([signal, patience]) : patience;
  try {
    ended.throwIfAborted();
    return await unless(ended, call());
  } catch (error) {
    signal?.throwIfAborted();
    if (patience.aborted) throw notResponding(milliseconds);
    throw pageError(error);
  }
}
