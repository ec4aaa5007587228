import { isBeside, leadsElsewhere } from './content-parts';
import { isElement } from './element-kind';
import {
  allWordsOf,
  attribute,
  elementsOf,
  firstElementOf,
  firstOf,
  hasAttribute,
  kindOf,
  nextOf,
  TEXT,
  tagOf,
} from './platform';
import { INLINE } from './visible-lines';

/** What of a page's main content was left out by an extraction that takes one article out of it. */
export interface LeftOut {
  /** The smallest part of the page that holds what was taken and what was left out. */
  part: Element;
  /** Of the words that a person came for, those that were left out: 0 to 1. */
  share: number;
  /** One of several alike was taken, and others were not: posts of a thread, answers, comments. */
  posts: boolean;
}

/**
 * Compares an extraction with the visible copy that it was made of. Only words of the main content count: not those of
 * navigation, headers, footers, asides and forms, no links and buttons, and no summaries of other pages. Words that stand
 * alone (labels, captions, bylines) do not count for the share: each article leaves some of them out.
 */
export function leftOutBy(extracted: Element, copy: Document): LeftOut {
  const { body } = copy;
  const weighing = new Weighing(extracted);
  const all = weighing.weigh(body);
  const mains = [...copy.querySelectorAll('main, [role=main]')];
  // What was taken may be an article in a part that the page marks: what is around that is no content.
  const scope = mains.find((main) => (weighing.of.get(main)?.taken ?? 0) > all.taken * MOST) ?? body;
  const { taken, left } = weighing.of.get(scope) ?? all;
  return {
    part: weighing.smallest(scope),
    share: left === 0 ? 0 : left / (taken + left),
    posts: weighing.threads.some((thread) => scope.contains(thread)),
  };
}

const MOST = 0.9;
/** Shorter passages are labels. */
const PASSAGE = 4;

interface Weight {
  /** Words that the extraction has. */
  taken: number;
  /** Words in passages that it has not. */
  left: number;
  /** All words that it has not, summaries of other pages and words that stand alone too. */
  any: number;
  headings: number;
  /** The last heading leads to another page. */
  leads: boolean;
}

class Weighing {
  readonly of = new Map<Element, Weight>();
  /** Boxes with several alike in them, of which some were left out. */
  readonly threads: Element[] = [];
  readonly #texts = new Set<string>();
  readonly #all: string;
  /** Of words that stand in one line. */
  #passage = { taken: 0, left: 0 };

  constructor(extracted: Element) {
    for (const text of textsIn(extracted)) this.#texts.add(plainWords(text).join(' '));
    this.#all = ` ${plainWords(allWordsOf(extracted)).join(' ')} `;
  }

  weigh(element: Element): Weight {
    const tag = tagOf(element);
    const weight: Weight = { taken: 0, left: 0, any: 0, headings: 0, leads: false };
    const block = !INLINE.has(tag);
    if (block) this.#end(weight);
    for (let child = firstOf(element); child; child = nextOf(child)) {
      if (kindOf(child) === TEXT) this.#text(child.nodeValue ?? '', weight);
      else if (isElement(child) && !isBeside(child)) {
        if (!INLINE.has(tagOf(child))) this.#end(weight);
        add(weight, this.weigh(child));
      }
    }
    if (block) this.#end(weight);
    if (/^h[1-6]$/.test(tag)) return { taken: 0, left: 0, any: 0, headings: 1, leads: leadsElsewhere(element) };
    // With one heading, that leads to another page, and nothing of it taken: a summary of that page.
    if (weight.taken === 0 && weight.headings === 1 && weight.leads) weight.left = 0;
    // Old applications are a form with the whole page in it.
    if (weight.taken === 0 && tag === 'form') weight.left = weight.any = 0;
    if (weight.taken + weight.any > 0) this.of.set(element, weight);
    if (this.#isThread(element)) this.threads.push(element);
    return weight;
  }

  #text(text: string, weight: Weight): void {
    const words = plainWords(text);
    if (words.length === 0) return;
    const count = words.reduce((sum, word) => sum + (CJK.test(word) ? Math.ceil(word.length / 2) : 1), 0);
    const said = words.join(' ');
    // Texts that stood apart may have been put together.
    if (this.#texts.has(said) || this.#all.includes(` ${said} `)) {
      // Such words stand in every post: `Reply`, `2 days ago`.
      if (count < PASSAGE) return;
      weight.taken += count;
      this.#passage.taken += count;
    } else {
      weight.any += count;
      this.#passage.left += count;
    }
  }

  #end(weight: Weight): void {
    const { taken, left } = this.#passage;
    if (taken + left >= PASSAGE) weight.left += left;
    this.#passage = { taken: 0, left: 0 };
  }

  #isThread(element: Element): boolean {
    const kinds = new Map<string, { taken: boolean; left: boolean }>();
    for (const child of elementsOf(element)) {
      const weight = this.of.get(child);
      const kind = weight && kindOfPost(child);
      if (!kind) continue;
      const seen = kinds.get(kind) ?? { taken: false, left: false };
      if (weight.taken >= PASSAGE) seen.taken = true;
      else if (weight.any > 0) seen.left = true;
      if (seen.taken && seen.left) return true;
      kinds.set(kind, seen);
    }
    return false;
  }

  /** The smallest part of a box that holds all words of it that count. */
  smallest(box: Element): Element {
    let part = box;
    for (;;) {
      const holding = [...elementsOf(part)].filter((child) => this.of.has(child));
      const [only] = holding;
      if (!only || holding.length > 1) return part;
      const [inner, outer] = [this.of.get(only), this.of.get(part)];
      if (inner && outer && inner.taken + inner.any < outer.taken + outer.any) return part;
      part = only;
    }
  }
}

function add(sum: Weight, part: Weight): void {
  sum.taken += part.taken;
  sum.left += part.left;
  sum.any += part.any;
  sum.headings += part.headings;
  if (part.headings > 0) sum.leads = part.leads;
}

/** Posts of a thread are alike: the same kind of box, which begins with the same kind of box. */
function kindOfPost(element: Element): string | undefined {
  const tag = tagOf(element);
  if (!POSTS.has(tag) || (tag !== 'article' && tag !== 'li' && !hasAttribute(element, 'class'))) return undefined;
  const first = firstElementOf(element);
  return first ? `${tag}.${firstClass(element)} ${tagOf(first)}.${firstClass(first)}` : undefined;
}

const POSTS = new Set(['article', 'div', 'li', 'section']);

function firstClass(element: Element): string {
  return /\S+/.exec(attribute(element, 'class') ?? '')?.[0] ?? '';
}

function* textsIn(root: Element): Generator<string> {
  const walker = root.ownerDocument.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node.nodeValue ?? '';
}

function plainWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
