import { type FindQuery, plain, saysPhrase, wordsOf } from './find-query';
import { KIND_ROLES } from './find-words';
import { attribute, hasAttributes } from './platform';
import { ownWords, type SnapshotNode, wordsBelow } from './snapshot-node';

/** What is around an element: it may be meant by that. */
export interface Around {
  /** Names of the boxes and headings that it is under, and words beside it. */
  said: string;
  roles: readonly string[];
  /** Words right before it: they name a field that has no other name. */
  before: string;
}

/** What a person finds by the words before it. */
const FIELDS = new Set([...(KIND_ROLES.field ?? []), 'listbox', 'slider', 'switch']);

/** How well the text of a description fits; undefined when it does not. */
export function said(node: SnapshotNode, query: FindQuery, around: Around, why: string[]): number | undefined {
  const name = plain(nameOf(node).slice(0, 500));
  if (query.words.length === 0) {
    if (!query.kind && !query.place) return undefined;
    const fits = query.kind?.roles.includes(node.role) ?? true;
    return fits && (query.kind || node.ref !== undefined) ? 1 : undefined;
  }
  if (name !== '' && (name === query.text || name === query.whole)) {
    why.push('name is exactly that');
    return 30;
  }
  const label = node.name === '' && FIELDS.has(node.role) ? around.before : '';
  if (label !== '' && (label === query.text || label === query.whole)) {
    why.push(`right after "${label}"`);
    return 25;
  }
  const marks = hasAttributes(node.element) ? marksOf(node.element) : [];
  const hits = query.words.map((word) => hitOf(word, node, { name, label, marks }, query, around));
  // Words on the page are not meant by what is beside them.
  const own = hits.filter(({ points }) => points > (node.ref === undefined ? BESIDE : 1)).length;
  const all = hits.filter((hit) => hit.points > 0).length;
  if (own === 0 || all < query.words.length / 2 || (node.ref === undefined && all < query.words.length))
    return undefined;
  why.push(...new Set(hits.flatMap((hit) => hit.why ?? [])));
  const whole = saysPhrase(name, query.text) ? 4 : 0;
  const missing = query.words.length - all;
  const share = own / Math.max(own, wordsOf(name).length);
  return hits.reduce((sum, hit) => sum + hit.points, 0) + whole + 2 * share - 2 * missing;
}

/** A heading is known by all that is in it; what is operated and has no name, by its words. */
function nameOf(node: SnapshotNode): string {
  if (node.name !== '') return node.name;
  if (node.role === 'heading') return wordsBelow(node);
  return node.ref === undefined || BOXES.has(node.role) ? '' : ownWords(node);
}

/** What is in them is found by itself. */
const BOXES = new Set(['dialog', 'alertdialog', 'iframe', 'popover', 'scroll area']);

/** What is beside an element says less of it than what is on it. */
const BESIDE = 1.5;

interface Hit {
  points: number;
  why?: string;
}

/** What is written on an element, plain. */
interface Written {
  name: string;
  label: string;
  marks: readonly { mark: string; text: string }[];
}

function hitOf(word: string, node: SnapshotNode, written: Written, query: FindQuery, around: Around): Hit {
  const { name, label, marks } = written;
  if (saysPhrase(name, word)) return { points: 8, why: `name has "${word}"` };
  const meaning = query.meanings.find((each) => wordsOf(each.word).includes(word));
  const same = meaning?.phrases.find((phrase) => saysPhrase(name, phrase));
  if (same) return { points: 6, why: `name has "${same}", which is "${meaning?.word}"` };
  if (saysPhrase(label, word)) return { points: 5, why: `right after "${word}"` };
  const meantLabel = meaning?.phrases.find((phrase) => saysPhrase(label, phrase));
  if (meantLabel) return { points: 4, why: `right after "${meantLabel}", which is "${meaning?.word}"` };
  if (word.length > 2 && name.includes(word)) return { points: 4, why: `name contains "${word}"` };
  const marked = marks.find(({ text }) => text.includes(word));
  if (marked) return { points: 4, why: `${marked.mark} has "${word}"` };
  const value =
    (node.value ?? node.options) ? plain(`${node.value ?? ''} ${node.options?.slice(0, 50).join(' ') ?? ''}`) : '';
  if (value !== '' && saysPhrase(value, word)) return { points: 4, why: `value has "${word}"` };
  const meant =
    same === undefined && meaning?.phrases.find((phrase) => marks.some(({ text }) => saysPhrase(text, phrase)));
  if (meant) return { points: 3, why: `is marked "${meant}", which is "${meaning?.word}"` };
  const near = word.length > 4 && wordsOf(name).find((each) => isAlike(each, word));
  if (near) return { points: 3, why: `name has "${near}", which is like "${word}"` };
  const target = plain(attribute(node.element, 'href') ?? '');
  if (word.length > 2 && saysPhrase(target, word)) return { points: 2, why: `address has "${word}"` };
  if (saysPhrase(around.said, word)) return { points: BESIDE, why: `beside or under "${word}"` };
  return { points: 0 };
}

/** What is written on an element for people or for tests. */
const MARKS = [
  'placeholder',
  'title',
  'data-testid',
  'data-test',
  'data-test-id',
  'data-qa',
  'data-cy',
  'id',
  'name',
  'type',
  'alt',
  'aria-description',
];

function marksOf(element: Element): { mark: string; text: string }[] {
  return MARKS.flatMap((mark) => {
    const text = attribute(element, mark);
    return text === null || text === '' ? [] : [{ mark, text: plain(text) }];
  });
}

/** One letter more, less, other or exchanged with its neighbour; two such in long words. */
function isAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return false;
  const most = Math.max(a.length, b.length) > 7 ? 2 : 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  let above: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (above[j - 2] ?? most) + 1 : changed;
      next.push(Math.min(changed, exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
