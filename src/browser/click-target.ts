import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { isFrameTag } from '../dom/frame-tag';
import type { PressOutcome } from '../dom/reader-contract';
import { type Click, type Clicking, clickPoint, pressOnce } from './click-point';
import { isTold, LEADS_AWAY, watchForLeaving } from './leaving';
import type { OpenTab } from './open-tab';
import { refError } from './page-problem';
import { callReader, callReaderIfThere, PAGE } from './page-reader';
import { movePointer, type Point } from './pointer';
import { callByRef, framesBut, frameUnder, locatedInPage } from './tab-frames';
import type { FoundTarget, Target } from './target-point';

/** How often an element is gone after that moves when the pointer comes, or just before it is pressed. */
const MOST_TRIES = 4;
/** Longest time that a page which was just clicked may take to say what it saw, in milliseconds. */
const SAYS_MS = 1000;

/**
 * Clicks a target that was found. What listens to the pointer may move or remove it, and so may anything that the page
 * draws in the milliseconds until it is pressed: then the page is not let have the press, and the target is looked for
 * again. A point of a picture is pressed as it is.
 *
 * Throws a ToolError when the target is gone or moves each time: nothing was pressed then. Also when it moved away during
 * the press, or when a further press of a double click would hit something else; what was pressed so far, it says.
 *
 * @param signal no press is made after it aborts, but one that was made is let go of
 */
export async function clickTarget(
  tab: OpenTab,
  target: Target,
  found: Pick<FoundTarget, 'point' | 'spot' | 'evidence'>,
  click: Click,
  signal: AbortSignal,
): Promise<void> {
  const clicking = new AbortController();
  const given = { tab, click, leaves: watchForLeaving(tab, clicking.signal), signal };
  try {
    if (target.type === 'coordinate') await clickPoint(given, found.point);
    else await clickRef(given, { ref: target.ref, ...found });
  } finally {
    clicking.abort();
  }
}

interface Aim extends Pick<FoundTarget, 'spot' | 'evidence'> {
  ref: string;
  point: Point;
}

async function clickRef(given: Clicking, found: Aim): Promise<void> {
  const { tab, click, leaves, signal } = given;
  const { ref } = found;
  let aim = found;
  for (let tries = 1; ; tries++) {
    await movePointer(tab.session, aim.point);
    if (await isReady(tab.tabId, aim, signal)) {
      const seen = await pressReady(given, aim, 1);
      if (seen === 'slipped') throw new ToolError(SLIPPED);
      if (seen !== 'kept off') break;
    }
    if (tries === MOST_TRIES) throw new ToolError(MOVES_AWAY);
    aim = { ...aim, point: await locatedAnew(tab.tabId, ref, signal) };
  }
  for (let each = 2; each <= click.count; each++) {
    if (leaves.leaving) throw new ToolError(LEADS_AWAY);
    const ready = await isReady(tab.tabId, aim, signal);
    if (!ready || (await pressReady(given, aim, each)) === 'kept off') throw new ToolError(changed(ref));
  }
}

/** True when a press would arrive; it is kept from anything else from then on. */
async function isReady(
  tabId: number,
  { ref, point, spot: { frameId }, evidence }: Aim,
  signal: AbortSignal,
): Promise<boolean> {
  const under = frameId === PAGE ? { ...point, frameId } : await frameUnder(tabId, point, signal, frameId);
  if (under.frameId !== frameId) return false;
  const [ready] = await Promise.all([
    callReader(tabId, 'readyToPress', [ref, under.x, under.y], signal, frameId),
    // A press on a frame arrives at what is in it.
    ...(isFrameTag(evidence?.tag ?? '') ? [] : [inOtherFrames(tabId, 'keepPressesOff', signal, frameId)]),
  ]);
  return ready;
}

/** Calls a reader's method in all frames but one; only those that were read before have an answer. */
async function inOtherFrames(
  tabId: number,
  method: 'keepPressesOff' | 'pressEnded',
  signal: AbortSignal,
  but: number,
): Promise<unknown[]> {
  const frames = await framesBut(tabId, but);
  return Promise.all(frames.map((frameId) => callReaderIfThere(tabId, method, [], signal, frameId, SAYS_MS)));
}

async function locatedAnew(tabId: number, ref: string, signal: AbortSignal): Promise<Point> {
  const { answer } = await callByRef(tabId, 'locate', [ref], signal);
  const located = answer.ok ? await locatedInPage(tabId, answer, signal) : answer;
  if (!located.ok) throw refError(located);
  return located;
}

async function pressReady(
  { tab, click, leaves, signal }: Clicking,
  { point, spot: { frameId } }: Aim,
  each: number,
): Promise<PressOutcome> {
  const { session, tabId } = tab;
  signal.throwIfAborted();
  await pressOnce(session, point, click, each);
  const ended = Promise.all([
    callReaderIfThere(tabId, 'pressEnded', [], signal, frameId, SAYS_MS),
    inOtherFrames(tabId, 'pressEnded', signal, frameId),
    // That it leads away is told on this way, which a further press must wait for.
    each < click.count && isTold(tab),
  ]);
  ended.catch(() => undefined);
  await Promise.race([leaves.left, ended]);
  // Until the next page is there, the old one still says what it saw.
  if (leaves.leaving) return 'arrived';
  const [seen = 'unseen', others] = await ended;
  return others.includes('kept off') ? 'kept off' : seen;
}

const MOVES_AWAY =
  'The element moves away each time that the pointer comes to it. Nothing was pressed. Try a key instead, such as Tab and Enter, or look at the page again.';
const SLIPPED =
  'The element moved away while it was pressed, so that the page saw no whole click. Look at the page again; if nothing came of it, press once more.';
/** Many a page draws its list anew at the first click, with other elements in the same places. */
function changed(ref: string): string {
  return `The first click changed the page, and ${ref} is no longer there: a further press would have hit something else. It was not made. Look at the page again; to press what is there now, give the point.`;
}
