/** Longest line of a log, in characters. */
const LINE_LENGTH = 600;

/**
 * Lines since the last read, the newest `most` of them: a page that logs without end costs no memory, and the reader is
 * told how many are missing.
 */
export class BoundedLog {
  readonly #most: number;
  #lines: string[] = [];
  #dropped = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(line: string): void {
    this.#lines.push(line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line);
    if (this.#lines.length <= this.#most) return;
    this.#lines.shift();
    this.#dropped++;
  }

  /** What came since the last call, oldest first; empty when nothing did. */
  take(): string[] {
    const missing = this.#dropped > 0 ? [`(${this.#dropped} earlier lines were dropped)`] : [];
    const lines = [...missing, ...this.#lines];
    this.#lines = [];
    this.#dropped = 0;
    return lines;
  }
}
