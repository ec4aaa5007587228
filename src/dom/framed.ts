import { isFrameTag } from './frame-tag';
import { tagOf } from './platform';

/** True for what may hold a page of its own: an `object` may also hold a picture. */
function mayFrame(element: Element): boolean {
  const tag = tagOf(element);
  return isFrameTag(tag) || tag === 'object';
}

/** The document in a frame; null for an element that is none, and for a document of another site. */
export function documentIn(element: Element): Document | null {
  return mayFrame(element) && 'contentDocument' in element ? (element.contentDocument as Document | null) : null;
}

/** The window of a frame, of whatever site; null for an element that is none, and for one that is not there yet. */
export function windowIn(element: Element): Window | null {
  return mayFrame(element) && 'contentWindow' in element ? (element.contentWindow as Window | null) : null;
}
