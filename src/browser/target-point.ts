import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { DescribedElement, Rect } from '../dom/reader-contract';
import type { TargetEvidence } from '../policy/evidence';
import type { OpenTab } from './open-tab';
import { refError } from './page-problem';
import { callReader, PAGE } from './page-reader';
import { movePointer, type Point } from './pointer';
import { callByRef, type FramePoint, frameOf, framesOf, frameUnder, locatedInPage } from './tab-frames';
import { pointInView } from './tab-view';

/** Where a model wants to act: an element by its ref, or a point of the last screenshot. */
export type Target = { type: 'ref'; ref: string } | { type: 'coordinate'; x: number; y: number };

/** A target that was found: where to press, and what stands there. */
export interface FoundTarget {
  point: Point;
  /** The same point in the frame that holds the target. */
  spot: FramePoint;
  rect?: Rect;
  /** One phrase, for example `button "Send"`. */
  label: string;
  evidence?: TargetEvidence;
}

/**
 * Finds the point that a click on the target really hits. Throws a ToolError when the ref is stale, or the element is
 * hidden, disabled or covered: nothing was done then, and it never falls back to another element.
 */
export async function findTarget(tab: OpenTab, target: Target, signal: AbortSignal): Promise<FoundTarget> {
  if (target.type === 'coordinate') {
    const point = await pointInView(tab, target);
    const spot = await frameUnder(tab.tabId, point, signal);
    const described = await callReader(tab.tabId, 'describe', [{ x: spot.x, y: spot.y }], signal, spot.frameId);
    const seen = described && inPage(described, spot.frameId);
    return { point, spot, label: described?.label ?? `point ${target.x}, ${target.y}`, ...evidenceIn(seen) };
  }
  const { answer, frameId } = await callByRef(tab.tabId, 'locate', [target.ref], signal);
  if (!answer.ok) throw refError(answer);
  const located = await locatedInPage(tab.tabId, answer, signal);
  if (!located.ok) throw refError(located);
  const described = await callReader(tab.tabId, 'describe', [{ ref: target.ref }], signal, frameId);
  return {
    point: { x: located.x, y: located.y },
    spot: { frameId, x: answer.x, y: answer.y },
    label: located.label,
    ...evidenceIn(described),
    rect: located.rect,
  };
}

/** How often an element is followed that moves when the pointer comes. */
const MOST_CHASES = 3;

/**
 * Moves the pointer to a target and makes sure that it is there still: what listens to the pointer may move or remove
 * it. Throws a ToolError when it is gone or moves each time; nothing was pressed then.
 *
 * @returns the point where the pointer now is
 */
export async function pointAt(
  tab: OpenTab,
  target: Target,
  { point, spot: { frameId } }: Pick<FoundTarget, 'point' | 'spot'>,
  signal: AbortSignal,
): Promise<Point> {
  await movePointer(tab.session, point);
  if (target.type === 'coordinate') return point;
  let at = point;
  for (let chase = 0; chase < MOST_CHASES; chase++) {
    if (await isHit(tab.tabId, target.ref, at, frameId, signal)) return at;
    const { answer } = await callByRef(tab.tabId, 'locate', [target.ref], signal);
    const located = answer.ok ? await locatedInPage(tab.tabId, answer, signal) : answer;
    if (!located.ok) throw refError(located);
    at = { x: located.x, y: located.y };
    await movePointer(tab.session, at);
  }
  throw new ToolError(
    'The element moves away each time that the pointer comes to it. Nothing was pressed. Try a key instead, such as Tab and Enter, or look at the page again.',
  );
}

/**
 * Throws a ToolError when a further press of a double or triple click would not hit the target any more: many a page
 * draws its list anew at the first click, with other elements in the same places.
 *
 * @param leaves true when the first press led to another page
 */
export async function checkStillThere(
  tab: OpenTab,
  target: Target,
  { point, spot: { frameId } }: Pick<FoundTarget, 'point' | 'spot'>,
  leaves: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (target.type === 'coordinate') return;
  if (leaves) {
    throw new ToolError(
      'The first click already leads to another page: a further press would have hit that. It was not made. Look at the page again.',
    );
  }
  if (await isHit(tab.tabId, target.ref, point, frameId, signal)) return;
  throw new ToolError(
    `The first click changed the page, and ${target.ref} is no longer there: a further press would have hit something else. It was not made. Look at the page again; to press what is there now, give the point.`,
  );
}

async function isHit(tabId: number, ref: string, point: Point, frameId: number, signal: AbortSignal): Promise<boolean> {
  const under = frameId === PAGE ? { ...point, frameId } : await frameUnder(tabId, point, signal, frameId);
  return under.frameId === frameId && callReader(tabId, 'isHit', [ref, under.x, under.y], signal, frameId);
}

/** A described element; its place is known only where it is in the page itself. */
export type SeenElement = Omit<DescribedElement, 'rect'> & { rect?: Rect };

/** What has the focus: where keys go. Undefined when nothing but the page has it. */
export async function focusedElement(tab: OpenTab, signal: AbortSignal): Promise<SeenElement | undefined> {
  let focused: SeenElement | undefined = await callReader(tab.tabId, 'describe', ['focus'], signal);
  for (let path = focused?.foreign?.path; path !== undefined; path = focused?.foreign?.path) {
    const frame = await frameOf(tab.tabId, path, signal);
    const inner = frame && (await callReader(tab.tabId, 'describe', ['focus'], signal, frame.frameId));
    if (!frame || !inner) break;
    focused = inPage(inner, frame.frameId);
  }
  return focused;
}

/** The element of a ref, wherever it is; undefined when no frame of the tab knows it. */
export async function describeRef(tab: OpenTab, ref: string, signal: AbortSignal): Promise<SeenElement | undefined> {
  const described = await callReader(tab.tabId, 'describe', [{ ref }], signal);
  if (described) return described;
  for (const { frameId } of await framesOf(tab.tabId, signal)) {
    const inner = await callReader(tab.tabId, 'describe', [{ ref }], signal, frameId);
    if (inner) return inPage(inner, frameId);
  }
  return undefined;
}

function inPage({ rect, ...described }: DescribedElement, frameId: number): SeenElement {
  return frameId === PAGE ? { ...described, rect } : described;
}

/** A described element without what only pictures and timelines need. */
export function evidenceIn(described: SeenElement | undefined): { evidence?: TargetEvidence; rect?: Rect } {
  if (!described) return {};
  const { rect, label: _, foreign: __, password: ___, ...evidence } = described;
  return { evidence, ...(rect ? { rect } : {}) };
}
