import { isHtml } from './element-kind';
import { cut, optionsFrom, optionText, partOf } from './long-line';
import { documentOf } from './platform';
import type { Ref } from './reader-contract';
import { isRun, type SnapshotNode } from './snapshot-node';
import { headingLevel } from './state';

const TEXT_LENGTH = 2000;
const VALUE_LENGTH = 500;
const OPTIONS_LENGTH = 160;
/** Where one element was asked for: a line with a name, a value and options of this length is below the cap of a read. */
const WHOLE_LENGTH = 15_000;
/** Words have a line of their own. */
const WHOLE_TEXT_LENGTH = 40_000;

export interface LineOptions {
  /** Print the targets of all links. */
  urls: boolean;
  /** Print long texts, values and options, as far as a read goes: a small part was asked for. */
  whole: boolean;
  /** 0 when nothing may be left out. */
  cap: number;
  /** A ref that reads on where the words or options of a node's line were cut; none are told without. */
  refForRest?(node: SnapshotNode, at: number): Ref;
}

/** The line of one node, without its place in the tree. */
export function lineOf(node: SnapshotNode, options: LineOptions): string {
  if (isRun(node)) return wordsOf(node, options);
  if (node.role === 'listitem') return node.number ?? '-';
  const parts = [node.role === 'heading' ? `h${headingLevel(node.element)}` : node.role];
  if (node.name) parts.push(quoted(node.name, options.whole ? WHOLE_LENGTH : TEXT_LENGTH));
  if (node.ref) parts.push(`[${node.ref}]`);
  parts.push(...node.states);
  if (node.value !== undefined)
    parts.push(`=${JSON.stringify(cut(node.value, options.whole ? WHOLE_LENGTH : VALUE_LENGTH))}`);
  if (node.range) parts.push(node.range);
  if (node.options) parts.push(optionsText(node, node.options, options));
  // A link's target says little beside its name, and is long: it is told where there is no name, and on request.
  if (node.role === 'link' && (options.urls || node.name === '')) parts.push(shortUrl(node.element, options.urls));
  if (node.frame) parts.push(`{frame ${node.ref ?? ''}}`);
  return parts.join(' ').trimEnd();
}

function wordsOf(node: SnapshotNode, options: LineOptions): string {
  const text = runText(node, options.urls);
  const most = options.cap === 0 ? Number.POSITIVE_INFINITY : options.whole ? WHOLE_TEXT_LENGTH : TEXT_LENGTH;
  if (text.length <= most) return text;
  // What is left is counted in characters, and those of targets are not told with every read.
  return partOf(runText(node), 0, most, (at) => options.refForRest?.(node, at));
}

/** Words of a run as they are, links in them as their name and ref. */
export function runText(node: SnapshotNode, urls = false): string {
  const { pieces = [] } = node;
  // Most runs are words and nothing else, and have no white space at their ends.
  if (pieces.length === 1 && typeof pieces[0] === 'string') return pieces[0];
  const text = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if (piece.ref === undefined || piece.name === '') return lineOf(piece, { urls, whole: false, cap: 1 });
    const url = urls ? ` ${shortUrl(piece.element, true)}` : '';
    return [`${quoted(piece.name)} [${piece.ref}]${url}`, ...piece.states].join(' ');
  });
  return text.join('').trimEnd();
}

/** Few options are named; of many the number is, unless a small part was asked for. */
function optionsText(node: SnapshotNode, named: readonly string[], options: LineOptions): string {
  const { cap, whole } = options;
  const off = node.disabledOptions;
  if (cap === 0) return `of ${optionsFrom(named, 0, Number.POSITIVE_INFINITY, () => undefined, off)}`;
  if (whole) return `of ${optionsFrom(named, 0, WHOLE_LENGTH, (at) => options.refForRest?.(node, at), off)}`;
  const few =
    named.length * 4 > OPTIONS_LENGTH ? undefined : named.map((option, at) => optionText(option, at, off)).join(', ');
  return few !== undefined && few.length <= OPTIONS_LENGTH ? `of ${few}` : `of ${named.length} options`;
}

/** A name in quotes, cut when long: what is in quotes came from the page. */
export function quoted(name: string, length = TEXT_LENGTH): string {
  return JSON.stringify(cut(name, length));
}

const URL_LENGTH = 24;

/** A link's target, relative on its own site; where it stands for a missing name only its end, after another site's name. */
function shortUrl(element: Element, whole: boolean): string {
  const href = isHtml(element, 'a') || isHtml(element, 'area') ? element.href : '';
  if (href === '' || /^javascript:/i.test(href)) return '';
  const origin = `${documentOf(element).location.origin}/`;
  const text = href.startsWith(origin) ? href.slice(origin.length - 1) : href;
  if (whole || text.length <= URL_LENGTH) return text;
  if (!/^https?:/.test(text)) return `…${text.slice(-URL_LENGTH)}`;
  const { host, pathname } = new URL(text);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return `${host.replace(/^www\./, '')}/…${last.includes('%') ? '' : last.slice(-URL_LENGTH)}`;
}
