export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Width of the part that is shown around a mark, in pixels of the picture: text in it stays legible in the panel. */
const CLOSE_WIDTH = 560;
const MARGIN = 24;

/**
 * The part of a picture to show around a mark, 2:1, inside the picture. The whole picture when nothing is marked, when
 * the mark lies outside of it, or when the picture is not larger than the part.
 */
export function cropAround(mark: Box | undefined, picture: { width: number; height: number }): Box {
  const whole = { x: 0, y: 0, ...picture };
  if (!mark || mark.x >= picture.width || mark.y >= picture.height || mark.x + mark.width <= 0) return whole;
  const width = Math.max(CLOSE_WIDTH, mark.width + 2 * MARGIN);
  const height = Math.max(width / 2, mark.height + 2 * MARGIN);
  if (width >= picture.width || height >= picture.height) return whole;
  const inside = (start: number, length: number, limit: number) => Math.min(Math.max(0, start), limit - length);
  return {
    x: inside(mark.x + mark.width / 2 - width / 2, width, picture.width),
    y: inside(mark.y + mark.height / 2 - height / 2, height, picture.height),
    width,
    height,
  };
}
