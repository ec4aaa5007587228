import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { ConsoleLog } from './console-log';
import type { DebuggerEvents } from './debugger-events';
import { DebuggerSession } from './debugger-session';
import type { Downloads } from './downloads';
import { isFromDyingWorker } from './dying-worker';
import { NetworkLog } from './network-log';
import type { OptionalMembers } from './optional-members';
import { PageHealth } from './page-health';
import type { PageOpenings } from './page-openings';
import { pageError } from './page-problem';
import { Screencast } from './screencast';
import { Sight } from './sight';
import { TabMark } from './tab-mark';
import { type Press, Touches } from './touches';

/** A tab of a task, as it is written down and as the model is told. */
export interface TabRecord {
  tabId: number;
  url: string;
  title: string;
  active: boolean;
  nextRef: number;
}

/** A tab that the debugger is attached to, with everything that is kept about it. */
export interface OpenTab extends TabRecord {
  session: DebuggerSession;
  screencast: Screencast;
  health: PageHealth;
  console: ConsoleLog;
  network: NetworkLog;
  touches: Touches;
  mark: TabMark;
  sight: Sight;
  /** True while the model holds the left button down. */
  pressed: boolean;
}

/** What a tab is set up with. */
export interface TabSetUp {
  events: DebuggerEvents;
  /** What is listened to from the beginning, for the members that read it. */
  optional?: Pick<OptionalMembers, 'read_console' | 'read_network'> | undefined;
  downloads: Downloads;
  openings: PageOpenings;
  opener: { canSpeak: boolean };
  /** Awaited before the tab is used: the barrier arms here. */
  onAttached(session: DebuggerSession, signal: AbortSignal): Promise<void>;
  /** The person pressed or typed in it; without a press they only scrolled. */
  onTouched(tabId: number, press: Press | undefined): void;
  signal: AbortSignal;
}

/**
 * Attaches to a tab and sets it up for work in the background. Throws a ToolError when Chrome does not allow it; a tab
 * that cannot be set up is let go of.
 */
export async function attachTab(tab: chrome.tabs.Tab, given: Partial<TabRecord>, setUp: TabSetUp): Promise<OpenTab> {
  const { id } = tab;
  if (id === undefined) throw new ToolError('Chrome gave the new tab no id. Try again.');
  const session = await DebuggerSession.attach(id, setUp.events).catch((error: unknown) => {
    throw isFromDyingWorker(error) ? error : pageError(error);
  });
  try {
    return { ...(await partsOf(session, setUp)), ...recordOf(tab, id), ...given };
  } catch (error) {
    await session.detach();
    throw error;
  }
}

function recordOf({ url = '', title = '' }: chrome.tabs.Tab, tabId: number): TabRecord {
  return { tabId, url, title, active: false, nextRef: 1 };
}

/** Everything that is kept about a tab, in the order in which it has to listen. */
async function partsOf(
  session: DebuggerSession,
  { optional, downloads, openings, opener, onAttached, onTouched, signal }: TabSetUp,
): Promise<Omit<OpenTab, keyof TabRecord>> {
  const { tabId: id } = session;
  const touches = new Touches(session, (press) => onTouched(id, press), signal);
  await onAttached(session, signal);
  await session.takeover?.end();
  await openings.hear(session, opener, signal);
  const mark = new TabMark(id);
  session.on('Page.domContentEventFired', (_, child) => void (child === undefined && mark.again()), signal);
  const screencast = new Screencast(session, (take) => mark.hiddenWhile(take));
  await screencast.start();
  const [health, console, network] = [new PageHealth(), new ConsoleLog(), new NetworkLog()];
  health.watch(session, signal);
  downloads.watch(session, signal);
  // A tab that sleeps to save memory loses its page and gets another id.
  await chrome.tabs.update(id, { autoDiscardable: false });
  if (optional?.read_console) await console.watch(session, signal);
  if (optional?.read_network) network.watch(session, signal);
  return {
    session,
    screencast,
    health,
    console,
    network,
    touches,
    mark,
    sight: new Sight(),
    pressed: false,
  };
}
