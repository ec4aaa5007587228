import { isAnother, isAnotherPart } from './another-thing';
import { labelOf } from './describe';
import { quoted } from './line-text';
import { nameOf } from './name';
import { oneLine } from './one-line';
import { attribute, contains, documentOf, parentElementOf } from './platform';
import type { Ref, RefProblem } from './reader-contract';
import { roleOf } from './role';
import type { SnapshotNode } from './snapshot-node';

/** Words of a part of a page that are looked at, in characters: rows and cards are told apart by how they begin. */
const PART_LENGTH = 200;
/** Levels that a part may reach above its element. */
const PART_LEVELS = 12;
const SHOWN_LENGTH = 80;

/** What an element was told as. */
interface Told {
  /** The role that it was named by. */
  named: string;
  name: string;
  role: string;
  part?: Part;
}

/** Where others have the same name: what stands with this one, and what with the next. */
interface Part {
  /** How many levels above the element it is. */
  up: number;
  words: string;
  beside: string;
}

/**
 * What was last told of the elements that have refs. Lists that draw only what is in sight, and lists without keys, show
 * another row in the same nodes: the node of a ref is still there then, and is something else to a person.
 */
export class ToldElements {
  readonly #told = new WeakMap<Element, Told>();
  #waiting: (() => void)[] = [];
  readonly #keepSoon = inTaskOfItsOwn(() => this.#keepAll());

  /**
   * Keeps what was told of each element whose ref stands in a text: once that is on its way, as nobody waits for it.
   *
   * @param nodes all that was looked at for it
   * @param within the part of the page that this was; undefined for all of it
   */
  tell(nodes: readonly SnapshotNode[], text: string, within?: Element): void {
    this.#later(() => {
      const refs = new Set<string>(text.match(/ref_\d+(?=\])/g));
      for (const group of byName(nodes)) {
        const parts = group.length > 1 ? new Parts(group.map(({ element }) => element)) : undefined;
        for (const [at, { element, ref, role, named, name }] of group.entries()) {
          if (!refs.has(ref)) continue;
          const part = parts?.of(at) ?? (within && this.#seenAgain(element, within));
          this.#told.set(element, { named, name, role, ...(part ? { part } : {}) });
        }
      }
    });
  }

  /** Keeps what was told of an element as words that stand on the page. */
  tellWords(element: Element): void {
    this.#later(() =>
      this.#told.set(element, { named: 'button', name: nameOf(element, 'button'), role: roleOf(element) }),
    );
  }

  #later(keep: () => void): void {
    if (this.#waiting.push(keep) === 1) this.#keepSoon();
  }

  #keepAll(): void {
    for (const keep of this.#waiting.splice(0)) keep();
  }

  /** Why an element is not what was told by its ref any more; undefined as long as it is. */
  problemOf(element: Element, ref: string): RefProblem | undefined {
    this.#keepAll();
    const told = this.#told.get(element);
    if (!told) return undefined;
    const now = nameOf(element, told.named);
    if (told.name !== '' && now !== '' && !isPlaceholder(element, now) && isAnother(told.name, now))
      return changed(`${ref} was ${labelled(told)} when it was read, and is ${labelOf(element)} now.`);
    const { part } = told;
    const box = part && boxAbove(element, part.up);
    const nowWith = box && wordsIn(box);
    if (!part || nowWith === undefined || !isAnotherPart(part.words, nowWith, part.beside)) return undefined;
    // Those words are not told: among them are such as nobody sees.
    return changed(
      `${ref} is still ${labelled(told)}, but what stood beside it when it was read is another thing now.`,
    );
  }

  /** The part that an element was told with, as it is now if that was read too. */
  #seenAgain(element: Element, within: Element): Part | undefined {
    const part = this.#told.get(element)?.part;
    const box = part && boxAbove(element, part.up);
    return part && box && contains(within, box) ? { ...part, words: wordsIn(box) } : part;
  }
}

function labelled({ role, name }: Told): string {
  return name === '' ? role : `${role} ${quoted(name, SHOWN_LENGTH)}`;
}

type Addressed = SnapshotNode & { ref: Ref; named: string };

/** What has a ref, in groups of one name, in document order. */
function byName(nodes: readonly SnapshotNode[]): Iterable<Addressed[]> {
  const groups = new Map<string, Addressed[]>();
  const walk = (node: SnapshotNode) => {
    if (isAddressed(node)) {
      const key = `${node.role} ${node.name}`;
      const group = groups.get(key);
      if (group) group.push(node);
      else groups.set(key, [node]);
    }
    node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return groups.values();
}

function isAddressed(node: SnapshotNode): node is Addressed {
  return node.ref !== undefined && node.named !== undefined;
}

/** Of elements in document order the largest box around each that holds no other of them: its row, its card. */
class Parts {
  readonly #elements: readonly Element[];
  readonly #boxes = new Map<number, { up: number; words: string }>();

  constructor(elements: readonly Element[]) {
    this.#elements = elements;
  }

  of(at: number): Part {
    const { up, words } = this.#box(at);
    return { up, words, beside: this.#box(at + 1 < this.#elements.length ? at + 1 : at - 1).words };
  }

  #box(at: number): { up: number; words: string } {
    const known = this.#boxes.get(at);
    if (known) return known;
    const [before, element, after] = [this.#elements[at - 1], this.#elements[at], this.#elements[at + 1]];
    let box = element;
    let up = 0;
    for (; box && up < PART_LEVELS; up++) {
      const around = parentElementOf(box);
      if (!around || (before && contains(around, before)) || (after && contains(around, after))) break;
      box = around;
    }
    const found = { up, words: box ? wordsIn(box) : '' };
    this.#boxes.set(at, found);
    return found;
  }
}

function boxAbove(element: Element, up: number): Element | undefined {
  let box: Element | null = element;
  for (let level = 0; level < up && box; level++) box = parentElementOf(box);
  return box ?? undefined;
}

/** How a part of a page begins. A large part is not read to its end. */
function wordsIn(box: Element): string {
  const texts = documentOf(box).createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let words = '';
  while (words.length < PART_LENGTH && texts.nextNode()) words += `${texts.currentNode.nodeValue} `;
  return words.slice(0, PART_LENGTH);
}

/** A hint in an empty field is no name of it: there are some that change all the time. */
function isPlaceholder(element: Element, name: string): boolean {
  return oneLine(attribute(element, 'placeholder') ?? '') === name;
}

function changed(what: string): RefProblem {
  return {
    ok: false,
    problem: 'changed',
    message: `${what} The page shows something else in its place. Nothing was done. Read the page again.`,
  };
}

/**
 * A way to have something done once the task that runs has ended. Timers come as late as a minute in tabs that nobody
 * sees (Chromium, intensive throttling); messages do not.
 */
function inTaskOfItsOwn(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', work);
  port1.start();
  return () => port2.postMessage(undefined);
}
