import type { DescribedElement, PageDescription } from './description-contract';
import type { FramePath, FramePlaceInTab, Revealed, StitchedFrame } from './frame-contract';
import type { Rect } from './rect';

/**
 * What the reader offers to the worker. It lives in the isolated world of a page as `globalThis[READER_KEY]`, one per
 * frame; every argument and result survives structured cloning. It keeps refs across reads of the same document.
 */
export const READER_KEY = '__offstage_reader';

/** Where the reader leaves an element for a debugger command, in the isolated world of the page. */
export const HELD_KEY = '__offstage_held';

/** A reference without brackets, for example `ref_12`. */
export type Ref = `ref_${number}`;

export interface ReadOptions {
  /** Omitted: every visible element in the viewport. */
  filter?: 'interactive' | 'all';
  /** Deepest level of the printed tree. Default 15. */
  depth?: number;
  /** Read only below this element. */
  ref?: string;
  /** First number for refs that are new in this read: refs are unique in a tab for its whole life. */
  firstRef: number;
  /** Of a frame: the part of its viewport that can be seen from outside. */
  view?: Rect;
  /** Characters at most; 0 for no cap and no folding (measurements). Default 50,000. */
  cap?: number;
}

/** A ref that cannot be used, and why: the message is meant for the model. */
export interface RefProblem {
  ok: false;
  problem: 'stale' | 'changed' | 'unknown' | 'hidden' | 'covered' | 'disabled' | 'unsupported' | 'bad-value';
  message: string;
}

export interface ReadResult {
  ok: true;
  text: string;
  /** First number that is still free after this read. */
  nextRef: number;
  frames: StitchedFrame[];
}

export interface FindResult {
  ok: true;
  /** Best first. */
  matches: FoundMatch[];
  /** Weaker ones that are left out. */
  left: number;
  nextRef: number;
  frames: StitchedFrame[];
}

/** An element that fits a description: its line, how well it fits, and why. */
export interface FoundMatch {
  line: string;
  score: number;
}

/** Where to click: a point that really hits the element. */
export interface Located {
  ok: true;
  x: number;
  y: number;
  /** The frame in whose viewport the point and the rectangle are. */
  within: FramePath;
  rect: Rect;
  /** One phrase for the timeline and for errors, for example `button "Send"`. */
  label: string;
}

/**
 * What a page saw of a press: nothing so far; that it arrived; nothing, because something else was in its place by then;
 * its beginning only, because what was pressed moved away before the button was let go of.
 */
export type PressOutcome = 'unseen' | 'arrived' | 'kept off' | 'slipped';

/**
 * What keys are meant for: a text, or what acts by each; in this frame for what was described as having the focus here, or
 * `here` false for something in another frame.
 */
export interface KeysFor {
  text: boolean;
  here: boolean;
}

/** Whether keys came to what they were meant for, and what had the focus instead when one was kept from the page. */
export interface KeyOutcome {
  arrived: boolean;
  keptFrom?: string;
}

export interface Reader {
  read(options: ReadOptions): ReadResult | RefProblem;
  find(options: { query: string; firstRef: number }): FindResult | RefProblem;
  /** What can be operated in the viewport, in document order, for numbers in a picture; places as the top viewport's. */
  marks(options: { firstRef: number }): { marks: { ref: Ref; label: string; rect: Rect }[]; nextRef: number };
  /** Main content as text with headings, lists, tables and link targets; at most `cap` characters. */
  pageText(options: { cap: number }): { ok: true; text: string };
  /** Where this document is in the tab. */
  place(): FramePlaceInTab;
  /** Brings a point of a frame of another site into view; `share` is of its width and height, 0 to 1. */
  reveal(path: FramePath, share: { x: number; y: number }): Promise<Revealed | RefProblem>;
  /** Scrolls the element into view if needed and answers with a point that hits it. */
  locate(ref: string): Promise<Located | RefProblem>;
  /**
   * True when a press at a point of the top viewport arrives at the element, and at no other. From then on one that does
   * not is kept from the page, until `pressEnded` or for two seconds.
   */
  readyToPress(ref: string, x: number, y: number): boolean;
  /** The same where what is pressed is in another frame: for the frame that a reader of its own site around it knows, that one does it. */
  keepPressesOff(): void;
  /** What the page saw of the press that it was made ready for; ends that. */
  pressEnded(): PressOutcome;
  /**
   * True when keys go to what was last described as having the focus. From then on others are kept from the page, until
   * `keysEnded` or for two seconds after the last one.
   */
  expectKeys(given: KeysFor): boolean;
  keysEnded(): KeyOutcome;
  /** Element at a viewport point, or the focused one when no point is given. */
  describe(at: { ref: string } | { x: number; y: number } | 'focus'): DescribedElement | undefined;
  /** True when pressing the element posts a form into a new tab. */
  postsToNewTab(at: { ref: string } | { x: number; y: number }): boolean;
  page(): PageDescription;
  /** MIME type of the document: a PDF or a picture has no elements to read. */
  documentType(): string;
  /** Sets a form control the way a person would: value, `input` and `change` events. */
  setValue(
    ref: string,
    value: string | number | boolean,
  ): Promise<{ ok: true; label: string; shown: string; note?: string } | RefProblem>;
  /** What a field shows now, and whether the page accepts it; nothing where it does not say. */
  shows(ref: string): { ok: true; shown?: string; problem?: string } | RefProblem;
  scrollTo(ref: string): Promise<{ ok: true; label: string; within: FramePath; rect: Rect } | RefProblem>;
  /** The text without the values of secret fields and cookies of this page. */
  masked(text: string): string;
  /**
   * Keeps the file input that a ref leads to at hand as `globalThis[HELD_KEY]`, where a debugger command can reach it.
   * `input` is false for an element that only opens a file chooser when it is clicked.
   */
  holdFileInput(ref: string): { ok: true; label: string; input: boolean; multiple: boolean } | RefProblem;
  /** Puts staged files into a file input, as if a person had chosen them. */
  setFiles(
    ref: string,
    files: readonly { name: string; type: string; data: string }[],
  ): { ok: true; label: string; shown: string } | RefProblem;
  /** Shows a person in the corner of the page whose tab it is, or takes that away; resolves when it is drawn. */
  mark(words: string): Promise<void>;
  /** One line about what changed since the last call: alerts, dialogs, focus. Empty when nothing did. */
  changes(): string;
}
