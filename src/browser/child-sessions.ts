import type { Protocol } from 'devtools-protocol';
import type { DebuggerSession } from './debugger-session';

/** Something below a tab with a debugger session of its own: a frame of another site, or a worker. */
export interface ChildSession {
  sessionId: string;
  kind: 'frame' | 'worker' | 'service-worker';
  /** Empty while it is not known. */
  url: string;
}

const KINDS: Record<string, ChildSession['kind']> = {
  iframe: 'frame',
  worker: 'worker',
  shared_worker: 'worker',
  service_worker: 'service-worker',
};

const AUTO_ATTACH: Protocol.Target.SetAutoAttachRequest = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
};

/**
 * Attaches to everything that starts below a tab, at any depth, before it runs. Resolves when those that are there
 * already were told of.
 *
 * @param prepare sends what must hold before the child runs, without waiting: awaiting a command on a service worker
 *   that waits for the debugger hangs it (../shared/platform.md). Commands of one session run in order.
 */
export async function attachChildren(
  session: DebuggerSession,
  prepare: (child: ChildSession) => void,
  signal: AbortSignal,
): Promise<void> {
  const fire = (sessionId: string, ...[method, params]: Parameters<DebuggerSession['send']>) => {
    // A child that is gone by now needs nothing any more.
    void session.send(method, params, sessionId).catch(() => undefined);
  };
  session.on(
    'Target.attachedToTarget',
    ({ sessionId, targetInfo }) => {
      const kind = KINDS[targetInfo.type];
      if (kind) {
        prepare({ sessionId, kind, url: targetInfo.url });
        // What it asks for is waited for after an action, and told by read_network. A service worker's is not the
        // page's.
        if (kind !== 'service-worker') fire(sessionId, 'Network.enable');
        fire(sessionId, 'Target.setAutoAttach', AUTO_ATTACH);
      }
      fire(sessionId, 'Runtime.runIfWaitingForDebugger');
    },
    signal,
  );
  await session.send('Target.setAutoAttach', AUTO_ATTACH);
}
