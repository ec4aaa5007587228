import type { Page } from 'puppeteer';

/** A trusted press, as the page itself saw it. */
export interface Hit {
  tabId: number;
  /** Epoch milliseconds. */
  at: number;
  /** Refs of what was pressed and of everything around it. */
  refs: string[];
  tag: string;
}

/**
 * Begins to write down every trusted press in every page, with the refs of what was really under it, in a page of the
 * extension. It does not ask the reader where anything is: it only learns which element a ref was given to, by looking
 * over its shoulder in the isolated world that they share.
 */
export async function recordHits(ownPage: Page): Promise<void> {
  await ownPage.evaluate(() => {
    const hits: unknown[] = [];
    Object.assign(globalThis, { hits });
    chrome.runtime.onMessage.addListener((message: { hit?: object }, sender) => {
      if (message.hit) hits.push({ ...message.hit, tabId: sender.tab?.id });
    });
    const watch = () => {
      const world = globalThis as unknown as { hitsWatched?: boolean };
      if (world.hitsWatched) return;
      world.hitsWatched = true;
      const refsOf = new WeakMap<object, string[]>();
      Object.assign(globalThis, { refsOf });
      const { set } = Map.prototype;
      // Refs are kept in a map from ref to element (src/dom/refs.ts).
      Map.prototype.set = function (key: unknown, value: unknown) {
        const element = value instanceof WeakRef ? value.deref() : undefined;
        if (element && typeof key === 'string' && key.startsWith('ref_'))
          Object.assign(element, { heldRefs: [...(Reflect.get(element, 'heldRefs') ?? []), key] });
        return set.call(this, key, value);
      };
      const refsAt = (node: Node | null): string[] => (node && Reflect.get(node, 'heldRefs')) || [];
      addEventListener(
        'pointerdown',
        (event) => {
          if (!event.isTrusted) return;
          let deepest = event.composedPath()[0] as Element;
          for (;;) {
            const root = deepest instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(deepest) : null;
            const inner = (root as ShadowRoot | null)?.elementFromPoint(event.clientX, event.clientY);
            if (!inner || inner === deepest) break;
            deepest = inner;
          }
          const refs: string[] = [];
          for (let at: Node | null = deepest; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
            refs.push(...refsAt(at));
            if (at instanceof HTMLLabelElement) refs.push(...refsAt(at.control));
          }
          const hit = { at: Date.now(), refs, tag: deepest.outerHTML.slice(0, 120) };
          void chrome.runtime.sendMessage({ hit }).catch(() => undefined);
        },
        true,
      );
    };
    const inject = ({ tabId, frameId, url }: { tabId: number; frameId: number; url: string }) => {
      if (!/^(https?:|about:srcdoc)/.test(url)) return;
      const target = { tabId, frameIds: [frameId] };
      chrome.scripting.executeScript({ target, injectImmediately: true, func: watch }).catch(() => undefined);
    };
    chrome.webNavigation.onCommitted.addListener(inject);
  });
}

/** Takes what was written down so far. */
export async function takeHits(ownPage: Page): Promise<Hit[]> {
  return ownPage.evaluate(() => (globalThis as unknown as { hits: Hit[] }).hits.splice(0));
}
