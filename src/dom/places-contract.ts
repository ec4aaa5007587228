/** Where the isolated world of each frame keeps the function that answers with a FramePlaces. */
export const PLACES_KEY = '__offstage_places';

/** CSS pixels of a frame's own viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SecretBox extends Box {
  filled: boolean;
}

/** A frame inside a frame: where its viewport lies in the one around it. */
export interface FrameBox extends Box {
  /** Its number in `window.frames`; -1 for a frame in a shadow tree, which has none. */
  index: number;
  /** False for one that is turned or mirrored: a place in it cannot be computed. */
  upright: boolean;
}

/** What one frame knows of where its secret fields and its frames are. */
export interface FramePlaces {
  /** Numbers in `window.frames` from the top down; -1 for a frame that stands in a shadow tree. */
  path: number[];
  width: number;
  height: number;
  secrets: SecretBox[];
  frames: FrameBox[];
}
