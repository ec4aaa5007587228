import { describeTarget, labelOf } from './describe';
import { foreignFrame, isFrame } from './foreign-frame';
import { rectOf } from './locate';
import type { DescribedElement } from './reader-contract';
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
