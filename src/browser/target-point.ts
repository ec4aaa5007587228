import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { DescribedElement, Rect } from '../dom/reader-contract';
import type { TargetEvidence } from '../policy/evidence';
import type { OpenTab } from './open-tab';
import { refError } from './page-problem';
import { callReader } from './page-reader';
import { movePointer, type Point } from './pointer';
import { pointInView } from './tab-view';

/** Where a model wants to act: an element by its ref, or a point of the last screenshot. */
export type Target = { type: 'ref'; ref: string } | { type: 'coordinate'; x: number; y: number };

/** A target that was found: where to press, and what stands there. */
export interface FoundTarget {
  point: Point;
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
    const described = await callReader(tab.tabId, 'describe', [point], signal);
    return { point, label: described?.label ?? `point ${target.x}, ${target.y}`, ...evidenceIn(described) };
  }
  const located = await callReader(tab.tabId, 'locate', [target.ref], signal);
  if (!located.ok) throw refError(located);
  const described = await callReader(tab.tabId, 'describe', [{ ref: target.ref }], signal);
  return {
    point: { x: located.x, y: located.y },
    rect: located.rect,
    label: located.label,
    ...evidenceIn(described),
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
export async function pointAt(tab: OpenTab, target: Target, point: Point, signal: AbortSignal): Promise<Point> {
  await movePointer(tab.session, point);
  if (target.type === 'coordinate') return point;
  let at = point;
  for (let chase = 0; chase < MOST_CHASES; chase++) {
    if (await callReader(tab.tabId, 'isHit', [target.ref, at.x, at.y], signal)) return at;
    const located = await callReader(tab.tabId, 'locate', [target.ref], signal);
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
  { x, y }: Point,
  leaves: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (target.type === 'coordinate') return;
  if (leaves) {
    throw new ToolError(
      'The first click already leads to another page: a further press would have hit that. It was not made. Look at the page again.',
    );
  }
  if (await callReader(tab.tabId, 'isHit', [target.ref, x, y], signal)) return;
  throw new ToolError(
    `The first click changed the page, and ${target.ref} is no longer there: a further press would have hit something else. It was not made. Look at the page again; to press what is there now, give the point.`,
  );
}

/** What has the focus: where keys go. Undefined when nothing but the page has it. */
export async function focusedElement(tab: OpenTab, signal: AbortSignal): Promise<DescribedElement | undefined> {
  return callReader(tab.tabId, 'describe', ['focus'], signal);
}

/** A described element without what only pictures and timelines need. */
export function evidenceIn(described: DescribedElement | undefined): { evidence?: TargetEvidence; rect?: Rect } {
  if (!described) return {};
  const { rect, label: _, ...evidence } = described;
  return { evidence, rect };
}
