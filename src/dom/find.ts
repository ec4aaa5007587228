import { type FindQuery, plain, queryOf, saysPhrase, wordsOf } from './find-query';
import { lineOf, quoted } from './line-text';
import { attribute } from './platform';
import type { FoundMatch, Ref } from './reader-contract';
import { isRun, type SnapshotNode } from './snapshot-node';

const MATCHES = 20;
const LINE_LENGTH = 400;

/** What is around an element: it may be meant by that. */
interface Around {
  /** Names of the boxes and headings that it is under, and words beside it. */
  said: string;
  roles: readonly string[];
}

interface Match {
  node: SnapshotNode;
  score: number;
  why: string[];
  at: number;
}

/**
 * Up to 20 elements that fit a description, best first, each with its line and why it matched: what it says before what
 * is written on it elsewhere, exact before alike, its own words before those around it.
 *
 * @param refFor gives a ref to words that have none, so that a match can be scrolled to
 */
export function findIn(
  nodes: readonly SnapshotNode[],
  description: string,
  refFor: (element: Element) => Ref,
): { matches: FoundMatch[]; left: number } {
  const query = queryOf(description);
  const found: Match[] = [];
  const visit = (node: SnapshotNode, around: Around) => {
    const match = judged(node, query, around);
    if (match) found.push({ ...match, node, at: found.length });
    const inside = {
      said: `${around.said} ${plain(isRun(node) ? node.name : node.name.slice(0, 200))}`.slice(-400),
      roles: [...around.roles, node.role],
    };
    visitAll(node.children, inside);
  };
  const visitAll = (siblings: readonly SnapshotNode[], around: Around) => {
    let heading = '';
    const beside = siblings.length <= 8 ? plain(siblings.map((each) => wordsNear(each)).join(' ')) : '';
    let before = '';
    for (const node of siblings) {
      if (node.role === 'heading') heading = plain(wordsBelow(node));
      visit(node, { ...around, said: `${around.said} ${heading} ${beside || before}` });
      before = plain(node.name.slice(0, 60));
    }
  };
  visitAll(nodes, { said: '', roles: [] });
  const ranked = chosen(found, query);
  const matches = ranked
    .slice(0, MATCHES)
    .map(({ node, score, why }) => ({ line: `${lineFor(node, refFor)} (${why.join(', ')})`, score }));
  return { matches, left: Math.max(0, ranked.length - MATCHES) };
}

/** Best first; which of several that fit equally well was asked for goes before all. */
function chosen(found: Match[], { ordinal }: FindQuery): Match[] {
  const ranked = [...found].sort((a, b) => b.score - a.score || a.at - b.at);
  const best = ranked[0];
  if (ordinal === undefined || !best) return ranked;
  const alike = ranked.filter(({ score }) => score >= best.score * 0.75).sort((a, b) => a.at - b.at);
  const meant = alike.at(ordinal > 0 ? ordinal - 1 : ordinal);
  if (!meant) return ranked;
  const place = ordinal > 0 ? `number ${ordinal}` : 'the last';
  const first = { ...meant, score: best.score + 1, why: [`${place} of ${alike.length}`, ...meant.why] };
  return [first, ...ranked.filter((match) => match !== meant)];
}

function judged(node: SnapshotNode, query: FindQuery, around: Around): { score: number; why: string[] } | undefined {
  const plainWords = isRun(node) || node.role === 'heading';
  if (node.ref === undefined && !plainWords) return undefined;
  const why: string[] = [];
  const own = said(node, query, around, why);
  if (own === undefined) return undefined;
  let score = own;
  if (query.kind) {
    if (query.kind.roles.includes(node.role)) {
      score += 4;
      why.push(`is a ${node.role}`);
    } else score -= 2;
  }
  if (query.place) {
    if (query.place.roles.some((role) => around.roles.includes(role) || node.role === role)) {
      score += 5;
      why.push(`in the ${query.place.word}`);
    } else score /= 2;
  }
  // What can be operated is meant more often than words that stand on the page.
  if (plainWords && !query.kind) score *= 0.6;
  return score > 0 && why.length > 0 ? { score, why } : undefined;
}

/** How well the text of a description fits; undefined when it does not. */
function said(node: SnapshotNode, query: FindQuery, around: Around, why: string[]): number | undefined {
  const name = plain(node.role === 'heading' && node.name === '' ? wordsBelow(node) : node.name.slice(0, 500));
  if (query.words.length === 0) {
    if (!query.kind && !query.place) return undefined;
    const fits = query.kind?.roles.includes(node.role) ?? true;
    return fits && (query.kind || node.ref !== undefined) ? 1 : undefined;
  }
  if (name !== '' && (name === query.text || name === query.whole)) {
    why.push('name is exactly that');
    return 30;
  }
  const hits = query.words.map((word) => hitOf(word, node, name, query, around));
  const own = hits.filter((hit) => hit.points > 1).length;
  const all = hits.filter((hit) => hit.points > 0).length;
  if (own === 0 || all < query.words.length / 2 || (node.ref === undefined && all < query.words.length))
    return undefined;
  why.push(...new Set(hits.flatMap((hit) => hit.why ?? [])));
  const whole = saysPhrase(name, query.text) ? 4 : 0;
  const missing = query.words.length - all;
  const share = own / Math.max(own, wordsOf(name).length);
  return hits.reduce((sum, hit) => sum + hit.points, 0) + whole + 2 * share - 2 * missing;
}

interface Hit {
  points: number;
  why?: string;
}

function hitOf(word: string, node: SnapshotNode, name: string, query: FindQuery, around: Around): Hit {
  if (saysPhrase(name, word)) return { points: 8, why: `name has "${word}"` };
  const meaning = query.meanings.find((each) => wordsOf(each.word).includes(word));
  const same = meaning?.phrases.find((phrase) => saysPhrase(name, phrase));
  if (same) return { points: 6, why: `name has "${same}", which is "${meaning?.word}"` };
  if (word.length > 2 && name.includes(word)) return { points: 4, why: `name contains "${word}"` };
  const marked = MARKS.find((mark) => plain(attribute(node.element, mark) ?? '').includes(word));
  if (marked) return { points: 4, why: `${marked} has "${word}"` };
  const value = plain(`${node.value ?? ''} ${node.options?.slice(0, 50).join(' ') ?? ''}`);
  if (saysPhrase(value, word)) return { points: 4, why: `value has "${word}"` };
  const meant =
    same === undefined &&
    meaning?.phrases.find((phrase) =>
      MARKS.some((mark) => saysPhrase(plain(attribute(node.element, mark) ?? ''), phrase)),
    );
  if (meant) return { points: 3, why: `is marked "${meant}", which is "${meaning?.word}"` };
  const near = word.length > 4 && wordsOf(name).find((each) => isAlike(each, word));
  if (near) return { points: 3, why: `name has "${near}", which is like "${word}"` };
  const target = plain(attribute(node.element, 'href') ?? '');
  if (word.length > 2 && saysPhrase(target, word)) return { points: 2, why: `address has "${word}"` };
  if (saysPhrase(around.said, word)) return { points: 1.5, why: `beside or under "${word}"` };
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

function lineFor(node: SnapshotNode, refFor: (element: Element) => Ref): string {
  if (node.ref !== undefined) return lineOf(node, { urls: true, whole: false, cap: 1 });
  const words = node.role === 'heading' ? wordsBelow(node) : node.name;
  const kind = node.role === 'heading' ? 'heading' : 'text';
  return `${kind} ${quoted(words.slice(0, LINE_LENGTH))} [${refFor(node.element)}]`;
}

/** Words of an element that stands beside another: its own, or those right in it. */
function wordsNear({ name, children }: SnapshotNode): string {
  return (
    name ||
    children
      .slice(0, 3)
      .map((child) => child.name)
      .join(' ')
  ).slice(0, 60);
}

function wordsBelow(node: SnapshotNode): string {
  return node.name || node.children.map(wordsBelow).join(' ');
}
