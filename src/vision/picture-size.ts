/** A header is shorter than this, a colour profile in it included. */
const HEADER_BYTES = 12_288;
const START_OF_FRAME = { from: 0xffc0, to: 0xffcf };
/** Markers in that range that are tables (ITU T.81, table B.1). */
const TABLES = [0xffc4, 0xffc8, 0xffcc];

/** Width and height of a PNG, WebP or JPEG from its header: decoding would take ten times as long. Throws for others. */
export function sizeOf(base64: string): { width: number; height: number } {
  const text = atob(base64.slice(0, (HEADER_BYTES / 3) * 4));
  const bytes = new DataView(Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer);
  if (bytes.byteLength > 24 && bytes.getUint32(0) === 0x89504e47)
    return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  if (bytes.byteLength > 30 && bytes.getUint32(8) === 0x57454250) return webpSize(bytes);
  for (let at = 2; at + 9 < bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint16(at);
    if (marker >= START_OF_FRAME.from && marker <= START_OF_FRAME.to && !TABLES.includes(marker))
      return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
  }
  throw new Error('this is no PNG, WebP or JPEG');
}

/** The three kinds of a first chunk: https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: DataView): { width: number; height: number } {
  const kind = bytes.getUint8(15);
  if (kind === 0x58) {
    const three = (at: number) => bytes.getUint16(at, true) + (bytes.getUint8(at + 2) << 16) + 1;
    return { width: three(24), height: three(27) };
  }
  if (kind === 0x4c) {
    const bits = bytes.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff };
}
