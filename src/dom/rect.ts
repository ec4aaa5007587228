export interface Rect {
  /** CSS pixels in the viewport of the frame that answered. */
  x: number;
  y: number;
  width: number;
  height: number;
}
