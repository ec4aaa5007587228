/** Does one thing after the other. */
export class InTurn {
  #last: Promise<void> = Promise.resolve();

  /** Does something when all before it has ended, in whatever way. Rejects with what it rejects with. */
  do(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when all that was asked for so far has ended. */
  get idle(): Promise<void> {
    return this.#last;
  }
}
