/** A header is shorter than this, a colour profile in it included. */
const HEADER_BYTES = 12_288;
const START_OF_FRAME = { from: 0xffc0, to: 0xffcf };
/** Markers in that range that are tables (ITU T.81, table B.1). */
const TABLES = [0xffc4, 0xffc8, 0xffcc];

/** Width and height of a PNG or JPEG, read from its header: decoding would take ten times as long. Throws for others. */
export function sizeOf(base64: string): { width: number; height: number } {
  const text = atob(base64.slice(0, (HEADER_BYTES / 3) * 4));
  const bytes = new DataView(Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer);
  if (bytes.byteLength > 24 && bytes.getUint32(0) === 0x89504e47)
    return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  for (let at = 2; at + 9 < bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint16(at);
    if (marker >= START_OF_FRAME.from && marker <= START_OF_FRAME.to && !TABLES.includes(marker))
      return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
  }
  throw new Error('this is neither a PNG nor a JPEG');
}
