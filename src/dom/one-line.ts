/** One line: white space folded, ends trimmed. */
export function oneLine(text: string): string {
  return UNFOLDED.test(text) ? withoutUnseen(text).replace(/\s+/g, ' ').trim() : text;
}

/**
 * Without the letters of Unicode's tag block, which have no shape: a person cannot see what they say. Without soft hyphens
 * and spaces without a width too: they say where a word may be broken.
 */
export function withoutUnseen(text: string): string {
  return /[\u00ad\u200b\udb40]/.test(text) ? text.replace(/[\u00ad\u200b\u{e0000}-\u{e007f}]/gu, '') : text;
}

/** White space at an end, or that is more or other than one blank. Most names have none: to see that is the cheaper part. */
const UNFOLDED = /^\s|\s\s|[^\S ]|\s$|[\u00ad\u200b\udb40]/;
