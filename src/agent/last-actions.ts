import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { InputAction } from '../browser/toolset-hooks';
import type { ActionEvidence, PageEvidence } from '../policy/evidence';
import { kindOfLabel } from '../policy/label-words';
import { isEnter, isPress } from '../policy/press';
import type { ViewPicture } from '../vision/capture';
import { UNDO_MS } from './late-sends';

/**
 * Requests within this time of the agent's last input are taken as its doing; later ones still pass the policy. Longer
 * than anything is held back: what goes out at the last moment is held against the press that set it off.
 */
const ACTION_WINDOW_MS = UNDO_MS + 5_000;

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
  /** Tabs whose document had an input. */
  readonly #touched = new Set<number>();
  /** When this worker took over tabs in which a former one may have acted, in epoch milliseconds. */
  #resumedAt = Number.NEGATIVE_INFINITY;

  /** @param takePicture for the card: of the page before an input, because after a stop the page shows its own error */
  constructor(takePicture: TakePicture) {
    this.#takePicture = takePicture;
  }

  /**
   * Throws a ToolError when an approved action would run once more with something else: a key goes to what has the focus,
   * and minutes may have passed since it was shown.
   *
   * @param wished false when an approved action only runs once more
   */
  async before(tabId: number, action: InputAction, wished: boolean): Promise<void> {
    if (!wished && !this.#isAgain(tabId, action)) throw new ToolError(MOVED_ON);
    this.#touched.add(tabId);
    const picture = maySubmit(action) ? await this.#takePicture(tabId).catch(() => undefined) : undefined;
    if (wished) this.#wishedAt.set(tabId, Date.now());
    this.#actions.set(tabId, { ...action, at: Date.now(), sameDocument: true, ...(picture ? { picture } : {}) });
  }

  /** True for the same input to the same thing as before; by a ref it is the same thing anyway. */
  #isAgain(tabId: number, { member, target }: InputAction): boolean {
    const last = this.#actions.get(tabId);
    if (member !== 'key') return true;
    return last?.member === 'key' && phrase(last.target) === phrase(target);
  }

  /** What a page asked in a `confirm` after an input belongs to the evidence about that input. */
  confirmed(tabId: number, message: string): void {
    const last = this.#actions.get(tabId);
    if (last) last.confirmText = message;
  }

  /** @param restored the document was here before: what was done to it then may yet go out */
  newDocument(tabId: number, { restored = false } = {}): void {
    const last = this.#actions.get(tabId);
    if (last) last.sameDocument = false;
    if (restored) this.#touched.add(tabId);
    else this.#touched.delete(tabId);
  }

  /** A page opened a tab: what is asked for there first is the doing of the input that the page had. */
  opened(tabId: number, openerTabId: number): void {
    const last = this.#actions.get(openerTabId);
    if (!last?.sameDocument || !this.isTouched(openerTabId)) return;
    this.#actions.set(tabId, { ...last });
    this.#wishedAt.set(tabId, this.wishedAt(openerTabId));
    this.#touched.add(tabId);
  }

  /** A former worker acted in these tabs, nobody knows when and how. */
  resume(tabIds: readonly number[]): void {
    this.#resumedAt = Date.now();
    for (const tabId of tabIds) this.#touched.add(tabId);
  }

  /** True once there was an input in the document that a tab shows, however long ago. */
  isTouched(tabId: number): boolean {
    return this.#touched.has(tabId);
  }

  /** When the agent last did something of its own in a tab, in epoch milliseconds; 0 when it never did. */
  wishedAt(tabId: number): number {
    return this.#wishedAt.get(tabId) ?? 0;
  }

  /** True while something that is held back may still go out for an input in the tab's document. */
  mayAct(tabId: number): boolean {
    const resumed = this.isTouched(tabId) && Date.now() - this.#resumedAt <= ACTION_WINDOW_MS;
    return resumed || this.evidence(tabId) !== undefined;
  }

  of(tabId: number): LastAction | undefined {
    return this.#actions.get(tabId);
  }

  /** True when there was an input in any tab within this time, in milliseconds, or may have been. */
  within(ms: number): boolean {
    return [this.#resumedAt, ...[...this.#actions.values()].map(({ at }) => at)].some((at) => Date.now() - at <= ms);
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

const MOVED_ON = 'Something else has the focus than when the key was approved. Nothing was pressed.';

function phrase(target: InputAction['target']): string {
  return target ? `${target.role} ${target.tag} ${target.name}` : '';
}

/** True for input that often sends something: a press on a button, or Enter. A picture costs 15 ms, so not for all. */
function maySubmit({ target, ...action }: InputAction): boolean {
  if (isEnter(action)) return true;
  if (!target || !isPress(action, target)) return false;
  return target.role === 'button' || target.tag === 'button' || kindOfLabel(target.name) !== undefined;
}
