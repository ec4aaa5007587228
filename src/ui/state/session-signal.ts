import { effect, type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { z } from 'zod';

/** A signal that lives in chrome.storage.session: it survives the panel's closing and ends with the browser. */
export interface SessionSignal<T> {
  value: Signal<T>;
  /** Resolves once the stored value has been read; true when there was one. */
  loaded: Promise<boolean>;
}

/**
 * A signal that is written to a key of chrome.storage.session at each change. A stored value that does not parse counts
 * as absent.
 *
 * @param absent the value when nothing is stored; setting it removes the key
 */
export function sessionSignal<T>(key: string, schema: z.ZodType<T>, absent: T): SessionSignal<T> {
  const value = signal(absent);
  const loaded = browser.storage.session.get(key).then((stored) => {
    const parsed = schema.safeParse(stored[key]);
    const found = parsed.success && parsed.data !== absent;
    // What the person did before the store answered is newer than what it holds.
    if (found && value.peek() === absent) value.value = parsed.data;
    let written = found ? parsed.data : absent;
    effect(() => {
      const next = value.value;
      if (next === written) return;
      written = next;
      void (next === absent ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: next }));
    });
    return found;
  });
  return { value, loaded };
}

/** Calls back with each new value of a key that somebody else than this page may have written. */
export function onSessionChange<T>(key: string, schema: z.ZodType<T>, listener: (value: T) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session' || !changes[key]) return;
    const parsed = schema.safeParse(changes[key].newValue);
    if (parsed.success) listener(parsed.data);
  });
}
