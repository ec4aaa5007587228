import { describeTarget, labelOf } from './describe';
import type { DescribedElement } from './description-contract';
import { foreignFrame, isFrame } from './foreign-frame';
import { rectOf } from './locate';
import { secrecyOf } from './secret';

/** An element with its place, a phrase for it, and what it is to who wants to act on it. */
export function described(element: Element): DescribedElement {
  const foreign = isFrame(element) ? foreignFrame(element) : undefined;
  return {
    ...describeTarget(element),
    rect: rectOf(element),
    label: labelOf(element),
    password: secrecyOf(element) === 'withheld',
    ...(foreign ? { foreign } : {}),
  };
}
