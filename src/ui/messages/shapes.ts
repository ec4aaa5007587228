import type { EffectKind } from '../../policy/evidence';
import type { Approval } from '../../store/approval';
import type { TaskFailure } from '../../store/task';

/** What a step of the timeline is about, whatever the tool is called. */
export type StepVerb =
  | 'open'
  | 'back'
  | 'forward'
  | 'reload'
  | 'newTab'
  | 'listTabs'
  | 'switchTab'
  | 'closeTab'
  | 'read'
  | 'find'
  | 'look'
  | 'click'
  | 'hover'
  | 'drag'
  | 'scroll'
  | 'type'
  | 'press'
  | 'fill'
  | 'tick'
  | 'untick'
  | 'wait'
  | 'upload'
  | 'console'
  | 'requests'
  | 'script'
  | 'plan'
  | 'ask'
  | 'finish'
  | 'other';

/** `doing` while it runs and when it failed, `done` afterwards. `what` is empty when nothing is known. */
export type StepWords = Record<StepVerb, { doing(what: string): string; done(what: string): string }>;

/** `detail` is what the other side said, or the host, or the budget; see the code in src/agent/model-failure.ts. */
export type FailureWords = Record<TaskFailure['code'], { what(detail: string): string; next: string }>;

/** `from` is the site whose data would leave. */
type Summary = Approval['effect']['summary'] & { from?: string };

/** Kinds that the policy passes by default; a card for one of them is worded like `unexplained`. */
type PassingKind = 'read' | 'telemetry' | 'draft' | 'reversible' | 'session';

/** A kind of effect in two or three words, as a list of rules names it: `sending messages`. */
export type KindWords = Record<EffectKind, string>;

/** Kinds of effect that have a sentence of their own. */
export type AskedKind = Exclude<EffectKind, PassingKind>;

/**
 * The card's question, and the verb on the button that lets it happen. `newSite`: a harmless write on a site that is not
 * the task's. `script`: a script of the model's that changes a page.
 */
export type ApprovalWords = Record<
  AskedKind | 'newSite' | 'script',
  { ask(summary: Summary): string; verb(summary: Summary): string }
>;
