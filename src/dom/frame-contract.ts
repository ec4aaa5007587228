import type { Rect } from './rect';

/** Where a frame is among all frames of a tab, as indexes of `window.frames` from the top: `0/2`; empty for the top. */
export type FramePath = string;

/** Where a reader's own document is. */
export interface FramePlaceInTab {
  path: FramePath;
  /** CSS pixels of its viewport. */
  width: number;
  height: number;
  /** Its document is on its way. */
  loading: boolean;
  /** It is still the empty document that each frame begins with. */
  blank: boolean;
}

/** A frame whose document the reader of its parent cannot enter: it has a reader of its own. */
export interface ForeignFrame {
  path: FramePath;
  /** The frame in whose viewport `box` is told. */
  within: FramePath;
  /** What shows the frame's document. */
  box: Rect;
  /** The part of the box that is in the viewport; missing when none is. */
  shown?: Rect;
}

/** A point of a frame of another site that was brought into view. */
export interface Revealed {
  ok: true;
  x: number;
  y: number;
  frame: ForeignFrame;
}

/** A frame that this reader cannot enter, in document order: the worker stitches it in place of `marker`. */
export interface StitchedFrame extends ForeignFrame {
  marker: string;
  src: string;
}
