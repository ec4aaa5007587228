/**
 * What the policy is told. Everything here was observed: on the network, in the page's structure, or in the store.
 * Nothing here was said by the model, and text that came from a page is only ever matched, never believed.
 */

/** A request that the barrier stopped for a decision, as the debugger's Fetch domain shows it. */
export interface RequestEvidence {
  method: string;
  url: string;
  /** Lower-cased header names. */
  headers: Readonly<Record<string, string>>;
  /** The body as text where it is text; multipart parts that are files appear as `filename` only. Absent when empty. */
  body?: string;
  /**
   * Present when `body` is not all of what goes out: files of a multipart body, what comes after the first 256 KiB, or
   * bytes that are no text. A digest of that, as far as the browser shows it.
   */
  leftOut?: string;
  /** CDP `Network.ResourceType`, for example `Document`, `XHR`, `Fetch`, `Ping`. */
  resourceType: string;
  /** Origin of the document that asked. Absent when unknown. */
  initiatorOrigin?: string;
  /** Where it was seen. */
  frame: 'main' | 'child' | 'worker' | 'service-worker';
}

export interface FieldEvidence {
  /** The field's name attribute, or its id. */
  name: string;
  /** Input type, or `textarea`, `select`, `contenteditable`. */
  type: string;
  /** Accessible name. */
  label: string;
  /** Current value; the empty string for passwords, masked for card numbers and one-time codes. */
  value: string;
  autocomplete?: string;
  /** True when the value is secret and was therefore masked or left out. */
  secret: boolean;
}

/** The element that the agent is about to act on, described by src/dom. */
export interface TargetEvidence {
  role: string;
  name: string;
  tag: string;
  /** `type` attribute of a button or input. */
  inputType?: string;
  /** Absolute URL of a link. */
  href?: string;
  /** The form it belongs to, or the nearest container that holds fields. */
  form?: { action?: string; method?: string; fields: readonly FieldEvidence[] };
  /** Accessible name and text of the dialog it is in. */
  dialog?: string;
  /** Headings above it, nearest first. */
  headings: readonly string[];
}

export interface PageEvidence {
  url: string;
  title: string;
  /** `<html lang>`. */
  lang: string;
}

/** What the agent did last in this tab, if anything. */
export interface ActionEvidence {
  /** Member of the toolset, for example `left_click`, `key`, `form_input`. */
  member: string;
  /** For `key` and `type`: what was pressed. */
  keys?: string;
  target?: TargetEvidence;
  /** Milliseconds since the input went out. */
  sinceMs: number;
  /** Text of a `confirm()` that followed the input. */
  confirmText?: string;
}

export interface TaskEvidence {
  id: string;
  /** What the person asked for, in their words. */
  prompt: string;
  /** Origins that the person named or allowed; others are read-only until allowed. */
  origins: readonly string[];
  /** Signatures that the person denied in this task. */
  denied: readonly string[];
  /** Signatures that were stopped or asked about in this task, whatever was answered: no page's own affair any more. */
  stopped?: readonly string[];
}

/** Everything one decision is made from. */
export interface Evidence {
  request?: RequestEvidence;
  page: PageEvidence;
  action?: ActionEvidence;
  /** True when the document that the tab shows had an input of the agent's at any time, however long ago. */
  touched?: boolean;
  task: TaskEvidence;
  rules: readonly Rule[];
  tokens: readonly Token[];
  /** Signatures seen on this site without any agent input: telemetry, autosave, polling. */
  learned: readonly string[];
  /** Values that the agent read in this task and then put into an input: typed, filled in, or made an address of. */
  carried?: readonly CarriedValue[];
  /** `readonly` when the person lets tasks only read. Absent is `auto`. */
  autonomy?: 'auto' | 'readonly';
}

export interface CarriedValue {
  /** Where it was read first. */
  origin: string;
  /** Other origins that had shown it before it was put in: it is theirs as well. */
  alsoOn?: readonly string[];
  value: string;
}

/** Kinds that cannot be taken back, of which a request says what they do. */
export const COMMIT_KINDS = ['send', 'publish', 'pay', 'book', 'delete', 'accept', 'grant', 'account'] as const;

/** The kinds of the table in docs/policy.md. */
export const EFFECT_KINDS = [
  'read',
  'telemetry',
  'draft',
  'reversible',
  'session',
  ...COMMIT_KINDS,
  'upload',
  'leave',
  'unexplained',
] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** A person's standing answer for one site and kind. */
export interface Rule {
  /** Host name; covers its subdomains. `*` is every site. */
  site: string;
  kind: EffectKind;
  answer: 'ask' | 'allow' | 'never';
}

/** What 'the like of this' may be: to nobody else than was shown, and for no more. */
export interface Likeness {
  /** Everyone who gets it. */
  to: readonly string[];
  /** Where it is put, by its address and by what names a channel or an account. */
  places: readonly string[];
  /** Every amount of it. */
  amounts: readonly string[];
}

/**
 * What a person agreed to, bound to what they were shown. `once`: this very request (digest must match). `like`: its
 * like, for the rest of the task. `plan`: ticked ahead of time, for one request.
 */
export type Token = TokenOfAny &
  (
    | { scope: 'once'; signature: string; digest: string }
    | { scope: 'like'; signature: string; like: Likeness }
    | { scope: 'plan'; recipient?: string; maxAmount?: { value: number; currency: string } }
  );

interface TokenOfAny {
  id: string;
  kind: EffectKind;
  origin: string;
  /** Why data would leave its site, as the person was told when they agreed: `${code} ${detail}` of such reasons. */
  seen?: readonly string[];
}
