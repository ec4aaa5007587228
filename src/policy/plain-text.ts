/** Letters and digits alone: `DE89 3704 …` and `de893704…` are one value. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A text as it stands, unescaped once and twice, and what base64 and hex in it stand for. */
export function formsOf(text: string): string[] {
  const once = decoded(text);
  const texts = [...new Set([text, once, decoded(once)])];
  return [...texts, ...texts.flatMap(unwrapped)];
}

/** What base64 and hex runs inside a text stand for. */
function unwrapped(text: string): string[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{11,}={0,2}/g) ?? [];
  const hex = text.match(/(?:[\da-f]{2}){8,}/gi) ?? [];
  return [
    ...base64.flatMap((run) => bytesOf(() => atob(run.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')))),
    ...hex.flatMap((run) =>
      bytesOf(() => run.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))),
    ),
  ];
}

function bytesOf(read: () => string): string[] {
  try {
    return [new TextDecoder().decode(Uint8Array.from(read(), (char) => char.charCodeAt(0)))];
  } catch {
    return [];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
