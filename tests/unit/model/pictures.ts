const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type MediaType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** A picture block of those base64 data. */
export function pictureOf(data: string, media_type: MediaType = 'image/png') {
  return { type: 'image' as const, source: { type: 'base64' as const, media_type, data } };
}

export const TINY_PNG = pictureOf(PIXEL);

/** A PNG whose header claims so many pixels. */
export function claimedPng(width: number, height = 1) {
  const bytes = Buffer.from(PIXEL, 'base64');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return pictureOf(bytes.toString('base64'));
}
