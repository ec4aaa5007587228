import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import type { OffstageDatabase } from '../store/database';

/** Name of the alarm that wakes a worker which died with work left. */
export const RESUME_ALARM = 'resume';

/** The shortest that Chrome takes. */
const MINUTES = 0.5;
const ALIVE = 'alive';

/** Keeps the alarm set while any task is open, and only then: an idle extension is never woken. */
export function keepResumeAlarm(db: OffstageDatabase, signal: AbortSignal): void {
  const open = liveQuery(() => db.tasks.where('status').anyOf('queued', 'running', 'waiting').count());
  const subscription = open.subscribe((count) => {
    if (count > 0) void browser.alarms.create(RESUME_ALARM, { periodInMinutes: MINUTES });
    else void browser.alarms.clear(RESUME_ALARM);
  });
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}

/** What ended the worker before this one: session storage outlives a worker and not the browser. */
export async function lastDeath(): Promise<'worker-restart' | 'browser-restart'> {
  const known = await browser.storage.session.get(ALIVE);
  await browser.storage.session.set({ [ALIVE]: true });
  return known[ALIVE] === true ? 'worker-restart' : 'browser-restart';
}
