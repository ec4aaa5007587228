import { isBeside, leadsElsewhere } from './content-parts';
import { isElement } from './element-kind';
import { allWordsOf, elementsOf, firstOf, kindOf, nextOf, TEXT, tagOf } from './platform';
import { kindOfBody, kindOfPost } from './post-kind';
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
  const posts = weighing.postsIn(scope);
  return {
    part: weighing.smallest(scope, posts),
    share: left === 0 ? 0 : left / (taken + left),
    posts: posts.length > 0,
  };
}

/** Of what a part holds: the rest is strewn over the page, between its menus. */
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
  readonly #threads: Element[] = [];
  /** Boxes with words of their own or paragraphs, by their class: what a question and its answers are written in is alike. */
  readonly #bodies = new Map<string, Element[]>();
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
    if (this.#isThread(element)) this.#threads.push(element);
    const kind = kindOfBody(element, tag);
    if (kind) this.#bodies.set(kind, [...(this.#bodies.get(kind) ?? []), element]);
    return weight;
  }

  /** Boxes that hold posts which were left out where others like them were not. */
  postsIn(scope: Element): Element[] {
    const bodies = [...this.#bodies.values()].flatMap((alike) => {
      const inScope = alike.filter((body) => scope.contains(body));
      const isTaken = inScope.some((body) => (this.of.get(body)?.taken ?? 0) >= PASSAGE);
      return isTaken ? inScope.filter((body) => isLeft(this.of.get(body))) : [];
    });
    return [...this.#threads.filter((thread) => scope.contains(thread)), ...bodies];
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

  /**
   * The smallest part of a box that holds nearly all words of it that count.
   *
   * @param all what must be in it besides
   */
  smallest(box: Element, all: readonly Element[]): Element {
    const whole = this.of.get(box);
    if (!whole) return box;
    const holds = (part: Element) => {
      const { taken = 0, left = 0 } = this.of.get(part) ?? {};
      const most = taken >= whole.taken * MOST && left >= whole.left * MOST;
      return most && all.every((each) => part.contains(each));
    };
    let part = box;
    for (let inner: Element | undefined = box; inner; inner = [...elementsOf(inner)].find(holds)) part = inner;
    return part;
  }
}

function isLeft(weight: Weight | undefined): boolean {
  return weight !== undefined && weight.taken === 0 && weight.left > 0;
}

function add(sum: Weight, part: Weight): void {
  sum.taken += part.taken;
  sum.left += part.left;
  sum.any += part.any;
  sum.headings += part.headings;
  if (part.headings > 0) sum.leads = part.leads;
}

function* textsIn(root: Element): Generator<string> {
  const walker = root.ownerDocument.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node.nodeValue ?? '';
}

function plainWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
