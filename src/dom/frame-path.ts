/**
 * Frames of other sites. Their documents are closed to each other, but every window may count the frames of every other
 * one (HTML, cross-origin properties of Window): so each says by the same path where it is in the tab.
 */
export function pathOf(view: Window): string {
  const steps: number[] = [];
  for (let at = view; at !== at.parent; at = at.parent) steps.unshift(indexIn(at.parent, at));
  return steps.join('/');
}

/** The topmost window that can be seen from here: points and rectangles are told in its viewport. */
export function topmost(view: Window): Window {
  let at = view;
  for (let frame = at.frameElement; frame?.ownerDocument.defaultView; frame = at.frameElement)
    at = frame.ownerDocument.defaultView;
  return at;
}

function indexIn(parent: Window, child: Window): number {
  for (let at = 0; at < parent.length; at++) if (parent[at] === child) return at;
  return -1;
}
