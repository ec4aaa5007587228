/** True for the local name of a frame. Alone here: the worker asks it too, which has no DOM. */
export function isFrameTag(tag: string): boolean {
  return tag === 'iframe' || tag === 'frame';
}
