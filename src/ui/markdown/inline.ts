/** A piece of a line of Markdown. */
export type Inline =
  | { type: 'text' | 'code'; text: string }
  | { type: 'strong' | 'em' | 'strike'; inner: Inline[] }
  | { type: 'link'; href: string; inner: Inline[] }
  | { type: 'break' };

interface Rule {
  pattern: RegExp;
  read(match: RegExpExecArray): Inline;
}

/**
 * The simple part of CommonMark and GFM. Order matters: code first, because nothing inside of it counts. Raw HTML has
 * no rule and stays text.
 */
const RULES: readonly Rule[] = [
  { pattern: /\\([\\`*_{}[\]()#+\-.!|~<>])/, read: ([, text = '']) => ({ type: 'text', text }) },
  { pattern: /``(.+?)``|`([^`]+)`/s, read: (m) => ({ type: 'code', text: (m[1] ?? m[2] ?? '').trim() }) },
  // A picture would be fetched from where a page likes: it becomes a link that only a person follows.
  {
    pattern: /!?\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/,
    read: ([, text = '', href = '']) => link(href, text),
  },
  { pattern: /<?(https?:\/\/[^\s<>]*[^\s<>.,:;!?)'"*_])>?/, read: ([, href = '']) => link(href, href) },
  { pattern: /\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)/s, read: (m) => around('strong', m) },
  { pattern: /\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)/s, read: (m) => around('em', m) },
  { pattern: /~~(?=\S)(.+?)(?<=\S)~~/s, read: (m) => around('strike', m) },
  { pattern: /(?: {2,}|\\)\n/, read: () => ({ type: 'break' }) },
];

/** Reads the inline marks of a text. Every mark that is not closed stays as it was written. */
export function parseInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let rest = text;
  for (;;) {
    const first = firstMark(rest);
    const plain = rest.slice(0, first?.match.index ?? rest.length);
    if (plain) pieces.push({ type: 'text', text: plain.replace(/\n/g, ' ') });
    if (!first) return pieces;
    pieces.push(first.rule.read(first.match));
    rest = rest.slice(first.match.index + first.match[0].length);
  }
}

function firstMark(text: string): { rule: Rule; match: RegExpExecArray } | undefined {
  let first: { rule: Rule; match: RegExpExecArray } | undefined;
  for (const rule of RULES) {
    const match = rule.pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { rule, match };
  }
  return first;
}

function around(type: 'strong' | 'em' | 'strike', match: RegExpExecArray): Inline {
  return { type, inner: parseInline(match[1] ?? match[2] ?? '') };
}

/** Only addresses that open a page or a mail: `javascript:` and the like stay text. */
function link(href: string, text: string): Inline {
  if (!/^(https?:\/\/|mailto:)/i.test(href) || !URL.canParse(href)) return { type: 'text', text: text || href };
  return { type: 'link', href, inner: text === href ? [{ type: 'text', text }] : parseInline(text || href) };
}
