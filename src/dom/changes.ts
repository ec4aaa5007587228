import { labelOf } from './describe';
import { nameOf } from './name';
import { contentText } from './name-text';
import { oneLine } from './one-line';
import { roleOf } from './role';

const LIVE = '[role=alert], [role=status], [role=log], [aria-live=assertive], [aria-live=polite], output';
const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog]';
const LENGTH = 200;

/**
 * Tells in one line what changed since the last time it was asked: announcements, dialogs, focus. Reads the page only
 * when asked, so a page that changes all the time costs nothing meanwhile.
 */
export class ChangeWatch {
  #announced = new Set<string>();
  #dialogs = new Set<string>();
  #focus: Element | null = null;

  /** Empty when nothing changed. */
  line(root: Document): string {
    const parts: string[] = [];
    const announced = this.#visible(root, LIVE).flatMap(
      (region) => oneLine(contentText(region)).slice(0, LENGTH) || [],
    );
    for (const text of announced) if (!this.#announced.has(text)) parts.push(`says ${JSON.stringify(text)}`);
    const dialogs = this.#visible(root, DIALOGS).map(
      (dialog) => nameOf(dialog, roleOf(dialog)) || oneLine(contentText(dialog)).slice(0, 60),
    );
    for (const name of dialogs) if (!this.#dialogs.has(name)) parts.push(`dialog ${JSON.stringify(name)} opened`);
    for (const name of this.#dialogs) if (!dialogs.includes(name)) parts.push(`dialog ${JSON.stringify(name)} closed`);
    const focus = root.activeElement === root.body ? null : root.activeElement;
    if (focus && focus !== this.#focus) parts.push(`focus on ${labelOf(focus)}`);
    this.#announced = new Set(announced);
    this.#dialogs = new Set(dialogs);
    this.#focus = focus;
    return parts.join('; ');
  }

  #visible(root: Document, selector: string): Element[] {
    return [...root.querySelectorAll(selector)].filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
  }
}
