import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { z } from 'zod';
import { expected, isOutside, isSameSize, type Shown, toViewport, type View } from '../vision/screen-scale';
import type { DebuggerSession } from './debugger-session';
import type { OpenTab } from './open-tab';
import type { Point } from './pointer';

const Measured = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);

/**
 * The tab's viewport as it is now, with its scroll bars: pictures show them, and `Page.getLayoutMetrics` leaves them
 * out.
 */
export async function viewOf(session: DebuggerSession): Promise<View> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: '[innerWidth, innerHeight, devicePixelRatio]',
    returnByValue: true,
  });
  const measured = Measured.safeParse(result.value);
  if (!measured.success) throw new ToolError('The page has no size yet. Wait and try again.');
  const [width, height, devicePixelRatio] = measured.data;
  return { width, height, devicePixelRatio };
}

/** The person's page zoom: pixels of the tab per CSS pixel. */
export async function zoomOf(session: DebuggerSession): Promise<number> {
  const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
  return cssVisualViewport.zoom ?? 1;
}

/** The picture that the model has of a tab; before the first one, what it would be. */
async function shownNow({ session, sight }: OpenTab): Promise<Shown> {
  const view = await viewOf(session);
  const seen = sight.shown;
  if (!seen) return expected(view);
  if (!isSameSize(seen.view, view)) {
    throw new ToolError(
      `The page was ${words(seen.view)} pixels large in your last screenshot and is ${words(view)} now: what you saw has moved. Take a new screenshot. Nothing was done.`,
    );
  }
  return seen;
}

/**
 * A point of the last screenshot as a point of the viewport. Throws a ToolError when it lies outside of the picture, or
 * the tab was resized or zoomed since.
 */
export async function pointInView(tab: OpenTab, point: Point): Promise<Point> {
  const shown = await shownNow(tab);
  checkInside(point, shown);
  return toViewport(point, shown);
}

/** A part of the last screenshot in CSS pixels of the viewport. Throws as `pointInView` does. */
export async function regionInView(
  tab: OpenTab,
  [from, to]: [Point, Point],
): Promise<{ x: number; y: number; width: number; height: number }> {
  const shown = await shownNow(tab);
  checkInside(from, shown);
  const { x, y } = toViewport(from, shown);
  const end = toViewport(to, shown);
  return { x, y, width: Math.max(1, end.x - x), height: Math.max(1, end.y - y) };
}

function checkInside(point: Point, shown: Shown): void {
  if (!isOutside(point, shown)) return;
  throw new ToolError(
    `(${point.x}, ${point.y}) is outside of the screenshot, which is ${words(shown.picture)} pixels. Nothing was done.`,
  );
}

function words({ width, height }: { width: number; height: number }): string {
  return `${Math.round(width)}×${Math.round(height)}`;
}
