import type { Size } from './picture';

/** What a page looks like now: its viewport in CSS pixels, and device pixels per CSS pixel. */
export interface View extends Size {
  devicePixelRatio: number;
}

/** A picture of a viewport: the sizes of both make points of the one points of the other. */
export interface Shown {
  view: Size;
  picture: Size;
}

interface Point {
  x: number;
  y: number;
}

interface Box extends Point, Size {}

/** Largest picture that is sent: beyond it the API rejects or charges for pixels that models do not use. */
export const MOST: Size = { width: 1366, height: 768 };

/** One picture pixel per CSS pixel, or fewer where the viewport is larger than the largest picture. */
export function screenSize({ width, height }: Size): Size {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: width * scale, height: height * scale };
}

/** A viewport as a picture of it will be: a screen has no more pixels than it has, also when the page is zoomed out. */
export function expected(view: View): Shown {
  const { width, height } = screenSize(view);
  const scale = Math.min(1, (view.devicePixelRatio * view.width) / width);
  return { view, picture: { width: Math.round(width * scale), height: Math.round(height * scale) } };
}

/** A point of a picture as CSS pixels of the viewport, kept inside it. */
export function toViewport({ x, y }: Point, { view, picture }: Shown): Point {
  return {
    x: Math.min((x * view.width) / picture.width, view.width - 1),
    y: Math.min((y * view.height) / picture.height, view.height - 1),
  };
}

/** A rectangle of the viewport in pixels of the picture. */
export function toPicture({ x, y, width, height }: Box, { view, picture }: Shown): Box {
  const [across, down] = [picture.width / view.width, picture.height / view.height];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

/** True when a point lies outside of a picture. */
export function isOutside({ x, y }: Point, { picture }: Shown): boolean {
  return x > picture.width || y > picture.height;
}

/** True when two viewports are of the same size, up to the fractions that one way of measuring leaves out. */
export function isSameSize(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) < 2 && Math.abs(a.height - b.height) < 2;
}
