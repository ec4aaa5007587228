/** A colour as red, green, blue (0 to 255) and how much of it there is (0 to 1). */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** What there is less of, nobody sees. */
const LEAST_ALPHA = 0.05;
/** Two colours with no channel further apart than this, of 255, are one to the eye. */
const LEAST_DIFFERENCE = 6;

/** What most elements have for a background. */
const CLEAR = 'rgba(0, 0, 0, 0)';

const known = new Map<string, Colour>();

/** A computed colour in numbers, whatever notation a page chose: `rgb(…)`, `oklch(…)`, `color(…)`. */
export function colourOf(computed: string): Colour {
  const found = known.get(computed);
  if (found) return found;
  const colour = plainColour(computed) ?? paintedColour(computed);
  known.set(computed, colour);
  return colour;
}

/** True for a colour that lets all through. */
export function isClear(computed: string): boolean {
  return computed === CLEAR || (!computed.startsWith('rgb(') && colourOf(computed)[3] <= LEAST_ALPHA);
}

let [lastWords, lastGround, lastDistinct] = ['', '', false];

/** True when words of a colour are told apart from what they stand on. Most words of a page have the same two colours. */
export function isDistinct(words: string, ground: string): boolean {
  if (words !== lastWords || ground !== lastGround)
    [lastWords, lastGround, lastDistinct] = [words, ground, differ(colourOf(words), colourOf(ground))];
  return lastDistinct;
}

function differ(over: Colour, under: Colour): boolean {
  const alpha = over[3];
  return [0, 1, 2].some((at) => Math.abs((over[at] ?? 0) - (under[at] ?? 0)) * alpha > LEAST_DIFFERENCE);
}

function plainColour(computed: string): Colour | undefined {
  const numbers = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!numbers) return undefined;
  const [, red, green, blue, alpha = '1'] = numbers;
  return [Number(red), Number(green), Number(blue), Number(alpha)];
}

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** Chromium computes other notations as they are written: it says by a painted pixel what they come to. */
function paintedColour(computed: string): Colour {
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) return [0, 0, 0, 1];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
