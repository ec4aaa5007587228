/** CSS pixels of a page's viewport. */
export interface ViewportSize {
  width: number;
  height: number;
}

/** Largest picture that is sent: beyond it the API rejects or charges for pixels that models do not use. */
export const MOST_WIDTH = 1366;
export const MOST_HEIGHT = 768;

/** Picture pixels per CSS pixel: 1, or less where the viewport is larger than the largest picture. */
export function screenScale({ width, height }: ViewportSize): number {
  return Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
}

/** A point of a picture as CSS pixels of the viewport, kept inside it. */
export function toViewport(point: { x: number; y: number }, viewport: ViewportSize): { x: number; y: number } {
  const scale = screenScale(viewport);
  return {
    x: Math.min(point.x / scale, viewport.width - 1),
    y: Math.min(point.y / scale, viewport.height - 1),
  };
}

/** True when a point of a picture lies outside of the picture of this viewport. */
export function isOutside(point: { x: number; y: number }, viewport: ViewportSize): boolean {
  const scale = screenScale(viewport);
  return point.x > viewport.width * scale || point.y > viewport.height * scale;
}
