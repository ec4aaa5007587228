import { type Around, said } from './find-hits';
import { type FindQuery, plain, queryOf } from './find-query';
import { lineOf, quoted } from './line-text';
import type { FoundMatch, Ref } from './reader-contract';
import { parentOf } from './shadow';
import { isPlainText, isRun, ownWords, type SnapshotNode, wordsBelow } from './snapshot-node';

const MATCHES = 20;
const LINE_LENGTH = 400;

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
    const match = isTold(node, around) ? undefined : judged(node, query, around);
    if (match) found.push({ ...match, node, at: found.length });
    const inside = {
      said: `${around.said} ${plain(isRun(node) ? node.name : node.name.slice(0, 200))}`.slice(-400),
      roles: [...around.roles, node.role],
      before: '',
    };
    visitAll(node.children, inside);
  };
  const visitAll = (siblings: readonly SnapshotNode[], around: Around) => {
    let heading = '';
    const beside = siblings.length <= 8 ? plain(siblings.map((each) => wordsNear(each)).join(' ')) : '';
    let last: SnapshotNode | undefined;
    for (const node of siblings) {
      if (node.role === 'heading') heading = plain(wordsBelow(node));
      const before = plain(last?.name.slice(0, 60) ?? '');
      visit(node, {
        ...around,
        said: `${around.said} ${heading} ${beside || before}`,
        before: last && isPlainText(last) ? before : '',
      });
      last = node;
    }
  };
  visitAll(nodes, { said: '', roles: [], before: '' });
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

/** Words of a heading are told with it, and those of links that stand in a row with nothing between with these. */
function isTold(node: SnapshotNode, around: Around): boolean {
  if (!isRun(node)) return false;
  if (around.roles.at(-1) === 'heading') return true;
  return (
    node.children.length > 0 && !node.pieces.some((piece) => typeof piece === 'string' && /[\p{L}\p{N}]/u.test(piece))
  );
}

/** Of words where something else was asked for: they name it, and it stands near. */
const OTHER_KIND = 0.2;

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
    } else if (plainWords && plain(wordsBelow(node)) !== query.whole) score *= OTHER_KIND;
    else score -= 2;
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

function lineFor(node: SnapshotNode, refFor: (element: Element) => Ref): string {
  if (node.ref !== undefined) {
    const name = node.name || ownWords(node).slice(0, LINE_LENGTH);
    return lineOf({ ...node, name }, { urls: true, whole: false, cap: 1 });
  }
  const words = node.role === 'heading' ? wordsBelow(node) : node.name;
  const kind = node.role === 'heading' ? 'heading' : 'text';
  return `${kind} ${quoted(words.slice(0, LINE_LENGTH))} [${refFor(ownerOf(node))}]`;
}

/** What words stand in. That of words which begin with a link is not the link. */
function ownerOf(node: SnapshotNode): Element {
  const isLink = isRun(node) && node.children.some(({ element }) => element === node.element);
  return (isLink ? parentOf(node.element) : null) ?? node.element;
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
