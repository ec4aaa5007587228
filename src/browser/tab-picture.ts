import {
  captureRegion,
  captureThumbnail,
  type Frame,
  type FrameSize,
  finishViewport,
  takeViewport,
  type ViewPicture,
} from '../vision/capture';
import type { MediaType, Picture } from '../vision/picture';
import type { Region } from '../vision/retouch';
import type { OpenTab } from './open-tab';
import { coveringBoth, secretPlaces } from './secret-places';
import { viewOf, zoomOf } from './tab-view';

type Tab = Pick<OpenTab, 'tabId' | 'session' | 'screencast'>;

/** A frame of a tab's viewport in the size that the model gets; `finishViewport` makes a picture of it. */
export async function viewportFrame(tab: Tab, given: { lossless: boolean }): Promise<Frame> {
  return takeViewport((size) => takeFrame(tab, size), await viewOf(tab.session), given);
}

/** The viewport of a tab in the size that the model gets, secret fields painted over, as fast as may be. */
export async function viewportPicture(tab: Tab): Promise<ViewPicture> {
  return finishViewport(await viewportFrame(tab, { lossless: false }), 'image/jpeg');
}

/** The viewport, small, for the panel. */
export async function thumbnailPicture(tab: Tab): Promise<Picture> {
  return captureThumbnail((size) => takeFrame(tab, size), await viewOf(tab.session));
}

/** A part of the viewport, in CSS pixels, as fine as the screen has it. */
export async function regionPicture(tab: Tab, region: Region, mediaType: MediaType): Promise<Picture> {
  return captureRegion((size) => takeFrame(tab, size), await viewOf(tab.session), region, mediaType);
}

/** The places of secret fields are read before and after the frame: whichever of the two it shows, they are known. */
async function takeFrame({ tabId, session, screencast }: Tab, size: FrameSize): Promise<Frame> {
  const before = await secretPlaces(tabId);
  const frame = await screencast.capture(size);
  const [after, zoom] = await Promise.all([secretPlaces(tabId), zoomOf(session)]);
  return {
    picture: frame.picture,
    view: { width: frame.width / zoom, height: frame.height / zoom },
    secrets: coveringBoth(before, after),
  };
}
