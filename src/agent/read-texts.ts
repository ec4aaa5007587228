import { EXCERPT, SHORTEST } from '../policy/carried';
import { plain } from '../policy/plain-text';

/** Any excerpt of {@link EXCERPT} signs holds one such piece of the text that it comes from, whole. */
const PIECE = EXCERPT / 2;
/** Letters and digits kept over all sites of a task: about ten large pages. The oldest lines go first. */
const MOST = 600_000;

/** What one site showed. */
interface Shown {
  /** Plain lines, in the order in which they were read first. */
  lines: Set<string>;
  /** Pieces of the lines, by the line they stand in. */
  pieces: Map<string, string>;
}

/** A part of a text that some site showed before. */
export interface Excerpt {
  /** Letters and digits alone. */
  value: string;
  /** All origins that showed it, the first one first. */
  origins: readonly [string, ...string[]];
}

/** The texts that a task read, by site, so that what is typed later can be held against them. */
export class ReadTexts {
  readonly #shown = new Map<string, Shown>();
  #length = 0;

  /**
   * Adds what a page of an origin showed. Lines that were read before cost nothing.
   *
   * @param isOfPage false for a plain line that the page shows only because the agent put it there
   */
  add(origin: string, text: string, isOfPage: (line: string) => boolean = () => true): void {
    const shown = this.#shown.get(origin) ?? { lines: new Set(), pieces: new Map() };
    this.#shown.set(origin, shown);
    for (const raw of text.replace(/\[ref_\d+\]/g, '').split('\n')) {
      const line = plain(raw);
      if (line.length < SHORTEST || shown.lines.has(line) || !isOfPage(line)) continue;
      shown.lines.add(line);
      for (const piece of piecesOf(line)) shown.pieces.set(piece, line);
      this.#length += line.length;
    }
    while (this.#length > MOST) this.#forgetOldest();
  }

  /** Origins that showed a value, the first one first. */
  originsOf(value: string): string[] {
    return [...this.#shown].flatMap(([origin, { lines }]) => {
      for (const line of lines) if (line.includes(value)) return [origin];
      return [];
    });
  }

  /** The longest parts of a text, of {@link EXCERPT} signs or more, that were read somewhere. */
  excerptsIn(text: string): Excerpt[] {
    const typed = plain(text);
    const found: Excerpt[] = [];
    for (let at = 0; at + PIECE <= typed.length; at++) {
      const longest = this.#around(typed, at);
      if (longest === undefined) continue;
      const [first, ...others] = this.originsOf(longest.value);
      if (first !== undefined) found.push({ value: longest.value, origins: [first, ...others] });
      at = Math.max(at, longest.end - PIECE);
    }
    return found;
  }

  /** The longest common part around the piece of `typed` that begins at `at`. */
  #around(typed: string, at: number): { value: string; end: number } | undefined {
    const piece = typed.slice(at, at + PIECE);
    let best: { value: string; end: number } | undefined;
    for (const { pieces } of this.#shown.values()) {
      const line = pieces.get(piece);
      if (line === undefined) continue;
      const place = line.indexOf(piece);
      let before = 0;
      while (before < at && before < place && typed[at - before - 1] === line[place - before - 1]) before++;
      let after = PIECE;
      while (at + after < typed.length && typed[at + after] === line[place + after]) after++;
      const value = typed.slice(at - before, at + after);
      if (value.length >= EXCERPT && value.length > (best?.value.length ?? 0)) best = { value, end: at + after };
    }
    return best;
  }

  #forgetOldest(): void {
    for (const { lines, pieces } of this.#shown.values()) {
      const [oldest] = lines;
      if (oldest === undefined) continue;
      lines.delete(oldest);
      for (const piece of piecesOf(oldest)) if (pieces.get(piece) === oldest) pieces.delete(piece);
      this.#length -= oldest.length;
      return;
    }
  }
}

function piecesOf(line: string): string[] {
  return Array.from({ length: Math.floor(line.length / PIECE) }, (_, at) => line.slice(at * PIECE, (at + 1) * PIECE));
}
