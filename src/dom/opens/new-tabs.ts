import type { OpensLine } from './worker-words';

/** What opens a tab, and how the worker is asked for one. */
export interface NewTabs {
  /** True when a target names neither this window nor a frame that is there. */
  isMeantBy(target: string): boolean;
  /**
   * The absolute address, if the worker may open it: undefined for `javascript:` and the like, and for what is none.
   */
  addressOf(url: string): string | undefined;
  /** A name for a tab that nothing else has. */
  newId(): string;
  /** Has the worker open a tab in the background, and returns the id by which both sides name it. */
  ask(url: string, name: string, keeps: { opener: boolean; referrer: boolean }): string;
}

/** A part of interceptOpens. */
export function newTabs(line: OpensLine): NewTabs {
  let count = 0;
  const newId = () => `${Date.now().toString(36)}-${count++}`;
  const hasFrame = (frame: Window, name: string): boolean => {
    try {
      if (frame.name === name) return true;
    } catch {
      // A frame of another site keeps its name to itself.
    }
    return Array.from({ length: frame.length }, (_, at) => frame[at]).some((inner) => inner && hasFrame(inner, name));
  };
  return {
    isMeantBy(target) {
      if (!target || /^_(self|parent|top)$/i.test(target)) return false;
      if (/^_blank$/i.test(target)) return true;
      return window.top ? !hasFrame(window.top, target) : true;
    },
    addressOf(url) {
      try {
        const { protocol, href } = new URL(url || 'about:blank', document.baseURI);
        return protocol === 'http:' || protocol === 'https:' || href === 'about:blank' ? href : undefined;
      } catch {
        return undefined;
      }
    },
    newId,
    ask(url, name, { opener, referrer }) {
      const id = newId();
      line.say({ kind: 'open', id, url, name, opener, referrer: referrer ? document.URL : '' });
      return id;
    },
  };
}
