import type { DebuggerSession } from './debugger-session';
import { goTo } from './navigation';

/** Longest time until its page is there, in milliseconds. */
const WAKING_MS = 3000;

/**
 * Brings back the page of a tab that Chrome had put to sleep. Such a tab has no size until somebody looks at it, so
 * that nothing in it would be visible: it gets the size of the tab in front of its window, until it is in front itself.
 */
export async function wakePage(session: DebuggerSession, windowId: number, life: AbortSignal): Promise<void> {
  const [front] = await chrome.tabs.query({ active: true, windowId });
  if (front?.width && front.height) {
    const { width, height } = front;
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
    const activated = ({ tabId }: { tabId: number }) => {
      if (tabId !== session.tabId) return;
      chrome.tabs.onActivated.removeListener(activated);
      session.send('Emulation.clearDeviceMetricsOverride').catch(() => {
        // The session ended, and the override with it.
      });
    };
    chrome.tabs.onActivated.addListener(activated);
    session.gone.addEventListener('abort', () => chrome.tabs.onActivated.removeListener(activated), { once: true });
  }
  await goTo(session, { kind: 'reload' }, AbortSignal.any([life, AbortSignal.timeout(WAKING_MS)]));
}
