/**
 * A number as a list writes it, without what stands after it (CSS Counter Styles 3 §6 and §7). Styles that are not known
 * here are written as decimal numbers; empty for a style that draws a dot, an arrow or nothing.
 *
 * @param style the computed `list-style-type`, or the style of a `counter()`
 */
export function numberIn(style: string, number: number): string {
  switch (style) {
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
    case 'disclosure-open':
    case 'disclosure-closed':
      return '';
    case 'decimal-leading-zero':
      return String(number).padStart(2, '0');
    case 'lower-alpha':
    case 'lower-latin':
      return letters(number);
    case 'upper-alpha':
    case 'upper-latin':
      return letters(number).toUpperCase();
    case 'lower-roman':
      return roman(number).toLowerCase();
    case 'upper-roman':
      return roman(number);
    default:
      return style.startsWith('"') ? '' : String(number);
  }
}

function letters(number: number): string {
  if (number < 1) return String(number);
  let text = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let [text, left] = ['', number];
  for (const [value, sign] of ROMAN)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}
