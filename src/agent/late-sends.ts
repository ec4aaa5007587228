import type { InputAction } from '../browser/toolset-hooks';
import type { Decision } from '../policy/decision';
import type { EffectKind } from '../policy/evidence';
import { intentOf } from '../policy/intent';
import { isHarmless } from '../policy/sentence';

/** Mail programs let a person take back a message for up to 30 s: until then nothing has been sent. */
export const UNDO_MS = 35_000;
/** A page that says nothing of the kind sends sooner, if at all. */
const SILENT_MS = 15_000;

/** Kinds that programs hold back for a while. */
const HELD_BACK: ReadonlySet<EffectKind> = new Set(['send', 'publish', 'pay']);

/** 'Message sent. Undo', in the languages of the lexicon. */
const UNDO =
  /\b(undo|rückgängig|annuler l['’]envoi|deshacer|desfazer|annulla invio|ongedaan maken|cofnij|geri al)\b|元に戻す|取り消す|撤销|撤回/iu;

interface Suspect {
  /** Nothing is held back any longer from here on, in epoch milliseconds. */
  until: number;
  /** Undefined when it was the page that spoke of taking back. */
  kind?: EffectKind;
}

/**
 * Knows which tabs may still send something late: a button like 'Send' was pressed, or the page offers to take
 * something back, and no request that does it has been seen. The task does not let go of such a tab.
 */
export class LateSends {
  readonly #suspects = new Map<number, Suspect>();
  /** Tabs that a page opened and that loaded nothing yet, by the tab of that page. */
  readonly #openedFrom = new Map<number, number>();
  /** The last press in any tab, and whether a request that changes something followed it. */
  #last: { tabId: number; at: number; seen: boolean } | undefined;

  /** Returns true for a press that may be held back itself. */
  pressed(tabId: number, action: InputAction): boolean {
    const at = Date.now();
    this.#last = { tabId, at, seen: false };
    const intent = action.target && intentOf(action.target, action.page, action);
    if (!intent || !HELD_BACK.has(intent.kind)) return false;
    this.#suspects.set(tabId, { until: at + SILENT_MS, kind: intent.kind });
    return true;
  }

  /** A call was answered with these words; what is new on the page stands behind 'Then:'. */
  said(text: string): void {
    const news = /\bThen: .*/.exec(text)?.[0] ?? '';
    if (!this.#last || this.#last.seen) return;
    const { tabId, at } = this.#last;
    const kind = this.#suspects.get(tabId)?.kind;
    if (UNDO.test(news)) this.#suspects.set(tabId, { until: at + UNDO_MS, ...(kind ? { kind } : {}) });
    // That is what the press did; what the new tab sends is seen there.
    else if (/\bopened tab \d/.test(news)) this.#suspects.delete(tabId);
  }

  /** A page of one tab opened another: what that one asks for first is what the press did. */
  opened(tabId: number, openerTabId: number): void {
    this.#openedFrom.set(tabId, openerTabId);
  }

  /** A request of a tab was decided about: what was held back may have been this. */
  judged(tabId: number, decision: Decision): void {
    for (const each of [tabId, this.#openedFrom.get(tabId)]) if (each !== undefined) this.#seen(each, decision);
  }

  #seen(tabId: number, { verdict, kind }: Decision): void {
    const minor = kind === 'read' || kind === 'telemetry' || kind === 'draft';
    if (this.#last?.tabId === tabId && !minor) this.#last.seen = true;
    const suspect = this.#suspects.get(tabId);
    if (!suspect || minor) return;
    const outright = verdict !== 'pass' || !isHarmless(kind);
    if (outright || (suspect.kind !== 'send' && suspect.kind !== 'publish')) this.#suspects.delete(tabId);
  }

  /** The document went away, and its timers with it. */
  left(tabId: number): void {
    this.#openedFrom.delete(tabId);
    this.#suspects.delete(tabId);
  }

  /** A former worker waited for these tabs. */
  resume(tabIds: readonly number[], until: number): void {
    for (const tabId of tabIds) this.#suspects.set(tabId, { until });
  }

  /** Until when something may be sent late, in epoch milliseconds; undefined when nothing may. */
  get until(): number | undefined {
    const ends = [...this.#suspects.values()].map(({ until }) => until).filter((end) => end > Date.now());
    return ends.length > 0 ? Math.max(...ends) : undefined;
  }

  /** The tabs that may. */
  get tabIds(): number[] {
    return [...this.#suspects].flatMap(([tabId, { until }]) => (until > Date.now() ? [tabId] : []));
  }
}
