import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { View } from '../vision/capture';
import { isOutside, screenScale, toViewport } from '../vision/screen-scale';
import type { DebuggerSession } from './debugger-session';
import type { Point } from './pointer';

/** The tab's viewport as it is now. */
export async function viewOf(session: DebuggerSession): Promise<View> {
  const [{ cssVisualViewport }, { result }] = await Promise.all([
    session.send('Page.getLayoutMetrics'),
    session.send('Runtime.evaluate', { expression: 'devicePixelRatio', returnByValue: true }),
  ]);
  const ratio: unknown = result.value;
  return {
    width: cssVisualViewport.clientWidth,
    height: cssVisualViewport.clientHeight,
    devicePixelRatio: typeof ratio === 'number' && ratio > 0 ? ratio : 1,
  };
}

/** A point of a screenshot as a point of the viewport. Throws a ToolError when it lies outside of the picture. */
export async function pointInView(session: DebuggerSession, point: Point): Promise<Point> {
  const view = await viewOf(session);
  if (isOutside(point, view)) {
    const scale = screenScale(view);
    throw new ToolError(
      `(${point.x}, ${point.y}) is outside of the screenshot, which is ${Math.round(view.width * scale)}×${Math.round(view.height * scale)} pixels. Nothing was done.`,
    );
  }
  return toViewport(point, view);
}
