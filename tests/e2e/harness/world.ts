import type { Page } from 'puppeteer';
import { type Knows, type StandIn, startStandIn } from '../../model/server';
import { type RunningBrowser, startChromium } from './chromium';
import { focusChanges, recordFocus } from './focus-log';
import { ExtensionSession } from './session';

/** A browser with the extension, a stand-in model that it is configured for, and a person who looks at another tab. */
export interface World {
  chromium: RunningBrowser;
  standIn: StandIn;
  session: ExtensionSession;
  /** The extension's own page that commands come from; it is in the background. */
  own: Page;
  /** The tab that the person has in front. */
  person: Page;
  /** What came to the front since the person's tab did: nothing may. */
  activations(): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Starts everything anew: tests share no state but the build. */
export async function startWorld(
  given: {
    knows?: Knows;
    userDataDir?: string;
    standIn?: StandIn;
    headless?: boolean;
    env?: Record<string, string>;
    args?: string[];
    extensions?: string[];
    ignoreDefaultArgs?: string[];
    /** For tests in which the person changes tabs: otherwise `close` throws after any change of what is in front. */
    personMoves?: boolean;
  } = {},
): Promise<World> {
  const { knows: _, standIn: __, personMoves, ...forChromium } = given;
  const [chromium, standIn] = await Promise.all([
    startChromium(forChromium),
    given.standIn ?? startStandIn({ ...(given.knows ? { knows: given.knows } : {}) }),
  ]);
  const own = await chromium.openOwnPage('sidepanel.html');
  const person = await chromium.browser.newPage();
  await person.goto('data:text/html,<title>What the person reads</title>');
  await person.bringToFront();
  const session = new ExtensionSession(own);
  await session.configure({ baseURL: standIn.baseURL });
  await recordFocus(own);
  return {
    chromium,
    standIn,
    session,
    own,
    person,
    activations: () => focusChanges(own),
    async close() {
      const here = chromium.browser.connected && !own.isClosed();
      const changes = here && !personMoves ? await focusChanges(own) : [];
      await chromium.close();
      if (!given.standIn) await standIn.close();
      if (changes.length > 0) throw new Error(`what the person has in front changed: ${JSON.stringify(changes)}`);
    },
  };
}

/** A call of a script; with `until`, its turn is played again until its answer holds these words. */
export interface ScriptCall {
  name: string;
  input?: unknown;
  until?: string;
}

/** A prompt for the player that does as it is told: turns of calls, played one after another. */
export function script(...turns: ScriptCall[][]): string {
  const whole = turns.map((calls) => calls.map(({ input, ...call }) => ({ ...call, input: input ?? {} })));
  return `SCRIPT ${JSON.stringify(whole)}`;
}

/** The answers of a script's calls, one line each, from the task's result. */
export function answersOf(task: { state: { status: string; result?: string } }): string[] {
  return (task.state.result ?? JSON.stringify(task.state)).split(/\n(?=- \w+ (?:ok|ERROR): )/);
}
