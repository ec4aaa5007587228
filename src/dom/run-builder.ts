import { withoutUnseen } from './one-line';
import type { SnapshotNode } from './snapshot-node';

/**
 * Collects the children of one node in document order, and joins words and inline links that stand on one line of the
 * page into one run.
 */
export class RunBuilder {
  readonly nodes: SnapshotNode[] = [];
  #pieces: Piece[] = [];
  #owner: Element | undefined;
  #last: Element | undefined;
  /** The run keeps its lines and spaces. */
  #pre = false;

  /**
   * Adds words; white space is folded when the run ends.
   *
   * @param pre true for words that keep their lines and spaces
   */
  text(text: string, owner: Element, pre = false): void {
    const blank = text.trim() === '';
    const last = this.#pieces.at(-1);
    if (typeof last === 'string') this.#pieces[this.#pieces.length - 1] = last + text;
    else if (last !== undefined || !blank) this.#pieces.push(text);
    // A blank before the words may be of another box than they are.
    if (blank) return;
    if (pre) this.#pre = true;
    this.#owner ??= owner;
    this.#last = owner;
  }

  /** The words that the line ends with so far; empty where it ends with an element. */
  get lastWords(): string {
    const last = this.#pieces.at(-1);
    return typeof last === 'string' ? last : '';
  }

  /** What the last words are in. */
  get last(): Element | undefined {
    return this.#last;
  }

  /** Adds a space, as between two boxes in one line. */
  space(): void {
    const last = this.#pieces.at(-1);
    if (typeof last === 'string') this.#pieces[this.#pieces.length - 1] = `${last} `;
    else if (last !== undefined) this.#pieces.push(' ');
  }

  /** Adds an element that stands in the line. */
  inline(node: SnapshotNode): void {
    // Two in a row without a space are set apart by their margins.
    if (typeof this.#pieces.at(-1) === 'object') this.#pieces.push(' ');
    this.#pieces.push(node);
    this.#owner ??= node.element;
    this.#last = node.element;
  }

  /** Adds an element that stands on lines of its own. */
  block(node: SnapshotNode): void {
    this.end();
    this.nodes.push(node);
  }

  /** Ends the line: what follows stands on another one. */
  end(): void {
    if (this.#pieces.length === 0) return;
    const pieces = this.#pre ? asWritten(this.#pieces) : folded(this.#pieces);
    const owner = this.#owner;
    const last = this.#last;
    this.#pieces = [];
    this.#owner = undefined;
    this.#pre = false;
    const [only] = pieces;
    if (only === undefined || owner === undefined) return;
    // A line that is nothing but a link is that link's line.
    if (pieces.length === 1 && typeof only !== 'string') {
      this.nodes.push(only);
      return;
    }
    const run: SnapshotNode = {
      role: 'text',
      name: typeof only === 'string' && pieces.length === 1 ? only : nameOf(pieces),
      states: [],
      children: pieces.filter((piece) => typeof piece !== 'string'),
      pieces,
      element: owner,
    };
    if (last !== owner && last) run.until = last;
    this.nodes.push(run);
  }
}

type Piece = string | SnapshotNode;

function nameOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece.name))
    .join('')
    .trim();
}

/** White space that is more or other than one blank. Most words have none: to see that is the cheaper part. */
const UNFOLDED = /\s\s|[^\S ]|[\u00ad\u200b\udb40]/;

/** White space folded to single spaces, none at the ends, empty pieces left out. */
function folded(pieces: readonly Piece[]): Piece[] {
  const [only] = pieces;
  // Most runs are words and nothing else.
  if (pieces.length === 1 && typeof only === 'string') {
    const text = foldedText(only).trim();
    return text === '' ? [] : [text];
  }
  const kept = eachText(pieces, (text, at) => {
    const one = at === 0 ? foldedText(text).trimStart() : foldedText(text);
    return at === pieces.length - 1 ? one.trimEnd() : one;
  });
  const last = kept.at(-1);
  return last === ' ' ? kept.slice(0, -1) : kept;
}

function foldedText(text: string): string {
  return UNFOLDED.test(text) ? withoutUnseen(text).replace(/\s+/g, ' ') : text;
}

/** White space with an end of a line in it, and the empty lines after it. */
const LINE_END = /[^\S\n]*\n(?:[^\S\n]*\n)*/g;

/** Words in lines as they are written, with what these are indented by; empty lines left out. */
function asWritten(pieces: readonly Piece[]): Piece[] {
  return eachText(pieces, (text, at) => {
    const lines = withoutUnseen(text).replace(LINE_END, '\n');
    const begun = at === 0 ? lines.replace(/^\n/, '') : lines;
    return at === pieces.length - 1 ? begun.trimEnd() : begun;
  });
}

function eachText(pieces: readonly Piece[], clean: (text: string, at: number) => string): Piece[] {
  return pieces.flatMap((piece, at): Piece[] => {
    if (typeof piece !== 'string') return [piece];
    const text = clean(piece, at);
    return text === '' ? [] : [text];
  });
}
