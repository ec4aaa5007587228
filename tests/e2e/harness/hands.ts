import { expect } from 'vitest';
import { startHard } from '../../sites/hard/server';
import type { Site } from '../../sites/site';
import { answersOf, script, startWorld, type World } from './world';

/** A call of a member, as a model would send it. */
export interface Call {
  name: string;
  input?: unknown;
}

/** A world with the site of hard cases. */
export interface Hands {
  world: World;
  site: Site;
  /**
   * Opens a page of the site in a new task, reads it, plays the calls one a turn, and gives their answers. `$ref(role,
   * name)` in an input is the ref of that element in the newest read.
   */
  play(page: string, ...calls: Call[]): Promise<string[]>;
  /** Sets which optional members are on. */
  allow(members: Record<string, boolean>): Promise<void>;
  /** Ends everything. Fails when a tab came to the front or a window got the focus at any time. */
  end(): Promise<void>;
}

/** @param given how the browser is started, as `startWorld` takes it */
export async function startHands(given: Parameters<typeof startWorld>[0] = {}): Promise<Hands> {
  const [world, site] = await Promise.all([startWorld(given), startHard()]);
  return {
    world,
    site,
    async play(page, ...calls) {
      const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/${page}` } }];
      const read = [{ name: 'read_page', input: { filter: 'all' } }];
      const id = await world.session.start(script([...open, ...read], ...calls.map((call) => [call])));
      const task = await world.session.untilEnded(id);
      expect(world.standIn.refusals).toEqual([]);
      return answersOf(task).slice(3);
    },
    async allow(members) {
      await world.own.evaluate(async (wanted) => {
        const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
        await chrome.storage.local.set({ settings: { ...settings, members: wanted } });
      }, members);
    },
    async end() {
      await site.close();
      await world.close();
    },
  };
}

/** A target by role and name. */
export const ref = (role: string, name: string) => ({ type: 'ref', ref: `$ref(${role}, ${name})` });
/** A target by a point of the screenshot. */
export const at = (x: number, y: number) => ({ type: 'coordinate', x, y });
/** Left click on a role and name. */
export const click = (role: string, name: string): Call => ({ name: 'left_click', input: { target: ref(role, name) } });
