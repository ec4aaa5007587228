/** One line: white space folded, ends trimmed. */
export function oneLine(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** White space at an end, or that is more or other than one blank. Most names have none: to see that is the cheaper part. */
const UNFOLDED = /^\s|\s\s|[^\S ]|\s$/;
