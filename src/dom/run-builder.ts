import type { SnapshotNode } from './snapshot-node';

/**
 * Collects the children of one node in document order, and joins words and inline links that stand on one line of the
 * page into one run.
 */
export class RunBuilder {
  readonly nodes: SnapshotNode[] = [];
  #pieces: (string | SnapshotNode)[] = [];
  #owner: Element | undefined;
  #last: Element | undefined;

  /** Adds words; white space is folded when the run ends. */
  text(text: string, owner: Element): void {
    const last = this.#pieces.at(-1);
    if (typeof last === 'string') this.#pieces[this.#pieces.length - 1] = last + text;
    else if (last !== undefined || text.trim() !== '') this.#pieces.push(text);
    this.#owner ??= owner;
    this.#last = owner;
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
    const pieces = folded(this.#pieces);
    const owner = this.#owner;
    const last = this.#last;
    this.#pieces = [];
    this.#owner = undefined;
    const [only] = pieces;
    if (only === undefined || owner === undefined) return;
    // A line that is nothing but a link is that link's line.
    if (pieces.length === 1 && typeof only !== 'string') {
      this.nodes.push(only);
      return;
    }
    const children = pieces.filter((piece) => typeof piece !== 'string');
    const name = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
    const run: SnapshotNode = { role: 'text', name: name.trim(), states: [], children, pieces, element: owner };
    if (last !== owner && last) run.until = last;
    this.nodes.push(run);
  }
}

/** White space that is more or other than one blank. Most words have none: to see that is the cheaper part. */
const UNFOLDED = /\s\s|[^\S ]|\u200b/;

/** White space folded to single spaces, none at the ends, empty pieces left out. */
function folded(pieces: readonly (string | SnapshotNode)[]): (string | SnapshotNode)[] {
  const kept = pieces.flatMap((piece, at): (string | SnapshotNode)[] => {
    if (typeof piece !== 'string') return [piece];
    let text = UNFOLDED.test(piece) ? piece.replace(/[\s\u200b]+/g, ' ') : piece;
    if (at === 0) text = text.trimStart();
    if (at === pieces.length - 1) text = text.trimEnd();
    return text === '' ? [] : [text];
  });
  const last = kept.at(-1);
  return last === ' ' ? kept.slice(0, -1) : kept;
}
