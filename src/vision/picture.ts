import { sizeOf } from './picture-size';

/** Pixels of a picture, or CSS pixels of a viewport. */
export interface Size {
  width: number;
  height: number;
}

export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A picture, base64, with its size in pixels. */
export interface Picture extends Size {
  mediaType: MediaType;
  data: string;
}

/** An encoding of a picture: `quality` is 0 to 1. */
export interface Encoding {
  mediaType: MediaType;
  quality: number;
}

/** A picture as it came, with its size read from its header. */
export function pictureOf(mediaType: MediaType, data: string): Picture {
  return { mediaType, data, ...sizeOf(data) };
}

/** Decodes a base64 picture. Close it after use. */
export async function decode({ data, mediaType }: Pick<Picture, 'data' | 'mediaType'>): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: mediaType }));
}

/** What is drawn on a canvas as a picture. */
export async function encode(canvas: OffscreenCanvas, { mediaType, quality }: Encoding): Promise<Picture> {
  const blob = await canvas.convertToBlob({ type: mediaType, quality });
  const data = base64(new Uint8Array(await blob.arrayBuffer()));
  return { mediaType, data, width: canvas.width, height: canvas.height };
}

function base64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
