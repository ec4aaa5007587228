import { withDialogFirst } from './behind-dialog';
import { ChangeWatch } from './changes';
import { describePage, labelOf } from './describe';
import { described } from './described';
import { isHtml } from './element-kind';
import { holdFileInput, setFiles } from './file-input';
import { findIn } from './find';
import { focusedIn } from './focused';
import { placeInTab, revealInFrame } from './foreign-frame';
import { setValue } from './form-input';
import type { StitchedFrame } from './frame-contract';
import { elementAt } from './hit-test';
import { withAreas } from './image-areas';
import { KeyGuard } from './key-guard';
import { locate, rectOf, withinOf } from './locate';
import { marksIn } from './mark-places';
import { maskedText } from './masked';
import { pageText } from './page-text';
import { scrollIntoView } from './platform';
import { postsToNewTab } from './post-target';
import { PressGuard } from './press-guard';
import { isHit } from './press-target';
import { print } from './print';
import type { Reader, ReadOptions, RefProblem } from './reader-contract';
import { RefTable } from './refs';
import { restOf, restText } from './rest';
import { placeOf } from './run-place';
import { showsOf } from './shown-by';
import { snapshotOf } from './snapshot';
import type { SnapshotNode } from './snapshot-node';
import { showMark } from './tab-mark';
import { ToldElements } from './told';

const DEPTH = 15;
const CAP = 50_000;
/** Room for what is said after a part of a long line. */
const REST_NOTE_LENGTH = 100;

/**
 * The reader of one document: all its answers survive structured cloning.
 *
 * @param refs where refs are kept; given by measurements that look inside
 */
export function createReader(root: Document, refs = new RefTable()): Reader {
  const told = new ToldElements();
  const watch = new ChangeWatch();
  const guard = new PressGuard();
  const keys = new KeyGuard();

  function snapshot(given: Pick<ReadOptions, 'filter' | 'ref' | 'firstRef' | 'view'>) {
    const counter = { next: given.firstRef };
    const from =
      given.ref === undefined
        ? { ok: true as const, element: root.body ?? root.documentElement }
        : refs.resolve(given.ref);
    if (!from.ok) return from;
    // A subtree is asked for by name: then its parts outside the viewport are wanted too.
    const visibleOnly = given.filter === undefined && given.ref === undefined;
    const take = (element: Element, without?: Element) => {
      const view = given.view ? { view: given.view } : {};
      const how = { visibleOnly, refs, counter, ...view, ...(without ? { without } : {}) };
      return withAreas(snapshotOf(element, how), element, how);
    };
    const roots = (given.ref === undefined ? undefined : refs.partOf(given.ref)) ?? [from.element];
    const nodes =
      given.ref === undefined
        ? withDialogFirst(from.element, take)
        : withHeader(roots).flatMap((element) => take(element));
    return { ok: true as const, counter, nodes };
  }

  function withElement<T>(ref: string, use: (element: Element) => T): T | RefProblem {
    const found = refs.resolve(ref);
    return found.ok ? use(found.element) : found;
  }

  /** For what acts on the element: it has to be what was told. */
  function withTold<T>(ref: string, use: (element: Element) => T): T | RefProblem {
    return withElement(ref, (element) => told.problemOf(element, ref) ?? use(element));
  }

  return {
    read(options) {
      const taken = snapshot(options);
      if (!taken.ok) return taken;
      const cap = options.cap ?? CAP;
      const refForRest = (node: SnapshotNode, at: number) =>
        refs.refForRest(placeOf(node), restOf(node, at), taken.counter);
      const rest = options.ref === undefined ? undefined : refs.restOf(options.ref);
      const text = rest
        ? restText(taken.nodes, rest, cap === 0 ? Number.POSITIVE_INFINITY : cap - REST_NOTE_LENGTH, refForRest)
        : print(taken.nodes, {
            depth: options.depth ?? DEPTH,
            interactiveOnly: options.filter === 'interactive',
            cap,
            urls: options.ref !== undefined,
            whole: options.ref !== undefined,
            refForFold: (elements) => refs.refForPart(elements, taken.counter),
            refForRest,
          });
      if (text === undefined) return lineGone(options.ref ?? '');
      told.tell(taken.nodes, text, options.ref === undefined ? undefined : elementOf(refs, options.ref));
      return { ok: true, text, nextRef: taken.counter.next, frames: framesIn(taken.nodes) };
    },
    find({ query, firstRef }) {
      const taken = snapshot({ filter: 'all', firstRef });
      if (!taken.ok) return taken;
      const frames = framesIn(taken.nodes);
      const words: Element[] = [];
      const found = findIn(taken.nodes, query, (element) => {
        words.push(element);
        return refs.refFor(element, taken.counter);
      });
      for (const element of words) told.tellWords(element);
      told.tell(taken.nodes, found.matches.map(({ line }) => line).join('\n'));
      return { ok: true, ...found, nextRef: taken.counter.next, frames };
    },
    marks({ firstRef }) {
      const taken = snapshot({ firstRef });
      if (!taken.ok) return { marks: [], nextRef: firstRef };
      const marks = marksIn(taken.nodes);
      told.tell(taken.nodes, marks.map(({ ref }) => `[${ref}]`).join());
      return { marks, nextRef: taken.counter.next };
    },
    pageText: ({ cap }) => ({ ok: true, text: pageText(root, cap) }),
    place: () => placeInTab(root.defaultView ?? window),
    reveal: (path, share) => revealInFrame(root, path, share),
    async locate(ref) {
      return withTold(ref, locate);
    },
    readyToPress(ref, x, y) {
      const element = elementOf(refs, ref);
      if (!element || !isHit(element, x, y) || told.problemOf(element, ref)) return false;
      guard.expect(root, element, () => told.problemOf(element, ref) === undefined);
      return true;
    },
    keepPressesOff() {
      if (root.defaultView?.frameElement == null) guard.expect(root, undefined);
    },
    pressEnded: () => guard.end(),
    expectKeys: (given) => keys.expect(root, given),
    keysEnded: () => keys.end(),
    describe(at) {
      const element =
        at === 'focus' ? focusedIn(root) : 'ref' in at ? elementOf(refs, at.ref) : elementAt(root, at.x, at.y);
      if (at === 'focus') keys.described(element);
      return element && described(element);
    },
    postsToNewTab(at) {
      const element = 'ref' in at ? elementOf(refs, at.ref) : elementAt(root, at.x, at.y);
      return element !== undefined && postsToNewTab(element);
    },
    page: () => describePage(root),
    documentType: () => root.contentType,
    async setValue(ref, value) {
      return withTold(ref, (element) => setValue(element, value));
    },
    shows: (ref) => withElement(ref, showsOf),
    async scrollTo(ref) {
      return withElement(ref, (element) => {
        scrollIntoView(element, { block: 'center', inline: 'nearest', behavior: 'instant' });
        return { ok: true as const, label: labelOf(element), within: withinOf(element), rect: rectOf(element) };
      });
    },
    masked: (text) => maskedText(root, text),
    holdFileInput: (ref) => withTold(ref, holdFileInput),
    setFiles: (ref, files) => withTold(ref, (element) => setFiles(element, files)),
    mark: (words) => showMark(root, words),
    changes: () => watch.line(root),
  };
}

function lineGone(ref: string): RefProblem {
  return {
    ok: false,
    problem: 'stale',
    message: `${ref} is stale: the text that it goes on with is no longer on the page. Read the page again and use a new ref.`,
  };
}

/** Rows of a table that are read by themselves come with the row that names their columns. */
function withHeader(roots: Element[]): Element[] {
  const [first] = roots;
  const table = first && isHtml(first, 'tr') ? first.closest('table') : null;
  const head = table?.rows[0];
  return head?.querySelector('th') && !roots.includes(head) ? [head, ...roots] : roots;
}

function elementOf(refs: RefTable, ref: string): Element | undefined {
  const found = refs.resolve(ref);
  return found.ok ? found.element : undefined;
}

function framesIn(nodes: readonly SnapshotNode[]): StitchedFrame[] {
  return nodes.flatMap((node) => [
    ...(node.frame && node.ref ? [{ marker: `{frame ${node.ref}}`, ...node.frame }] : []),
    ...framesIn(node.children),
  ]);
}
