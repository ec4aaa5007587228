import type { PictureWords } from './picture-words';

/** What the timeline shows of a call. */
export interface CallDetail {
  url?: string;
  title?: string;
  target?: string;
  httpStatus?: number;
}

/** What a running call has to say beside the result that the SDK makes of it. Calls run one after the other. */
export class CallNotes {
  #detail: CallDetail = {};
  #words: PictureWords | undefined;

  /** Adds to what the timeline shows of the call. */
  add(detail: CallDetail): void {
    this.#detail = { ...this.#detail, ...detail };
  }

  /** What was added since this was last asked. */
  takeDetail(): CallDetail {
    const detail = this.#detail;
    this.#detail = {};
    return detail;
  }

  /** Has the call answer with words, which the SDK's result of a picture has no place for. */
  answerWith(words: PictureWords): void {
    this.#words = words;
  }

  /** Such words since this was last asked. */
  takeWords(): PictureWords | undefined {
    const words = this.#words;
    this.#words = undefined;
    return words;
  }
}
