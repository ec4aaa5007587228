/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE: Record<string, string> = { ł: 'l', ı: 'i', ß: 'ss', ø: 'o', œ: 'oe', æ: 'ae' };

/** `kündigen` → `kundigen`, `złóż` → `zloz`: as addresses are often written. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/[łıßøœæ]/g, (letter) => WHOLE[letter] ?? letter)
    .normalize('NFC');
}

/** `kündigen` → `kuendigen`: the other way in which German is written in addresses. */
export function umlautsAsTwo(text: string): string {
  return text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');
}

/**
 * Lower case for comparing labels. A Turkish `İ` becomes `i`, which JavaScript's own lower case leaves in two parts.
 */
export function lower(text: string): string {
  return text.normalize('NFC').replace(/İ/g, 'i').toLowerCase();
}
