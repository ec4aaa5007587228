import type { EffectKind, Likeness } from './evidence';

/** Why a decision fell as it did, as data: the panel words it in the person's language. */
export interface Reason {
  /** Which part of the evidence spoke. */
  source: 'request' | 'target' | 'page' | 'rule' | 'token' | 'learned' | 'origin' | 'denied' | 'default';
  /** Stable code, for example `path-word`, `graphql-mutation`, `button-name`, `field`. */
  code: string;
  /** The matched text, secrets masked. */
  detail: string;
}

/** One row of the payload as a person sees it; secrets are masked before they get here. */
export interface PayloadRow {
  label: string;
  value: string;
}

/** What would happen, as the parts of a sentence. */
export interface EffectSummary {
  kind: EffectKind;
  /** Host that receives it. */
  site: string;
  /** Address or name of who gets it. */
  recipient?: string;
  /** Amount as shown, for example `19.90 EUR`. */
  amount?: string;
  /** What is sent, deleted, booked: a subject, a title, a file name. */
  what?: string;
}

export type Decision =
  | { verdict: 'pass'; kind: EffectKind; reasons: readonly Reason[]; tokenId?: string }
  | {
      verdict: 'ask';
      kind: EffectKind;
      summary: EffectSummary;
      rows: readonly PayloadRow[];
      /** Same method, endpoint and operation give the same signature; values do not matter. */
      signature: string;
      /** Same signature and same shown values give the same digest; nonces and timestamps do not matter. */
      digest: string;
      /** To whom and for how much the like of it may be; absent for what has no like, such as a script. */
      like?: Likeness;
      reasons: readonly Reason[];
    }
  | { verdict: 'never'; kind: EffectKind; signature: string; reasons: readonly Reason[] };
