import type { Frame } from '../vision/capture';
import { looksTheSame } from '../vision/compare';
import type { Shown } from '../vision/screen-scale';

/** What the model last saw of a tab: its coordinates are points of that picture. */
export class Sight {
  #shown: Shown | undefined;
  #frame: Frame | undefined;
  #told = false;

  /** The sizes of the last picture; undefined before the first one. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** Call it with each picture that the model gets. */
  saw(frame: Frame, shown: Shown): void {
    this.#frame = frame;
    this.#shown = shown;
    this.#told = false;
  }

  /**
   * True when a frame shows what the model saw last, once: a model that asks again has lost the picture, and gets it.
   */
  async isKnown(frame: Frame): Promise<boolean> {
    const known = !this.#told && this.#frame !== undefined && (await looksTheSame(this.#frame.picture, frame.picture));
    this.#told = known;
    return known;
  }
}
