import { isHtml } from './element-kind';
import { focusIn } from './shadow';

/** What has the focus, through shadow roots and frames; undefined when only the page itself has it. */
export function focusedIn(root: Document): Element | undefined {
  const active = focusIn(root);
  if (!active) return undefined;
  const frame = isHtml(active, 'iframe') ? active.contentDocument : null;
  if (frame) return focusedIn(frame) ?? active;
  return isHtml(active, 'body') && !active.isContentEditable ? undefined : active;
}
