import { finishViewport } from '../../vision/capture';
import type { MediaType, Picture } from '../../vision/picture';
import type { Driver } from '../driver';
import { markedElements } from '../marked-elements';
import { regionPicture, viewportFrame } from '../tab-picture';
import { regionInView } from '../tab-view';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

const UNCHANGED =
  'Nothing changed: the page looks exactly as in your last screenshot of this tab. If you no longer have that picture, take the screenshot once more.';

/** The viewport, at most 1366×768, or the words that it is as it was; with numbers in it if the settings want them. */
export async function screenshot(driver: Driver, tabId: TabId, mediaType: MediaType, abort: Signal): Promise<Picture> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const frame = await viewportFrame(tab, { lossless: true });
    if (await tab.sight.isKnown(frame)) {
      driver.notes.answerWith({ instead: UNCHANGED });
      return NO_PICTURE;
    }
    const marked = driver.marks ? await markedElements(driver, tab, signal) : undefined;
    const picture = await finishViewport(frame, mediaType, marked?.marks);
    tab.sight.saw(frame, picture.shown);
    if (marked) driver.notes.answerWith({ beside: marked.legend });
    return picture;
  });
}

/** Stands in for a picture that is not sent: the words replace it. */
const NO_PICTURE: Picture = { mediaType: 'image/png', data: '', width: 0, height: 0 };

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
