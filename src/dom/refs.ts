import { isConnected } from './platform';
import type { Ref, RefProblem } from './reader-contract';
import type { Rest } from './rest';

/** The next number to give out; shared by all parts of one read. */
export interface RefCounter {
  next: number;
}

const REF = /^\[?(ref_\d+)\]?$/;

/**
 * Binds refs to nodes for the life of a document. A ref names one node and never another: numbers are given out by the
 * worker and count up over the tab's whole life. Nodes are held weakly, so that a read keeps nothing alive.
 */
export class RefTable {
  readonly #refs = new WeakMap<Element, Ref>();
  readonly #elements = new Map<Ref, WeakRef<Element>>();
  /** Refs of folded parts, which name several neighbours. */
  readonly #parts = new Map<Ref, WeakRef<Element>[]>();

  readonly #rests = new Map<Ref, Rest>();
  /** Refs of rests by what they are of, so that a second read gives the same. */
  readonly #restRefs = new WeakMap<Element, Map<string, Ref>>();

  /** The element's ref, a new one if it has none yet. */
  refFor(element: Element, counter: RefCounter): Ref {
    const known = this.#refs.get(element);
    if (known) return known;
    const ref: Ref = `ref_${counter.next++}`;
    this.#refs.set(element, ref);
    this.#elements.set(ref, new WeakRef(element));
    return ref;
  }

  /** The element's ref if it was ever given one. */
  known(element: Element): Ref | undefined {
    return this.#refs.get(element);
  }

  /** A ref for several neighbours, which reads all of them. One element has its own. */
  refForPart(elements: readonly Element[], counter: RefCounter): Ref {
    const [first] = elements;
    if (first && elements.length === 1) return this.refFor(first, counter);
    const ref: Ref = `ref_${counter.next++}`;
    if (first) this.#elements.set(ref, new WeakRef(first));
    this.#parts.set(
      ref,
      elements.map((element) => new WeakRef(element)),
    );
    return ref;
  }

  /** A ref that reads on in a long line that is somewhere in the element. */
  refForRest(element: Element, rest: Rest, counter: RefCounter): Ref {
    const refs = this.#restRefs.get(element) ?? new Map<string, Ref>();
    this.#restRefs.set(element, refs);
    const key = JSON.stringify(rest.kind === 'words' ? [rest.at, rest.length, rest.begins] : rest.at);
    const known = refs.get(key);
    if (known) return known;
    const ref: Ref = `ref_${counter.next++}`;
    refs.set(key, ref);
    this.#elements.set(ref, new WeakRef(element));
    this.#rests.set(ref, rest);
    return ref;
  }

  /** Where a ref reads on, if it is one that does. */
  restOf(ref: string): Rest | undefined {
    const key = REF.exec(ref.trim())?.[1];
    return key === undefined ? undefined : this.#rests.get(asRef(key));
  }

  /** All elements that a ref reads, those that are gone left out. */
  partOf(ref: string): Element[] | undefined {
    const key = REF.exec(ref.trim())?.[1];
    const part = key === undefined ? undefined : this.#parts.get(asRef(key));
    return part?.flatMap((held) => {
      const element = held.deref();
      return element && isConnected(element) ? [element] : [];
    });
  }

  /** The node that a ref names, as long as it is in its document. */
  resolve(ref: string): { ok: true; element: Element } | RefProblem {
    const key = REF.exec(ref.trim())?.[1];
    const held = key === undefined ? undefined : this.#elements.get(asRef(key));
    if (!held) return { ok: false, problem: 'unknown', message: unknown(ref) };
    const element = held.deref();
    if (element && isConnected(element)) return { ok: true, element };
    return {
      ok: false,
      problem: 'stale',
      message: `${ref} is stale: its element is no longer on the page. Read the page again and use a new ref.`,
    };
  }
}

function unknown(ref: string): string {
  return `${ref} is not known on this page: it is from before a navigation, from another tab, or was never given. Read the page again and use a ref from there.`;
}

function asRef(key: string): Ref {
  return `ref_${Number(key.slice('ref_'.length))}`;
}
