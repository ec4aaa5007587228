import { captureRegion, captureThumbnail, captureViewport } from '../../vision/capture';
import type { Picture } from '../../vision/resize';
import { screenScale } from '../../vision/screen-scale';
import type { Driver } from '../driver';
import { viewOf } from '../tab-view';
import type { OpenTab } from '../task-tabs';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** The viewport, at most 1366×768. */
export async function screenshot(driver: Driver, tabId: TabId, abort: Signal): Promise<Picture> {
  return driver.on(tabId, abort, (tab) => pictureOf(tab));
}

/** A part of the last screenshot at full resolution. */
export async function zoom(
  driver: Driver,
  tabId: TabId,
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[],
  abort: Signal,
): Promise<Picture> {
  return driver.on(tabId, abort, async ({ session, screencast }) => {
    const view = await viewOf(session);
    const scale = screenScale(view);
    const region = { x: x0 / scale, y: y0 / scale, width: (x1 - x0) / scale, height: (y1 - y0) / scale };
    return captureRegion((size) => screencast.capture(size), view, region);
  });
}

/** A picture of a viewport, and how many of its pixels make one CSS pixel. */
export interface ScaledPicture extends Picture {
  scale: number;
}

/** The viewport as a screenshot shows it, with the scale that places an element's rectangle in it. */
export async function scaledPictureOf({ session, screencast }: OpenTab): Promise<ScaledPicture> {
  const view = await viewOf(session);
  const picture = await captureViewport((size) => screencast.capture(size), view);
  return { ...picture, scale: screenScale(view) };
}

/** The viewport of a tab's page, in the size that the model gets. */
export async function pictureOf({ session, screencast }: OpenTab): Promise<Picture> {
  return captureViewport((size) => screencast.capture(size), await viewOf(session));
}

/** The viewport, small, for the panel. */
export async function thumbnailOf({ session, screencast }: OpenTab): Promise<Picture> {
  return captureThumbnail((size) => screencast.capture(size), await viewOf(session));
}
