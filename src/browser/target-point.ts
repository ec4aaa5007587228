import type { DescribedElement } from '../dom/description-contract';
import type { Rect } from '../dom/rect';
import type { TargetEvidence } from '../policy/evidence';
import type { OpenTab } from './open-tab';
import { refError } from './page-problem';
import { callReader, PAGE } from './page-reader';
import type { Point } from './pointer';
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
    const found = await foundAt(tab, point, signal);
    return { ...found, label: found.label ?? `point ${target.x}, ${target.y}` };
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

/** What is at a point of the viewport. */
export async function foundAt(
  tab: OpenTab,
  point: Point,
  signal: AbortSignal,
): Promise<Omit<FoundTarget, 'label'> & { label?: string }> {
  const spot = await frameUnder(tab.tabId, point, signal);
  const described = await callReader(tab.tabId, 'describe', [{ x: spot.x, y: spot.y }], signal, spot.frameId);
  const label = described ? { label: described.label } : {};
  return { point, spot, ...label, ...evidenceIn(described && inPage(described, spot.frameId)) };
}

/** A described element; its place is known only where it is in the page itself. */
export type SeenElement = Omit<DescribedElement, 'rect'> & { rect?: Rect };

/** Where keys go: the element and its frame; no element when nothing but the page has the focus. */
export interface Focus {
  focused: SeenElement | undefined;
  frameId: number;
}

/** What has the focus, in the innermost frame. */
export async function focusIn(tab: OpenTab, signal: AbortSignal): Promise<Focus> {
  let frameId = PAGE;
  let focused: SeenElement | undefined = await callReader(tab.tabId, 'describe', ['focus'], signal);
  for (let path = focused?.foreign?.path; path !== undefined; path = focused?.foreign?.path) {
    const frame = await frameOf(tab.tabId, path, signal);
    const inner = frame && (await callReader(tab.tabId, 'describe', ['focus'], signal, frame.frameId));
    if (!frame || !inner) break;
    focused = inPage(inner, frame.frameId);
    frameId = frame.frameId;
  }
  return { focused, frameId };
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
