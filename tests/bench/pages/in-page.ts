// Bundled and put into a page's isolated world: our reader as it ships, but for the way into closed shadow roots, which only
// an extension has, and what is asked of it by those who measure.
import { createReader } from '../../../src/dom/reader';
import { RefTable } from '../../../src/dom/refs';
import { snapshotOf } from '../../../src/dom/snapshot';
import type { SnapshotNode } from '../../../src/dom/snapshot-node';
import type { Judged } from './judged';
import { isVisible } from './visible-element';

/** What the bench calls in the page. */
export interface InPage {
  /** A first read: refs are given out anew each time. */
  read(filter: 'all' | 'interactive' | undefined, cap: number | undefined): string;
  /** Reads the whole page once more, to be judged. */
  prepare(): void;
  /** What that read says of nodes: null for what is no element. */
  judge(nodes: Node[]): (Judged | null)[];
  /** Milliseconds that something takes, by the page's own clock. */
  timed(work: () => unknown): number;
  /** The least that any reader does: every element's rectangle and style. */
  walk(): number;
}

let refs = new RefTable();
const said = new Map<Element, SnapshotNode>();
/** Elements whose ref stands in the text that a model gets. */
const printed = new Set<Element>();

function note(node: SnapshotNode): void {
  if (node.pieces === undefined) said.set(node.element, node);
  for (const child of node.children) note(child);
}

const NAMED_BY_CONTENT = /^(heading|link|button|tab|option|menuitem|treeitem|switch)$/;

/** What is printed below a line that has no name of its own: `h2 With a "link" [ref_1]`. */
function wordsOf(node: SnapshotNode): string {
  const parts = node.pieces ?? node.children;
  return parts.map((part) => (typeof part === 'string' ? part : part.name || wordsOf(part))).join(' ');
}

/**
 * The parts of a `<video>` or a date field live in a shadow root of the browser, where no script can act on them.
 * Told by the host, which takes no other shadow root: asking such a root for its `mode` crashes the renderer
 * (Chromium 156).
 */
function isBrowsersOwn(element: Element): boolean {
  const root = element.getRootNode();
  return (
    root instanceof ShadowRoot &&
    /^(video|audio|input|textarea|select|details|meter|progress|img)$/.test(root.host.localName)
  );
}

function textOf(table: RefTable, filter: 'all' | 'interactive' | undefined, cap: number | undefined): string {
  const answer = createReader(document, table).read({
    firstRef: 1,
    ...(filter ? { filter } : {}),
    ...(cap === undefined ? {} : { cap }),
    ...(cap === 0 ? { depth: 10_000 } : {}),
  });
  if (!answer.ok) throw new Error(answer.message);
  return answer.text;
}

/** Where in our tree an element without a ref of its own is. */
function placeOf(element: Element): Judged['place'] {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at !== element && printed.has(at)) return 'in a ref';
  }
  for (const one of printed) if (element.contains(one)) return 'around refs';
  return said.has(element) ? 'told without a ref' : 'not in the tree';
}

function parentOf(element: Element): Element | null {
  const root = element.parentElement ?? element.getRootNode();
  return root instanceof ShadowRoot ? root.host : root instanceof Element ? root : null;
}

const inPage: InPage = {
  read: (filter, cap) => textOf(new RefTable(), filter, cap),
  prepare() {
    refs = new RefTable();
    said.clear();
    printed.clear();
    const text = textOf(refs, 'all', 0);
    for (const [, ref = ''] of text.matchAll(/\[(ref_\d+)\]/g)) {
      const found = refs.resolve(ref);
      if (found.ok) printed.add(found.element);
    }
    const counter = { next: 1_000_000 };
    for (const node of snapshotOf(document.body, { visibleOnly: false, refs, counter })) note(node);
  },
  judge: (nodes) =>
    nodes.map((node) => {
      if (!(node instanceof Element) || isBrowsersOwn(node)) return null;
      const told = said.get(node);
      const visible = isVisible(node);
      const ref = printed.has(node);
      return {
        visible,
        ref,
        place: ref ? 'has a ref' : placeOf(node),
        html: node.outerHTML.slice(0, 140),
        ...(told
          ? { role: told.role, name: told.name || (NAMED_BY_CONTENT.test(told.role) ? wordsOf(told) : '') }
          : {}),
      };
    }),
  timed(work) {
    const begun = performance.now();
    work();
    return performance.now() - begun;
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
