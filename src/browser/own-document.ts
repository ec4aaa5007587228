import type { Protocol } from 'devtools-protocol';
import type { DebuggerSession } from './debugger-session';

/**
 * Calls back for each document that a tab itself comes to show, not for those of its frames, until the signal aborts.
 */
export function onDocument(
  session: DebuggerSession,
  heard: (document: Protocol.Page.Frame, how: { restored: boolean }) => void,
  signal: AbortSignal,
): void {
  session.on(
    'Page.frameNavigated',
    ({ frame, type }, child) => {
      if (child === undefined && frame.parentId === undefined)
        heard(frame, { restored: type === 'BackForwardCacheRestore' });
    },
    signal,
  );
}

/** Calls back for each answer that brings such a document, with its status and MIME type, until the signal aborts. */
export function onDocumentAnswer(
  session: DebuggerSession,
  heard: (response: Protocol.Network.Response) => void,
  signal: AbortSignal,
): void {
  session.on(
    'Network.responseReceived',
    ({ type, frameId, response }, child) => {
      if (child === undefined && type === 'Document' && frameId === session.mainFrame) heard(response);
    },
    signal,
  );
}
