import { captureRegion, captureThumbnail, captureViewport } from '../../vision/capture';
import type { Picture } from '../../vision/resize';
import { screenScale } from '../../vision/screen-scale';
import type { DebuggerSession } from '../debugger-session';
import type { Driver } from '../driver';
import { captureFrame } from '../screencast';
import { viewOf } from '../tab-view';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** The viewport, at most 1366×768. */
export async function screenshot(driver: Driver, tabId: TabId, abort: Signal): Promise<Picture> {
  return driver.on(tabId, abort, ({ session }) => pictureOf(session));
}

/** A part of the last screenshot at full resolution. */
export async function zoom(
  driver: Driver,
  tabId: TabId,
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[],
  abort: Signal,
): Promise<Picture> {
  return driver.on(tabId, abort, async ({ session }) => {
    const view = await viewOf(session);
    const scale = screenScale(view);
    const region = { x: x0 / scale, y: y0 / scale, width: (x1 - x0) / scale, height: (y1 - y0) / scale };
    return captureRegion((size) => captureFrame(session, size), view, region);
  });
}

/** The viewport of a session's page, in the size that the model gets. */
export async function pictureOf(session: DebuggerSession): Promise<Picture> {
  return captureViewport((size) => captureFrame(session, size), await viewOf(session));
}

/** The viewport, small, for the panel. */
export async function thumbnailOf(session: DebuggerSession): Promise<Picture> {
  return captureThumbnail((size) => captureFrame(session, size), await viewOf(session));
}
