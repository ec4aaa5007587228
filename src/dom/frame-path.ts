/**
 * Frames of other sites. Their documents are closed to each other, but every window may count the frames of every other
 * one (HTML, cross-origin properties of Window): so each says by the same path where it is in the tab.
 */
export function pathOf(view: Window): string {
  return stepsTo(view).join('/');
}

/** Numbers in `window.frames` from the top of the tab down; -1 for a frame that stands in a shadow tree. */
export function stepsTo(view: Window): number[] {
  const steps: number[] = [];
  for (let at = view; at !== at.parent; at = at.parent) steps.unshift(indexIn(at.parent, at));
  return steps;
}

/** The topmost window that can be seen from here: points and rectangles are told in its viewport. */
export function topmost(view: Window): Window {
  let at = view;
  for (let frame = at.frameElement; frame?.ownerDocument.defaultView; frame = at.frameElement)
    at = frame.ownerDocument.defaultView;
  return at;
}

/** The number of a frame in its parent's `window.frames`: windows of other sites can be compared, if nothing else. */
export function indexIn(parent: Window, child: Window): number {
  for (let at = 0; at < parent.length; at++) if (parent[at] === child) return at;
  return -1;
}
