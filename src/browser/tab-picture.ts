import {
  captureRegion,
  captureThumbnail,
  captureViewport,
  type Frame,
  type FrameSize,
  type ViewPicture,
} from '../vision/capture';
import type { MediaType, Picture } from '../vision/picture';
import type { Region } from '../vision/retouch';
import type { OpenTab } from './open-tab';
import { coveringBoth, secretPlaces } from './secret-places';
import { viewOf, zoomOf } from './tab-view';

type Tab = Pick<OpenTab, 'tabId' | 'session' | 'screencast'>;

/** The viewport of a tab in the size that the model gets, secret fields painted over. */
export async function viewportPicture(tab: Tab, mediaType: MediaType): Promise<ViewPicture> {
  return captureViewport((size) => takeFrame(tab, size), await viewOf(tab.session), mediaType);
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
