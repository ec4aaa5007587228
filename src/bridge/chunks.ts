import { MOST_BYTES, ToWorker } from './protocol';

/** A message to the worker that was not cut. */
export type WholeMessage = Exclude<ToWorker, { type: 'chunk' }>;

/** Joins what the host had to cut because Chrome refuses messages above 1 MB. */
export class ChunkJoiner {
  #of: string | undefined;
  #parts: string[] = [];
  #units = 0;

  /**
   * The message, or undefined while more chunks of it are to come. Throws an Error when a message is not one of the
   * protocol's, or a chunk is missing or out of its order: nothing after it can be trusted, so close the port.
   */
  take(raw: unknown): WholeMessage | undefined {
    const message = ToWorker.parse(raw);
    if (message.type !== 'chunk') {
      if (this.#of !== undefined) throw new Error('A message came between the chunks of another.');
      return message;
    }
    const { of, at, last, text } = message;
    if (at !== this.#parts.length || (this.#of !== undefined && of !== this.#of))
      throw new Error('A chunk is missing.');
    this.#of = of;
    this.#parts.push(text);
    this.#units += text.length;
    if (this.#units > MOST_BYTES) throw new Error(`Chunks add up to more than ${MOST_BYTES}.`);
    if (!last) return undefined;
    const json = this.#parts.join('');
    this.#of = undefined;
    this.#parts = [];
    this.#units = 0;
    const whole = ToWorker.parse(JSON.parse(json));
    if (whole.type === 'chunk') throw new Error('A chunk was cut again.');
    return whole;
  }
}
