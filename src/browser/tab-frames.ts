import type { ForeignFrame, FramePath, FramePlaceInTab } from '../dom/frame-contract';
import type { Located, Reader, RefProblem } from '../dom/reader-contract';
import type { Rect } from '../dom/rect';
import { callReader, callReaderIfThere, PAGE } from './page-reader';
import type { Point } from './pointer';

/** A frame that has a reader, and where it is. */
export interface TabFrame extends FramePlaceInTab {
  frameId: number;
}

/** Longest time that one frame may keep a whole page waiting, in milliseconds: advertisements are often busy. */
const FRAME_PATIENCE_MS = 2000;

/**
 * All frames of a tab that can be read, the page itself first. Frames of error pages and of the browser are not there.
 */
export async function framesOf(tabId: number, signal: AbortSignal): Promise<TabFrame[]> {
  const known = (await chrome.webNavigation.getAllFrames({ tabId })) ?? [];
  const placed = await Promise.all(
    known.map(async ({ frameId, errorOccurred }): Promise<TabFrame[]> => {
      if (errorOccurred) return [];
      try {
        const place = await callReader(tabId, 'place', [], signal, frameId, FRAME_PATIENCE_MS);
        return [{ frameId, ...place }];
      } catch {
        signal.throwIfAborted();
        return [];
      }
    }),
  );
  return placed.flat().sort((a, b) => a.frameId - b.frameId);
}

type ByRef = 'locate' | 'shows' | 'setValue' | 'scrollTo' | 'holdFileInput' | 'setFiles' | 'read';

/**
 * Calls a method of the reader that gave out a ref: most often the page's own, else that of a frame. Refs are counted
 * over the whole tab, so that at most one reader knows it.
 *
 * @returns its answer and its frame; the page's own refusal when none knows the ref
 */
export async function callByRef<M extends ByRef>(
  tabId: number,
  method: M,
  args: Parameters<Reader[M]>,
  signal: AbortSignal,
): Promise<{ answer: Awaited<ReturnType<Reader[M]>>; frameId: number }> {
  const answer = await callReader(tabId, method, args, signal);
  if (!isUnknown(answer)) return { answer, frameId: PAGE };
  for (const { frameId } of await framesOf(tabId, signal)) {
    if (frameId === PAGE) continue;
    const other = await callReader(tabId, method, args, signal, frameId);
    if (!isUnknown(other)) return { answer: other, frameId };
  }
  return { answer, frameId: PAGE };
}

function isUnknown(answer: { ok: true } | RefProblem): boolean {
  return !answer.ok && answer.problem === 'unknown';
}

/** A point in a frame, and in the frames around it. */
export interface FramePoint extends Point {
  frameId: number;
}

/**
 * What is under a point of the page: the innermost frame there, and the same point in it.
 *
 * @param within the frame that is looked for: what is in it is not entered
 */
export async function frameUnder(
  tabId: number,
  point: Point,
  signal: AbortSignal,
  within?: number,
): Promise<FramePoint> {
  let at: FramePoint = { frameId: PAGE, ...point };
  for (;;) {
    if (at.frameId === within) return at;
    const described = await callReader(tabId, 'describe', [{ x: at.x, y: at.y }], signal, at.frameId);
    const inner = described?.foreign && (await frameOf(tabId, described.foreign.path, signal));
    if (!described?.foreign || !inner) return at;
    at = { frameId: inner.frameId, ...into(described.foreign, inner, at) };
  }
}

/** The reader's frame at a path; undefined when it cannot be read. */
export async function frameOf(tabId: number, path: FramePath, signal: AbortSignal): Promise<TabFrame | undefined> {
  return (await framesOf(tabId, signal)).find((frame) => frame.path === path);
}

/**
 * What was located in a frame, in the viewport of the page: each frame around it is scrolled so that the point can be
 * seen, and tested that nothing covers it there.
 */
export async function locatedInPage(
  tabId: number,
  located: Located,
  signal: AbortSignal,
): Promise<Located | RefProblem> {
  if (located.within === '') return located;
  const frames = await framesOf(tabId, signal);
  let at = located;
  while (at.within !== '') {
    const inner = frames.find(({ path }) => path === at.within);
    const outer = readerAround(frames, at.within);
    if (!inner || !outer) return gone(located.label);
    const share = { x: at.x / (inner.width || 1), y: at.y / (inner.height || 1) };
    const revealed = await callReader(tabId, 'reveal', [at.within, share], signal, outer.frameId);
    if (!revealed.ok) return { ...revealed, message: `${located.label}: ${revealed.message}` };
    const { frame, x, y } = revealed;
    at = { ...at, x, y, within: frame.within, rect: outOf(frame.box, inner, at.rect) };
  }
  return at;
}

/** The frame around one, if it can be read: the reader of a frame further out may stand for it, and enters it. */
function readerAround(frames: readonly TabFrame[], path: FramePath): TabFrame | undefined {
  return frames.find((frame) => frame.path === path.split('/').slice(0, -1).join('/'));
}

function gone(label: string): RefProblem {
  return {
    ok: false,
    problem: 'stale',
    message: `The frame of ${label} is no longer on the page. Read the page again.`,
  };
}

/** A point of a frame's surroundings as one of its own. */
export function into(frame: ForeignFrame, inner: FramePlaceInTab, { x, y }: Point): Point {
  const { box } = frame;
  return { x: ((x - box.x) / (box.width || 1)) * inner.width, y: ((y - box.y) / (box.height || 1)) * inner.height };
}

/** A rectangle of a frame as one of its surroundings, where `box` is the frame's. */
export function outOf(box: Rect, inner: Pick<FramePlaceInTab, 'width' | 'height'>, rect: Rect): Rect {
  const [across, down] = [box.width / (inner.width || 1), box.height / (inner.height || 1)];
  return {
    x: box.x + rect.x * across,
    y: box.y + rect.y * down,
    width: rect.width * across,
    height: rect.height * down,
  };
}

/** The part of a frame's viewport that can be seen from outside. */
export function viewInto(frame: ForeignFrame, inner: FramePlaceInTab): Rect | undefined {
  if (!frame.shown) return undefined;
  const from = into(frame, inner, frame.shown);
  const { x, y, width, height } = frame.shown;
  const to = into(frame, inner, { x: x + width, y: y + height });
  return { ...from, width: to.x - from.x, height: to.y - from.y };
}

/** The numbers of all frames of a tab but one, whether they can be read or not. */
export async function framesBut(tabId: number, but: number): Promise<number[]> {
  const frames = (await chrome.webNavigation.getAllFrames({ tabId })) ?? [];
  return frames.map(({ frameId }) => frameId).filter((frameId) => frameId !== but);
}

/** What changed in the frames of a tab since they were last asked: only those that were read before have an answer. */
export async function changesInFrames(tabId: number, signal: AbortSignal): Promise<string[]> {
  const frames = await framesBut(tabId, PAGE);
  const lines = await Promise.all(
    frames.map((frameId) => callReaderIfThere(tabId, 'changes', [], signal, frameId, FRAME_PATIENCE_MS)),
  );
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
