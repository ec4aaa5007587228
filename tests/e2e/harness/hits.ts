import type { Page } from 'puppeteer';

/** A trusted press, as the page itself saw it. */
export interface Hit {
  tabId: number;
  /** Epoch milliseconds. */
  at: number;
  /** Refs of what was pressed and of everything around it, also around the frames that it is in. */
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
    const hits: { refs: string[] }[] = [];
    const complete: Promise<void>[] = [];
    Object.assign(globalThis, { hits, complete });
    /**
     * Refs of the element that shows the frame at an index of its parent, and of everything around that. A frame in a
     * shadow tree has no index (HTML, document-tree child navigables): it is told by its address, if no other has it.
     */
    const refsOfOwner = (index: number, url: string): string[] => {
      const framesIn = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => {
          const inner = element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
          const below = inner ? framesIn(inner as ShadowRoot) : [];
          return Reflect.get(element, 'contentWindow') ? [element, ...below] : below;
        });
      const alike = framesIn(document).filter((element) =>
        index < 0
          ? element.getRootNode() instanceof ShadowRoot && Reflect.get(element, 'src') === url
          : Reflect.get(element, 'contentWindow') === window.frames[index],
      );
      const refs: string[] = [];
      for (
        let at: Node | null = (alike.length === 1 && alike[0]) || null;
        at;
        at = at.parentNode ?? (at as ShadowRoot).host ?? null
      )
        refs.push(...((Reflect.get(at, 'heldRefs') as string[] | undefined) ?? []));
      return refs;
    };
    /** A frame of another site does not know what is around it. */
    const addOwners = async (hit: { refs: string[] }, tabId: number, innermost: number, path: readonly number[]) => {
      const frames = (await chrome.webNavigation.getAllFrames({ tabId })) ?? [];
      let frameId = innermost;
      for (const index of path) {
        const inner = frames.find((frame) => frame.frameId === frameId);
        frameId = inner?.parentFrameId ?? -1;
        const target = { tabId, frameIds: [frameId] };
        const args: [number, string] = [index, inner?.url ?? ''];
        const found = await chrome.scripting.executeScript({ target, func: refsOfOwner, args });
        hit.refs.push(...(found[0]?.result ?? []));
      }
    };
    chrome.runtime.onMessage.addListener((message: { hit?: { refs: string[]; path: number[] } }, sender) => {
      if (!message.hit) return;
      const { path, ...seen } = message.hit;
      const tabId = sender.tab?.id ?? -1;
      const hit = { ...seen, tabId };
      hits.push(hit);
      // The page around it may be gone by now: it is not known then, and the press counts by what was in the frame.
      complete.push(addOwners(hit, tabId, sender.frameId ?? 0, path).catch(() => undefined));
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
          const path: number[] = [];
          for (let at: Window = window; at !== at.parent; at = at.parent)
            path.push(Array.from({ length: at.parent.length }, (_, index) => at.parent[index]).indexOf(at));
          const hit = { at: Date.now(), refs, path, tag: deepest.outerHTML.slice(0, 120) };
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
  return ownPage.evaluate(async () => {
    const { hits, complete } = globalThis as unknown as { hits: Hit[]; complete: Promise<void>[] };
    await Promise.all(complete.splice(0));
    return hits.splice(0);
  });
}
