import type { MediaType, Picture } from '../../vision/picture';
import type { Driver } from '../driver';
import { regionPicture, viewportPicture } from '../tab-picture';
import { regionInView } from '../tab-view';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** The viewport, at most 1366×768. */
export async function screenshot(driver: Driver, tabId: TabId, mediaType: MediaType, abort: Signal): Promise<Picture> {
  return driver.on(tabId, abort, async (tab) => {
    const picture = await viewportPicture(tab, mediaType);
    tab.sight.shown = picture.shown;
    return picture;
  });
}

/** A part of the last screenshot at full resolution. */
export async function zoom(
  driver: Driver,
  tabId: TabId,
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[],
  mediaType: MediaType,
  abort: Signal,
): Promise<Picture> {
  return driver.on(tabId, abort, async (tab) => {
    const region = await regionInView(tab, [
      { x: x0, y: y0 },
      { x: x1, y: y1 },
    ]);
    return regionPicture(tab, region, mediaType);
  });
}
