import { isHtml } from './element-kind';
import { isRun, type SnapshotNode } from './snapshot-node';
import { headingLevel } from './state';

const TEXT_LENGTH = 2000;
const VALUE_LENGTH = 500;
const OPTIONS_LENGTH = 160;
/** Where all options are asked for: below the cap of a read, so that they are never folded. */
const MOST_OPTIONS_LENGTH = 40_000;

export interface LineOptions {
  /** Print the targets of all links and all options: a small part was asked for. */
  urls: boolean;
  /** 0 when nothing may be left out. */
  cap: number;
}

/** The line of one node, without its place in the tree. */
export function lineOf(node: SnapshotNode, options: LineOptions): string {
  if (isRun(node))
    return cut(runText(node, options).trim(), options.cap === 0 ? Number.POSITIVE_INFINITY : TEXT_LENGTH);
  if (node.role === 'listitem') return node.number ?? '-';
  const parts = [node.role === 'heading' ? `h${headingLevel(node.element)}` : node.role];
  if (node.name) parts.push(quoted(node.name));
  if (node.ref) parts.push(`[${node.ref}]`);
  parts.push(...node.states);
  if (node.value !== undefined) parts.push(`=${JSON.stringify(cut(node.value, VALUE_LENGTH))}`);
  if (node.range) parts.push(node.range);
  if (node.options) parts.push(optionsText(node.options, options.cap === 0 || options.urls));
  // A link's target says little beside its name, and is long: it is told where there is no name, and on request.
  if (node.role === 'link' && (options.urls || node.name === '')) parts.push(shortUrl(node.element, options.urls));
  if (node.frame) parts.push(`{frame ${node.ref ?? ''}}`);
  return parts.join(' ').trimEnd();
}

/** Words as they are, links in them as their name and ref. */
function runText(node: SnapshotNode, options: LineOptions): string {
  return (node.pieces ?? [])
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.ref === undefined || piece.name === '') return lineOf(piece, options);
      const url = options.urls ? ` ${shortUrl(piece.element, true)}` : '';
      return [`${quoted(piece.name)} [${piece.ref}]${url}`, ...piece.states].join(' ');
    })
    .join('');
}

/** Few options are named; of many the number is, unless a small part was asked for. */
function optionsText(options: readonly string[], all: boolean): string {
  if (!all && options.length * 4 > OPTIONS_LENGTH) return `of ${options.length} options`;
  const named = options.map((option) => JSON.stringify(option)).join(', ');
  if (named.length <= (all ? MOST_OPTIONS_LENGTH : OPTIONS_LENGTH)) return `of ${named}`;
  return all
    ? `of ${named.slice(0, MOST_OPTIONS_LENGTH)}… (${options.length} options in all)`
    : `of ${options.length} options`;
}

/** A name in quotes, cut when long: what is in quotes came from the page. */
export function quoted(name: string): string {
  return JSON.stringify(cut(name, TEXT_LENGTH));
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length - length} more characters)`;
}

const URL_LENGTH = 24;

/** A link's target, relative on its own site; only its end when it stands for a missing name. */
function shortUrl(element: Element, whole: boolean): string {
  const href = isHtml(element, 'a') || isHtml(element, 'area') ? element.href : '';
  if (href === '' || /^javascript:/i.test(href)) return '';
  const origin = `${element.ownerDocument.location.origin}/`;
  const text = href.startsWith(origin) ? href.slice(origin.length - 1) : href;
  return whole || text.length <= URL_LENGTH ? text : `…${text.slice(-URL_LENGTH)}`;
}
