// Bundled and put into a page's isolated world: our reader as it ships, and an independent list of what it must hold.
import { createReader } from '../../../src/dom/reader';
import { RefTable } from '../../../src/dom/refs';
import { operableElements } from './operable-elements';

/** What the bench calls in the page. */
export interface InPage {
  /** A first read: refs are given out anew each time. */
  read(filter: 'all' | 'interactive' | undefined, cap: number | undefined): string;
  /** Share of operable elements that a read of the whole page gives a ref to, and the ones it misses. */
  presence(): { all: number; missed: string[] };
  /** The least that any reader does: every element's rectangle and style. */
  walk(): number;
}

const inPage: InPage = {
  read(filter, cap) {
    const answer = createReader(document).read({
      firstRef: 1,
      ...(filter ? { filter } : {}),
      ...(cap === undefined ? {} : { cap }),
      ...(cap === 0 ? { depth: 10_000 } : {}),
    });
    if (!answer.ok) throw new Error(answer.message);
    return answer.text;
  },
  presence() {
    const refs = new RefTable();
    createReader(document, refs).read({ filter: 'all', firstRef: 1, cap: 0, depth: 10_000 });
    const operable = operableElements(document);
    const missed = operable.filter((element) => refs.known(element) === undefined);
    return { all: operable.length, missed: missed.map((element) => element.outerHTML.slice(0, 160)) };
  },
  walk() {
    let sum = 0;
    for (const element of document.querySelectorAll('*')) {
      sum += element.getBoundingClientRect().width + getComputedStyle(element).display.length;
    }
    return sum;
  },
};

Object.assign(globalThis, { offstageBench: inPage });
