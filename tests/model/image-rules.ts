import type { z } from 'zod';
import { invalid } from './api-error';
import { Image, type MessagesRequest } from './request-shape';

const MOST_SIDE = 8000;
/** Past this many images each must be smaller. */
const MANY = 20;
const MOST_SIDE_OF_MANY = 2000;
const MOST_BYTES = 5 * 1024 * 1024;

/** Checks every picture of a request: it is one, of the declared type, and not too large. Throws an ApiError. */
export function checkImages(request: MessagesRequest): void {
  const images = [...imagesIn(request.messages)];
  const most = images.length > MANY ? MOST_SIDE_OF_MANY : MOST_SIDE;
  for (const { source } of images) {
    if (source.data.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(source.data))
      throw invalid('image.source.base64: invalid base64 data');
    const bytes = Buffer.from(source.data, 'base64');
    if (bytes.length > MOST_BYTES) throw invalid('image.source.base64: image exceeds 5 MB maximum');
    const size = sizeOf(bytes);
    if (!size || size.type !== source.media_type)
      throw invalid(
        `image.source.base64: the image was specified as ${source.media_type}, but the data does not fit that type`,
      );
    if (size.width > most || size.height > most) {
      throw invalid(
        images.length > MANY
          ? `image.source.base64: at least one of the image dimensions exceeds max allowed size for many-image requests: ${most} pixels`
          : `image.source.base64: at least one of the image dimensions exceeds max allowed size: ${most} pixels`,
      );
    }
  }
}

function* imagesIn(value: unknown): Generator<z.infer<typeof Image>> {
  if (Array.isArray(value)) for (const item of value) yield* imagesIn(item);
  else if (typeof value === 'object' && value !== null) {
    const image = Image.safeParse(value);
    if (image.success) yield image.data;
    else yield* imagesIn(Object.values(value));
  }
}

/** Pixels of a PNG, GIF, WebP or JPEG, read from its header; undefined for anything else. */
export function sizeOf(bytes: Buffer): { type: string; width: number; height: number } | undefined {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47)
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.length > 10 && bytes.toString('latin1', 0, 4) === 'GIF8')
    return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.length > 30 && bytes.toString('latin1', 8, 12) === 'WEBP')
    return { type: 'image/webp', ...webpSize(bytes) };
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    // Start of frame, in all its forms but the tables among them (ITU T.81, table B.1).
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The three kinds of a WebP's first chunk: https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): { width: number; height: number } {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}
