import { isHtml } from './element-kind';
import { boxOf, contains, documentOf, parentElementOf, rootOf } from './platform';
import { hasArea } from './view-box';
import { isSelfVisible, isSubtreeHidden, isVisible } from './visibility';

/** A clear control smaller than this is not what a person presses. */
const SMALLEST_PX = 6;

/**
 * The element that draws a native control which is not drawn itself: its label, or the control's own place where it lies
 * clear over a drawing. It is still what a person uses. Undefined for one that nothing draws.
 */
export function drawnBy(element: Element): Element | undefined {
  return labelThatDraws(element) ?? (isClearOverDrawing(element) ? element : undefined);
}

/** Check boxes, radio buttons and file fields are often hidden, and their label is drawn in their place. */
function labelThatDraws(element: Element): Element | undefined {
  if (!isHtml(element, 'input') || !/^(checkbox|radio|file)$/.test(element.type)) return undefined;
  const labels = [...(element.labels ?? [])].filter(
    (label) => isSelfVisible(label) && !isSubtreeHidden(label, 'label', true),
  );
  return labels.find((label) => hasArea(boxOf(label))) ?? labels[0];
}

/** Pressed where its drawing is, as the check boxes of Material and selects with words of their own are. */
function isClearOverDrawing(element: Element): boolean {
  const kind = isHtml(element, 'input') ? element.type : isHtml(element, 'select') ? 'select' : '';
  if (!/^(checkbox|radio|file|range|select)$/.test(kind)) return false;
  const { opacity, visibility, pointerEvents } = getComputedStyle(element);
  if (opacity !== '0' || visibility !== 'visible' || pointerEvents === 'none') return false;
  const parent = parentElementOf(element);
  if (!parent || !isVisible(parent)) return false;
  const { left, top, width, height } = boxOf(element);
  if (width < SMALLEST_PX || height < SMALLEST_PX) return false;
  const root = rootOf(element);
  const view = documentOf(element).defaultView;
  const [x, y] = [left + width / 2, top + height / 2];
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return true;
  const hit = root instanceof ShadowRoot ? root.elementFromPoint(x, y) : documentOf(element).elementFromPoint(x, y);
  return hit !== null && contains(element, hit);
}
