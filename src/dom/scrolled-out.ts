import { clientHeightOf, clientWidthOf, scrollHeightOf, scrollLeftOf, scrollTopOf, scrollWidthOf } from './platform';

/** How much of what is in a box a person must scroll to; undefined where nothing is hidden so. */
export function hiddenByScrolling(element: Element, style: CSSStyleDeclaration): string | undefined {
  const { overflowX, overflowY } = style;
  if (!SCROLLS.test(overflowX) && !SCROLLS.test(overflowY)) return undefined;
  const down = SCROLLS.test(overflowY)
    ? hiddenParts(scrollTopOf(element), scrollHeightOf(element), clientHeightOf(element), 'above', 'below')
    : [];
  const across = SCROLLS.test(overflowX)
    ? hiddenParts(Math.abs(scrollLeftOf(element)), scrollWidthOf(element), clientWidthOf(element), 'before', 'after')
    : [];
  const parts = [...down, ...across];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

const SCROLLS = /^(auto|scroll)$/;
/** Less than a line is not worth telling. */
const LEAST_HIDDEN_PX = 24;

function hiddenParts(at: number, whole: number, seen: number, before: string, after: string): string[] {
  if (whole - seen < LEAST_HIDDEN_PX || seen === 0) return [];
  const share = (part: number) => `${Math.max(1, Math.round((part / whole) * 100))}%`;
  const rest = whole - seen - at;
  return [
    ...(at >= LEAST_HIDDEN_PX ? [`${share(at)} hidden ${before}`] : []),
    ...(rest >= LEAST_HIDDEN_PX ? [`${share(rest)} hidden ${after}`] : []),
  ];
}
