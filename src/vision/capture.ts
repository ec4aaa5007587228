import type { Encoding, MediaType, Picture, Size } from './picture';
import { type Mark, type Region, retouch, type Secret } from './retouch';
import { MOST, type Shown, screenSize, toPicture, type View } from './screen-scale';

/** How large and how good a frame is wanted. */
export interface FrameSize {
  /** Device pixels. */
  maxWidth: number;
  maxHeight: number;
  /** JPEG's, 0 to 100; left out for PNG. */
  quality?: number;
}

/** A frame with the viewport that it shows and the secret fields in it, both in CSS pixels of that viewport. */
export interface Frame {
  picture: Picture;
  view: Size;
  secrets: readonly Secret[];
}

/** Takes a picture of the viewport that is at most so large. */
export type TakeFrame = (size: FrameSize) => Promise<Frame>;

/** A picture of a viewport, with the sizes that make points of the one points of the other. */
export interface ViewPicture extends Picture {
  shown: Shown;
}

const THUMBNAIL_WIDTH = 480;
/** Text stays legible, at a fifth of PNG's size. */
const QUALITY = 80;
const THUMBNAIL_QUALITY = 60;
/** WebP of a frame without losses has half of JPEG's bytes, and its text is sharper (docs/design.md, pictures). */
const WEBP: Encoding = { mediaType: 'image/webp', quality: 0.8 };
const JPEG: Encoding = { mediaType: 'image/jpeg', quality: QUALITY / 100 };
const FINE = 0.9;
const MOST_ENLARGED = 4;

/**
 * A frame of the viewport for `finishViewport`: one picture pixel per CSS pixel, scaled down to 1366×768 at most.
 *
 * @param lossless PNG, to be compared and encoded well; else JPEG, which is ready to be shown
 */
export function takeViewport(take: TakeFrame, view: View, { lossless }: { lossless: boolean }): Promise<Frame> {
  const { width, height } = screenSize(view);
  return take({ maxWidth: width, maxHeight: height, ...(lossless ? {} : { quality: QUALITY }) });
}

/** The picture that a frame becomes. @param marks numbered boxes, in CSS pixels of the viewport */
export function finishViewport(frame: Frame, mediaType: MediaType, marks: readonly Mark[] = []): Promise<ViewPicture> {
  return finish(frame, mediaType === 'image/webp' ? WEBP : JPEG, marks);
}

/** A small picture for the panel, 480 pixels wide. */
export async function captureThumbnail(take: TakeFrame, view: View): Promise<Picture> {
  const maxHeight = (THUMBNAIL_WIDTH * view.height) / view.width;
  const frame = await take({ maxWidth: THUMBNAIL_WIDTH, maxHeight, quality: THUMBNAIL_QUALITY });
  return finish(frame, { mediaType: 'image/jpeg', quality: THUMBNAIL_QUALITY / 100 });
}

/**
 * A part of the viewport at the screen's own resolution, enlarged up to four times where the screen has no more.
 *
 * @param region CSS pixels of the viewport
 */
export async function captureRegion(
  take: TakeFrame,
  view: View,
  region: Region,
  mediaType: MediaType,
): Promise<Picture> {
  const ratio = view.devicePixelRatio;
  const frame = await take({ maxWidth: Math.ceil(view.width * ratio), maxHeight: Math.ceil(view.height * ratio) });
  const shown: Shown = { view: frame.view, picture: frame.picture };
  const cut = toPicture(region, shown);
  const scale = Math.min(MOST.width / cut.width, MOST.height / cut.height, MOST_ENLARGED);
  const size = { width: cut.width * scale, height: cut.height * scale };
  const secrets = frame.secrets.map((secret) => ({ ...toPicture(secret, shown), filled: secret.filled }));
  return retouch(frame.picture, { secrets, cut, size }, { mediaType, quality: FINE });
}

/** A frame that needs no retouching and is encoded as it is wanted goes out as it came. */
async function finish(
  { picture, view, secrets }: Frame,
  as: Encoding,
  marks: readonly Mark[] = [],
): Promise<ViewPicture> {
  const shown: Shown = { view, picture: { width: picture.width, height: picture.height } };
  if (secrets.length + marks.length === 0 && picture.mediaType === as.mediaType) return { ...picture, shown };
  const place = <T extends Region>(region: T) => ({ ...region, ...toPicture(region, shown) });
  return { ...(await retouch(picture, { secrets: secrets.map(place), marks: marks.map(place) }, as)), shown };
}
