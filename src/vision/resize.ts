/** A picture, base64. */
export interface Picture {
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  data: string;
}

export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Cuts a region out of a picture and scales it to a size, all in pixels. Runs in a worker: there is no DOM, but there
 * are OffscreenCanvas and ImageBitmap.
 *
 * @param quality 0 to 1, of JPEG
 */
export async function resize(
  picture: ImageBitmap,
  region: Region,
  size: { width: number; height: number },
  quality: number,
): Promise<Picture> {
  const width = Math.max(1, Math.round(size.width));
  const height = Math.max(1, Math.round(size.height));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2d context to a worker');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, region.x, region.y, region.width, region.height, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { mediaType: 'image/jpeg', data: base64(new Uint8Array(await blob.arrayBuffer())) };
}

/** Decodes a base64 picture. Close it after use. */
export async function decode({ data, mediaType }: Picture): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: mediaType }));
}

function base64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
