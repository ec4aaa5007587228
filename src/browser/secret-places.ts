import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { z } from 'zod';
import { type FramePlaces, PLACES_KEY, type SecretBox } from '../dom/places-contract';
import { pageError } from './page-problem';
import { outOf } from './tab-frames';
import { within } from './wait';

/** A page that does not say in this time where its secret fields are gets no picture, in milliseconds. */
const PATIENCE_MS = 3000;

const number = z.number();
const box = { x: number, y: number, width: number, height: number };
/** What a frame answers: its isolated world is ours, its numbers are the page's. */
const Places = z.object({
  path: z.array(number),
  width: number,
  height: number,
  secrets: z.array(z.object({ ...box, filled: z.boolean() })),
  frames: z.array(z.object({ ...box, index: number, upright: z.boolean() })),
});

/**
 * Where a tab shows fields that no picture may show, in CSS pixels of its viewport: in all frames, also of other sites,
 * and in shadow trees. A frame that does not answer, or whose place cannot be computed, is such a field as a whole.
 *
 * Throws a ToolError when the page does not answer.
 */
export async function secretPlaces(tabId: number): Promise<SecretBox[]> {
  const reports = await answersOf(ask(tabId));
  const top = reports.find(({ path }) => path.length === 0);
  return top ? secretsBelow(top, reports) : [];
}

async function ask(tabId: number): Promise<FramePlaces[]> {
  const first = await invoke(tabId);
  if (!first.fresh) return first.reports;
  await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/places.js'],
    injectImmediately: true,
  });
  return (await invoke(tabId)).reports;
}

/** `fresh` when some frame has not been asked before and does not know the question yet. */
async function invoke(tabId: number): Promise<{ reports: FramePlaces[]; fresh: boolean }> {
  const answers = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: (key: string) => (globalThis as unknown as Record<string, (() => unknown) | undefined>)[key]?.() ?? null,
    args: [PLACES_KEY],
  });
  const reports = answers.flatMap(({ result }) => {
    const report = Places.safeParse(result);
    return report.success ? [report.data] : [];
  });
  return { reports, fresh: reports.length < answers.length };
}

function secretsBelow(frame: FramePlaces, reports: readonly FramePlaces[]): SecretBox[] {
  const below = frame.frames.flatMap((place) => {
    const inside = reports.filter(
      ({ path }) => path.length === frame.path.length + 1 && isIn(path, [...frame.path, place.index]),
    );
    const [only, ...others] = inside;
    const known = only !== undefined && others.length === 0 && place.index >= 0;
    // In a shadow tree it is not known which of the frames is which.
    const secrets = inside.map((each) => secretsBelow(each, reports));
    const answered = known || inside.length >= frame.frames.filter(({ index }) => index === place.index).length;
    if (answered && secrets.flat().length === 0) return [];
    if (!known || !place.upright) return [{ ...place, filled: true }];
    return (secrets[0] ?? []).map((secret) => ({ ...outOf(place, only, secret), filled: secret.filled }));
  });
  return [...frame.secrets, ...below];
}

function isIn(path: readonly number[], start: readonly number[]): boolean {
  return start.every((index, at) => path[at] === index);
}

async function answersOf<T>(work: Promise<T[]>): Promise<T[]> {
  const answers = await within(PATIENCE_MS, work).catch((error: unknown) => {
    // A blank tab, and Chrome's own page about an error: extensions may not enter, and there are no fields.
    if (/error page|cannot access|must request permission/i.test(String(error))) return [];
    throw pageError(error);
  });
  if (answers) return answers;
  throw new ToolError(
    'There is no picture, because the page did not say where its secret fields are: its scripts keep it busy. Wait and try again, or reload it.',
  );
}

/**
 * What covers the fields of two moments: a field that moved in between is covered where it was, is, and came through.
 */
export function coveringBoth(before: readonly SecretBox[], after: readonly SecretBox[]): SecretBox[] {
  if (before.length !== after.length) return [...before, ...after];
  return after.map((now, at) => {
    const then = before[at] ?? now;
    const x = Math.min(then.x, now.x);
    const y = Math.min(then.y, now.y);
    const width = Math.max(then.x + then.width, now.x + now.width) - x;
    const height = Math.max(then.y + then.height, now.y + now.height) - y;
    return { x, y, width, height, filled: now.filled };
  });
}
