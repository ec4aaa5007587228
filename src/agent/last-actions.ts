import type { InputAction } from '../browser/toolset-hooks';
import type { ActionEvidence, PageEvidence } from '../policy/evidence';
import { kindOfLabel } from '../policy/label-words';
import type { ViewPicture } from '../vision/capture';

/** Requests within this time of the agent's last input are taken as its doing; later ones still pass the policy. */
const ACTION_WINDOW_MS = 30_000;

/** What the agent did last in a tab. */
export interface LastAction extends InputAction {
  /** Epoch milliseconds. */
  at: number;
  /** False once another document came: what that one does by itself is not the input's doing. */
  sameDocument: boolean;
  confirmText?: string;
  /** The page before the input, when the input looks as if it could matter. */
  picture?: ViewPicture;
}

/** Takes a picture of a tab; undefined when there is none to take. */
export type TakePicture = (tabId: number) => Promise<ViewPicture | undefined>;

/** The agent's last input in each tab of a task: what a request is held against. */
export class LastActions {
  readonly #takePicture: TakePicture;
  readonly #actions = new Map<number, LastAction>();
  readonly #wishedAt = new Map<number, number>();

  /** @param takePicture for the card: of the page before an input, because after a stop the page shows its own error */
  constructor(takePicture: TakePicture) {
    this.#takePicture = takePicture;
  }

  /** @param wished false when an approved action only runs once more */
  async before(tabId: number, action: InputAction, wished: boolean): Promise<void> {
    const picture = maySubmit(action) ? await this.#takePicture(tabId).catch(() => undefined) : undefined;
    if (wished) this.#wishedAt.set(tabId, Date.now());
    this.#actions.set(tabId, { ...action, at: Date.now(), sameDocument: true, ...(picture ? { picture } : {}) });
  }

  /** What a page asked in a `confirm` after an input belongs to the evidence about that input. */
  confirmed(tabId: number, message: string): void {
    const last = this.#actions.get(tabId);
    if (last) last.confirmText = message;
  }

  newDocument(tabId: number): void {
    const last = this.#actions.get(tabId);
    if (last) last.sameDocument = false;
  }

  /** When the agent last did something of its own in a tab, in epoch milliseconds; 0 when it never did. */
  wishedAt(tabId: number): number {
    return this.#wishedAt.get(tabId) ?? 0;
  }

  of(tabId: number): LastAction | undefined {
    return this.#actions.get(tabId);
  }

  /** True when there was an input in any tab within this time, in milliseconds. */
  within(ms: number): boolean {
    return [...this.#actions.values()].some(({ at }) => Date.now() - at <= ms);
  }

  /** The last input as evidence, with the page that it went to; undefined when a request is not its doing. */
  evidence(tabId: number): { action: ActionEvidence; page: PageEvidence } | undefined {
    const last = this.#actions.get(tabId);
    if (!last?.sameDocument) return undefined;
    const sinceMs = Date.now() - last.at;
    if (sinceMs > ACTION_WINDOW_MS) return undefined;
    const { member, keys, target, confirmText, page } = last;
    const action: ActionEvidence = {
      member,
      sinceMs,
      ...(keys ? { keys } : {}),
      ...(target ? { target } : {}),
      ...(confirmText ? { confirmText } : {}),
    };
    return { action, page };
  }
}

/** True for input that often sends something: a click on a button, or Enter. A picture costs 15 ms, so not for all. */
function maySubmit({ member, keys, target }: InputAction): boolean {
  if (member === 'key') return /enter|return/i.test(keys ?? '');
  if (!member.endsWith('_click') || !target) return false;
  return target.role === 'button' || target.tag === 'button' || kindOfLabel(target.name) !== undefined;
}
