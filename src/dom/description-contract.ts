import type { ForeignFrame } from './frame-contract';
import type { Rect } from './rect';

export interface FieldDescription {
  name: string;
  type: string;
  label: string;
  value: string;
  autocomplete?: string;
  secret: boolean;
}

/** What the policy wants to know of an element: same shape as its TargetEvidence, which dom may not import. */
export interface TargetDescription {
  role: string;
  name: string;
  tag: string;
  inputType?: string;
  href?: string;
  form?: { action?: string; method?: string; fields: FieldDescription[] };
  dialog?: string;
  headings: string[];
}

/** A described element with its place and a phrase for it. */
export interface DescribedElement extends TargetDescription {
  /** CSS pixels of the top viewport. */
  rect: Rect;
  /** For example `button "Send"`. */
  label: string;
  /** A field for a password, also one that shows it. */
  password: boolean;
  /** Set on a frame of another site: what is in it, another reader knows. */
  foreign?: ForeignFrame;
}

export interface PageDescription {
  url: string;
  title: string;
  lang: string;
}
