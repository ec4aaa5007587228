/**
 * Runs in a page's own world, in every frame, before its scripts. What would open a tab is told to the worker instead,
 * which opens it in the background and guards it before it loads: Chrome brings every tab that a page opens to the
 * front, also from a background tab (measured on 156: `_blank` links, `window.open` and forms, one activation each), and
 * lets it send before anybody can look.
 *
 * It is sent to the page as its source text, so it may use nothing from around it.
 *
 * @param given `binding` is the name of the debugger's binding; `channel` the event that brings the worker's words;
 *   `opener` is true in a tab that another page opened and may speak to
 */
export function interceptOpens(given: { binding: string; channel: string; opener: boolean }): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const bound = page[given.binding];
  if (typeof bound !== 'function') return;
  delete page[given.binding];
  const send = (message: object) => void bound(JSON.stringify(message));
  const nativeOpen = window.open;
  // Only for a while after an input of the agent: a page that nobody hears any more must work for the person as ever.
  const clock = performance.now.bind(performance);
  let armedUntil = 0;
  const armed = () => clock() < armedUntil;
  const handles = new Map<string, { closed: boolean; proxy: object }>();
  let count = 0;

  const goesToNewTab = (target: string): boolean => {
    if (!target || /^_(self|parent|top)$/i.test(target)) return false;
    if (/^_blank$/i.test(target)) return true;
    // A name of a frame of this page, or of the page itself, is no new tab.
    const named = (frame: Window): boolean => {
      try {
        if (frame.name === target) return true;
      } catch {
        // A frame of another site keeps its name to itself.
      }
      return Array.from({ length: frame.length }, (_, at) => frame[at]).some((inner) => inner && named(inner));
    };
    return window.top ? !named(window.top) : true;
  };
  const resolved = (url: string): string | undefined => {
    try {
      const { protocol, href } = new URL(url || 'about:blank', document.baseURI);
      return protocol === 'http:' || protocol === 'https:' || href === 'about:blank' ? href : undefined;
    } catch {
      return undefined;
    }
  };
  const tell = (url: string, name: string, keeps: { opener: boolean; referrer: boolean }): string => {
    const id = `${Date.now().toString(36)}-${count++}`;
    send({ kind: 'open', id, url, name, opener: keeps.opener, referrer: keeps.referrer ? document.URL : '' });
    return id;
  };

  /** What a page holds of a tab that it opened: what sites do with it, and no more. */
  const standIn = (id: string, url: string): object => {
    let at = url;
    const go = (to: unknown) => {
      const href = resolved(String(to));
      if (!href) return;
      at = href;
      send({ kind: 'go', id, url: href });
    };
    const location = new Proxy(Object.create(null), {
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
    const state = { closed: false, proxy: {} };
    const own: Record<string, unknown> = {
      opener: window,
      name: '',
      length: 0,
      focus: () => undefined,
      blur: () => undefined,
      moveTo: () => undefined,
      resizeTo: () => undefined,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      close: () => {
        state.closed = true;
        send({ kind: 'close', id });
      },
      postMessage: (data: unknown, origin?: unknown) =>
        send({ kind: 'post', id, data: JSON.stringify(data), from: location_(), to: targetOrigin(origin) }),
    };
    state.proxy = new Proxy(own, {
      get: (target, key) => {
        if (key === 'closed') return state.closed;
        if (key === 'location') return location;
        if (key === 'window' || key === 'self' || key === 'top') return state.proxy;
        return Reflect.get(target, key);
      },
      set: (target, key, value) => {
        if (key === 'location') go(value);
        else Reflect.set(target, key, value);
        return true;
      },
    });
    handles.set(id, state);
    return state.proxy;
  };
  const location_ = () => window.location.origin;
  const targetOrigin = (origin: unknown): string => {
    const wanted =
      typeof origin === 'object' && origin !== null && 'targetOrigin' in origin ? origin.targetOrigin : origin;
    return typeof wanted === 'string' ? (wanted === '/' ? location_() : wanted) : location_();
  };

  const named = new Map<string, string>();
  // A proxy of the native function answers toString() as the native one does.
  window.open = new Proxy(nativeOpen, {
    apply(native, self, args: unknown[]) {
      const [url, name, features] = args.map((arg) => (arg === undefined ? '' : String(arg)));
      const href = resolved(url ?? '');
      if (!armed() || !navigator.userActivation.isActive || !href || !goesToNewTab(name || '_blank'))
        return Reflect.apply(native, self, args);
      const keeps = {
        opener: !/noopener|noreferrer/i.test(features ?? ''),
        referrer: !/noreferrer/i.test(features ?? ''),
      };
      const before = name ? named.get(name) : undefined;
      const known = before === undefined ? undefined : handles.get(before);
      if (before !== undefined && known && !known.closed) {
        if (url) send({ kind: 'go', id: before, url: href });
        return known.proxy;
      }
      const id = tell(href, name ?? '', keeps);
      if (name && !/^_blank$/i.test(name)) named.set(name, id);
      return keeps.opener ? standIn(id, href) : null;
    },
  });

  const linkOf = (event: Event): HTMLAnchorElement | HTMLAreaElement | undefined => {
    for (const node of event.composedPath()) {
      if (node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement) return node.href ? node : undefined;
    }
    return undefined;
  };
  /** What to do in place of Chrome when a click on a link opens a tab; undefined when it opens none. */
  const openingBy = (link: HTMLAnchorElement | HTMLAreaElement, event: MouseEvent): (() => void) | undefined => {
    const asked = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const target = link.target || document.querySelector('base[target]')?.getAttribute('target') || '';
    const href = resolved(link.getAttribute('href') ?? '');
    if (!href || link.hasAttribute('download') || !(asked || goesToNewTab(target))) return undefined;
    const rel = link.relList;
    return () => tell(href, '', { opener: !asked && rel.contains('opener'), referrer: !rel.contains('noreferrer') });
  };
  const opensByLink = (event: Event) => {
    const link = linkOf(event);
    if (!armed() || !link || event.defaultPrevented || !(event instanceof MouseEvent)) return;
    const open = openingBy(link, event);
    if (!open) return;
    event.preventDefault();
    open();
  };
  window.addEventListener('click', (event) => event.button === 0 && opensByLink(event));
  window.addEventListener('auxclick', (event) => event.button === 1 && opensByLink(event));
  // A link that is in no document: its click passes no listener but its own, whichever way a script makes it.
  HTMLElement.prototype.click = new Proxy(HTMLElement.prototype.click, {
    apply(native, self, args) {
      if (self instanceof HTMLAnchorElement && !self.isConnected)
        self.addEventListener('click', opensByLink, { once: true });
      return Reflect.apply(native, self, args);
    },
  });
  EventTarget.prototype.dispatchEvent = new Proxy(EventTarget.prototype.dispatchEvent, {
    apply(native, self, args) {
      const [event] = args;
      const go = () => Reflect.apply(native, self, args);
      if (!(event instanceof MouseEvent) || event.type !== 'click' || !(self instanceof Element)) return go();
      const link = armed() && !self.isConnected ? self.closest('a') : null;
      const href = link?.getAttribute('href');
      const open = link && openingBy(link, event);
      if (!link || !open || !href) return go();
      // Such an event can often not be cancelled: without an address nothing follows from it.
      link.removeAttribute('href');
      const result = go();
      link.setAttribute('href', href);
      if (!event.defaultPrevented) open();
      return result;
    },
  });
  /** What waits to be posted into a tab that the worker does not guard yet, by the name that the tab has. */
  const posts = new Map<string, () => void>();
  /**
   * Opens the tab of a form that posts, blank, and posts into it when the worker guards it. Chrome itself must send it, or
   * it would not have the cookies and the origin of this page. False when Chrome lets no tab be opened.
   */
  const postsLater = (form: HTMLFormElement, action: string, encoding: string, entries: FormData): boolean => {
    const id = `${Date.now().toString(36)}-${count++}`;
    const tab: Window | null = Reflect.apply(nativeOpen, window, ['about:blank', id]);
    if (!tab) return false;
    // The page may take its form away or change it while the tab is set up: what it had is what is sent.
    const copy = document.createElement('form');
    copy.hidden = true;
    const acceptCharset = form.getAttribute('accept-charset') ?? '';
    Object.assign(copy, { method: 'post', action, target: id, enctype: encoding, acceptCharset });
    for (const [name, value] of entries) {
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name });
      if (typeof value === 'string') field.value = value;
      else {
        field.type = 'file';
        const files = new DataTransfer();
        if (value.name || value.size > 0) files.items.add(value);
        field.files = files.files;
      }
      copy.append(field);
    }
    posts.set(id, () => {
      document.documentElement.append(copy);
      Reflect.apply(nativeSubmit, copy, []);
      copy.remove();
      tab.name = '';
      tab.opener = null;
    });
    send({ kind: 'form', id });
    return true;
  };
  const nativeSubmit = HTMLFormElement.prototype.submit;
  /** Opens what a form opens in place of Chrome. False when it opens nothing, or Chrome has to do it. */
  const opensByForm = (form: HTMLFormElement, submitter: HTMLElement | null): boolean => {
    const own = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '';
    const href = resolved(own('action') || document.URL);
    if (!armed() || !href || !goesToNewTab(own('target')) || /^dialog$/i.test(own('method'))) return false;
    if (/^post$/i.test(own('method'))) {
      // Without `noreferrer`: such a form finds no tab by its name.
      if (!navigator.userActivation.isActive || /noreferrer/i.test(own('rel'))) return false;
      return postsLater(form, href, own('enctype'), new FormData(form, submitter));
    }
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter))
      query.append(name, typeof value === 'string' ? value : value.name);
    const url = new URL(href);
    url.search = query.toString();
    tell(url.href, own('target'), { opener: false, referrer: true });
    return true;
  };
  window.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (opensByForm(form, submitter)) event.preventDefault();
  });
  HTMLFormElement.prototype.submit = new Proxy(nativeSubmit, {
    apply(native, self, args) {
      const opens = self instanceof HTMLFormElement && self.isConnected && opensByForm(self, null);
      return opens ? undefined : Reflect.apply(native, self, args);
    },
  });

  /** Frames of this site hear it from here: the worker speaks to the top one. */
  const tellFrames = (detail: object) => {
    for (let at = 0; at < window.length; at++) {
      try {
        window[at]?.dispatchEvent(new CustomEvent(given.channel, { detail }));
      } catch {
        // A frame of another site.
      }
    }
  };
  const armAll = (ms: number) => {
    armedUntil = clock() + ms;
    tellFrames({ arm: ms });
  };
  const guarded = (id: string) => {
    const post = posts.get(id);
    if (!post) return tellFrames({ guarded: id });
    posts.delete(id);
    post();
  };

  // Words of the worker: to be on guard, that a tab is guarded, a message from the other side, or that it was closed.
  window.addEventListener(given.channel, (event) => {
    event.stopImmediatePropagation();
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (typeof detail !== 'object' || detail === null) return;
    const words = detail as { id: string | null; data?: string; from?: string; arm?: number; guarded?: string };
    const { id, data, from, arm } = words;
    if (arm !== undefined) return armAll(arm);
    if (words.guarded !== undefined) return guarded(words.guarded);
    const handle = id === null ? undefined : handles.get(id);
    if (data === undefined) {
      if (handle) handle.closed = true;
      return;
    }
    const message = new MessageEvent('message', { data: JSON.parse(data), origin: from ?? '' });
    const source = handle?.proxy ?? window.opener;
    Object.defineProperty(message, 'source', { value: source });
    window.dispatchEvent(message);
  });

  if (given.opener && window === window.top) {
    const opener = {
      closed: false,
      focus: () => undefined,
      blur: () => undefined,
      postMessage: (data: unknown, origin?: unknown) =>
        send({ kind: 'post', id: null, data: JSON.stringify(data), from: location_(), to: targetOrigin(origin) }),
    };
    Object.defineProperty(window, 'opener', { value: opener, configurable: true, writable: true });
    const nativeClose = window.close;
    // A tab that a script opened may close itself; Chrome does not know that this one was.
    window.close = new Proxy(nativeClose, { apply: () => send({ kind: 'close', id: null }) });
  }
}
