import { effect, type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { z } from 'zod';

/** A signal that lives in chrome.storage.session: it survives the panel's closing and ends with the browser. */
export interface SessionSignal<T> {
  value: Signal<T>;
  /** Resolves once the stored value has been read. Resolves with true when there was one. */
  loaded: Promise<boolean>;
}

/**
 * Ties a signal to a key of chrome.storage.session, both ways. A stored value that does not parse counts as absent.
 *
 * @param absent the value when nothing is stored; setting it removes the key
 */
export function sessionSignal<T>(key: string, schema: z.ZodType<T>, absent: T): SessionSignal<T> {
  const value = signal(absent);
  // Our own writes come back as changes, and late: by then the person may have typed on.
  let written: string | undefined;
  const take = (stored: unknown): boolean => {
    const parsed = schema.safeParse(stored);
    const next = parsed.success ? parsed.data : absent;
    const text = JSON.stringify(next);
    if (text !== written && text !== JSON.stringify(value.peek())) {
      written = text;
      value.value = next;
    }
    return parsed.success;
  };
  const loaded = browser.storage.session.get(key).then((stored) => {
    const found = take(stored[key]);
    written = JSON.stringify(value.peek());
    effect(() => {
      const text = JSON.stringify(value.value);
      if (text === written) return;
      written = text;
      void (value.value === absent
        ? browser.storage.session.remove(key)
        : browser.storage.session.set({ [key]: value.value }));
    });
    return found;
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[key]) take(changes[key].newValue);
  });
  return { value, loaded };
}
