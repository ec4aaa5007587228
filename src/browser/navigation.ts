import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { DebuggerSession } from './debugger-session';
import { onDocumentAnswer } from './own-document';
import { SettleWatch } from './settle';
import { unless } from './wait';

/** Longest time until a document is there and parsed, in milliseconds. */
const DOCUMENT_MS = 15_000;
/** How much longer its scripts and what they fetch may take: a page of today is empty when it is parsed. */
const SETTLE_MS = 3000;

/** What an address turned out to be: somewhere to go, or a move in the tab's history. */
export type Destination = { kind: 'url'; url: string } | { kind: 'back' | 'forward' | 'reload' };

/**
 * Reads the `url` of a `navigate` call. Without a scheme it is https, except on this machine, where servers rarely
 * speak it. Throws a ToolError for any other scheme than http and https.
 */
export function destinationOf(text: string): Destination {
  const plain = text.trim();
  if (plain === 'back' || plain === 'forward' || plain === 'reload') return { kind: plain };
  if (/^about:blank$/i.test(plain)) return { kind: 'url', url: 'about:blank' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') {
    throw new ToolError(
      `Not opened: ${scheme}: addresses are refused. Only http and https pages can be opened. Nothing was done.`,
    );
  }
  const full = scheme ? plain : `${/^(localhost|127\.|\[::1\])/i.test(plain) ? 'http' : 'https'}://${plain}`;
  if (!URL.canParse(full)) {
    throw new ToolError(`Not opened: ${JSON.stringify(text)} is no address. Nothing was done.`);
  }
  return { kind: 'url', url: new URL(full).href };
}

/**
 * Goes there and waits until the document is parsed, and a while for what it fetches.
 *
 * @returns the HTTP status of the document, when there was an answer with one
 * @throws a ToolError in words when nothing came, or it never ended; the signal's reason when it aborts
 */
export async function goTo(
  session: DebuggerSession,
  destination: Destination,
  signal: AbortSignal,
): Promise<{ status?: number }> {
  signal.throwIfAborted();
  const watch = new AbortController();
  const late = AbortSignal.timeout(DOCUMENT_MS);
  const ended = AbortSignal.any([signal, watch.signal]);
  let status: number | undefined;
  const answered = (response: { status: number }) => {
    status = response.status;
  };
  onDocumentAnswer(session, answered, ended);
  const parsed = documentThere(session, AbortSignal.any([ended, late]));
  // A rejection is looked at below, after the command itself was answered.
  parsed.catch(() => undefined);
  const settling = new SettleWatch(session);
  try {
    const begun = await unless(AbortSignal.any([signal, late]), begin(session, destination, signal));
    if (begun.errorText) throw unreachable(destination, begun.errorText);
    if (begun.sameDocument) return {};
    await parsed;
    await settling.settled(signal, SETTLE_MS);
    return status === undefined ? {} : { status };
  } catch (error) {
    signal.throwIfAborted();
    if (!late.aborted) throw error;
    throw new ToolError(
      `${nameOf(destination)} has not finished loading after ${DOCUMENT_MS / 1000} seconds. What came so far can be read with read_page; or try again, or go elsewhere.`,
    );
  } finally {
    watch.abort();
    settling.dispose();
  }
}

/**
 * Resolves when the next document is parsed, or one is back that the browser kept: such a page fires no event of its
 * own.
 */
function documentThere(session: DebuggerSession, signal: AbortSignal): Promise<unknown> {
  const restored = session.next(
    'Page.frameNavigated',
    ({ frame, type }) => frame.parentId === undefined && type === 'BackForwardCacheRestore',
    signal,
  );
  return Promise.race([session.next('Page.domContentEventFired', () => true, signal), restored]);
}

async function begin(
  session: DebuggerSession,
  destination: Destination,
  signal: AbortSignal,
): Promise<{ errorText?: string; sameDocument?: boolean }> {
  if (destination.kind === 'url') {
    const { errorText, loaderId } = await session.send('Page.navigate', { url: destination.url });
    return { ...(errorText ? { errorText } : {}), sameDocument: loaderId === undefined };
  }
  if (destination.kind === 'reload') {
    await session.send('Page.reload');
    return {};
  }
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  const entry = entries[currentIndex + (destination.kind === 'back' ? -1 : 1)];
  if (!entry) throw new ToolError(`There is no page to go ${destination.kind} to in this tab.`);
  const same = sameButFragment(entries[currentIndex]?.url, entry.url);
  signal.throwIfAborted();
  await session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
  return { sameDocument: same };
}

function sameButFragment(from: string | undefined, to: string): boolean {
  return from !== undefined && from.split('#')[0] === to.split('#')[0];
}

function nameOf(destination: Destination): string {
  return destination.kind === 'url' ? destination.url : 'The page';
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION/, 'no such host is known'],
  [/CONNECTION_REFUSED/, 'nothing answers there'],
  [/CONNECTION_(RESET|CLOSED|ABORTED|FAILED)|EMPTY_RESPONSE/, 'the server broke off the connection'],
  [/TIMED_OUT/, 'the server did not answer in time'],
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED/, 'this computer is offline'],
  [/CERT_|SSL_/, "the site's certificate is not valid"],
  [/ABORTED/, 'it is no page: the answer was empty, a download, or the navigation was stopped'],
  [/BLOCKED/, 'the browser blocked it'],
  [/TOO_MANY_REDIRECTS/, 'it redirects in a circle'],
];

function unreachable(destination: Destination, errorText: string): ToolError {
  const reason = REASONS.find(([pattern]) => pattern.test(errorText))?.[1] ?? 'the browser could not load it';
  return new ToolError(`${nameOf(destination)} could not be opened: ${reason} (${errorText}).`);
}
