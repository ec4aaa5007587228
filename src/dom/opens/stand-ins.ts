import type { NewTabs } from './new-tabs';
import type { OpensLine } from './worker-words';

/** What a page has in place of the window of a tab that it opened. */
export interface StandIn {
  id: string;
  closed: boolean;
  window: object;
}

/** Windows of other tabs as a page sees them: what sites do with them, and no more. */
export interface StandIns {
  /** For a tab that this page opened. */
  forOpened(id: string, url: string): StandIn;
  /** Puts one in the place of `window.opener`, for a page that another one opened and may speak to. */
  forOpener(): void;
}

/** A part of interceptOpens. */
export function standIns(line: OpensLine, tabs: NewTabs): StandIns {
  const opened = new Map<string, StandIn>();
  const ownOrigin = () => window.location.origin;
  const targetOrigin = (origin: unknown): string => {
    const wanted =
      typeof origin === 'object' && origin !== null && 'targetOrigin' in origin ? origin.targetOrigin : origin;
    return typeof wanted === 'string' ? (wanted === '/' ? ownOrigin() : wanted) : ownOrigin();
  };
  const postMessageTo = (id: string | null) => (data: unknown, origin?: unknown) =>
    line.say({ kind: 'post', id, data: JSON.stringify(data), from: ownOrigin(), to: targetOrigin(origin) });

  const locationOf = (id: string, url: string) => {
    let at = url;
    const go = (to: unknown) => {
      const href = tabs.addressOf(String(to));
      if (!href) return;
      at = href;
      line.say({ kind: 'go', id, url: href });
    };
    const location: object = new Proxy(Object.create(null), {
      get: (_, key) => {
        if (key === 'assign' || key === 'replace') return go;
        if (key === 'toString' || key === Symbol.toPrimitive) return () => at;
        return Reflect.get(new URL(at), key);
      },
      set: (_, key, value) => {
        if (key === 'href') go(value);
        return true;
      },
    });
    return { location, go };
  };

  line.hear((words) => {
    if (words.kind === 'closed') {
      const gone = opened.get(words.id);
      if (gone) gone.closed = true;
    }
    if (words.kind === 'message') {
      const message = new MessageEvent('message', { data: JSON.parse(words.data), origin: words.from });
      const from = words.id === null ? undefined : opened.get(words.id);
      Object.defineProperty(message, 'source', { value: from?.window ?? window.opener });
      window.dispatchEvent(message);
    }
  });
  return {
    forOpened(id, url) {
      const { location, go } = locationOf(id, url);
      const nothing = () => undefined;
      const own: Record<string, unknown> = {
        opener: window,
        name: '',
        length: 0,
        focus: nothing,
        blur: nothing,
        moveTo: nothing,
        resizeTo: nothing,
        addEventListener: nothing,
        removeEventListener: nothing,
        close: () => {
          standIn.closed = true;
          line.say({ kind: 'close', id });
        },
        postMessage: postMessageTo(id),
      };
      const proxy: object = new Proxy(own, {
        get: (target, key) => {
          if (key === 'closed') return standIn.closed;
          if (key === 'location') return location;
          if (key === 'window' || key === 'self' || key === 'top') return proxy;
          return Reflect.get(target, key);
        },
        set: (target, key, value) => {
          if (key === 'location') go(value);
          else Reflect.set(target, key, value);
          return true;
        },
      });
      const standIn: StandIn = { id, closed: false, window: proxy };
      opened.set(id, standIn);
      return standIn;
    },
    forOpener() {
      const opener = {
        closed: false,
        focus: () => undefined,
        blur: () => undefined,
        postMessage: postMessageTo(null),
      };
      Object.defineProperty(window, 'opener', { value: opener, configurable: true, writable: true });
      // A tab that a script opened may close itself; Chrome does not know that this one was.
      window.close = new Proxy(window.close, { apply: () => line.say({ kind: 'close', id: null }) });
    },
  };
}
