import { labelOf } from './describe';
import { isHtml } from './element-kind';
import { quoted } from './line-text';
import { nameOf } from './name';
import { contentText } from './name-text';
import { newWords } from './new-words';
import { oneLine } from './one-line';
import { allIn, attribute, closest, elementsOf } from './platform';
import { roleOf } from './role';
import { focusIn, hostOf } from './shadow';
import { likelyShadowOf, treesOf } from './shadow-roots';
import { isVisible } from './visibility';

const LIVE = '[role=alert], [role=status], [role=log], [aria-live=assertive], [aria-live=polite], output';
/** Notes that pass by, where a page does not say by ARIA that they are. */
const TOASTS = '[class*=toast i], [class*=snackbar i], [popover]';
const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog]';
const REGIONS = 'h1, h2, h3, [role=heading], [role=region], [role=tabpanel]';
const COUNTED = 'table, ul, ol, [role=list], [role=listbox], [role=grid], [role=table], [role=feed], [role=tree]';
const LENGTH = 200;
const NAME_LENGTH = 60;
/** More of one kind is no news but another page. */
const MOST_NAMED = 3;
const MOST_COUNTED = 100;

type Tree = Document | ShadowRoot;

/** What a live region says, and of how many elements. */
interface Announcement {
  text: string;
  parts: number;
}

/**
 * Tells in one line what changed since the last time it was asked: announcements, dialogs, regions, counts, focus. Reads
 * the page only when asked, so a page that changes all the time costs nothing meanwhile. Keeps no node alive.
 */
export class ChangeWatch {
  #announced = new Set<string>();
  /** Of what was in sight the last time. */
  #live = new WeakMap<Element, Announcement>();
  #dialogs = new Map<string, number>();
  #regions = new Set<string>();
  #counts = new WeakMap<Element, number>();
  #focus: WeakRef<Element> | undefined;

  /** Empty when nothing changed. */
  line(root: Document): string {
    const trees = treesOf(root, likelyShadowOf);
    return [
      ...this.#said(trees),
      ...this.#opened(trees),
      ...this.#shown(trees),
      ...this.#counted(trees),
      ...this.#focused(root),
    ].join('; ');
  }

  #said(trees: readonly Tree[]): string[] {
    const announced = new Set<string>();
    const live = new WeakMap<Element, Announcement>();
    const news = new Set<string>();
    for (const region of [...visible(trees, LIVE), ...visible(trees, TOASTS)]) {
      const now = { text: oneLine(contentText(region)), parts: elementsOf(region).length };
      live.set(region, now);
      if (now.text === '') continue;
      announced.add(now.text);
      const words = this.#announced.has(now.text) ? '' : newIn(this.#live.get(region), now);
      if (words !== '') news.add(words);
    }
    this.#announced = announced;
    this.#live = live;
    // A toast in a live region is one announcement.
    const whole = [...news].filter((text) => ![...news].some((other) => other !== text && other.includes(text)));
    return whole.map((text) => `says ${quoted(text, LENGTH)}`);
  }

  #opened(trees: readonly Tree[]): string[] {
    const dialogs = new Map<string, number>();
    for (const dialog of visible(trees, DIALOGS)) {
      const name = nameOf(dialog, roleOf(dialog)) || oneLine(contentText(dialog)).slice(0, NAME_LENGTH);
      dialogs.set(name, (dialogs.get(name) ?? 0) + 1);
    }
    const before = this.#dialogs;
    this.#dialogs = dialogs;
    const more = (a: Map<string, number>, b: Map<string, number>) =>
      [...a].flatMap(([name, count]) => (count > (b.get(name) ?? 0) ? [name] : []));
    return [
      ...more(dialogs, before).map((name) => `dialog ${JSON.stringify(name)} opened`),
      ...more(before, dialogs).map((name) => `dialog ${JSON.stringify(name)} closed`),
    ];
  }

  /** Headings and named parts that came or went. Those of a dialog are told by it. */
  #shown(trees: readonly Tree[]): string[] {
    const regions = new Set(
      visible(trees, REGIONS).flatMap((region) => {
        if (isInDialog(region)) return [];
        const role = roleOf(region);
        const name = nameOf(region, role).slice(0, NAME_LENGTH);
        return name ? [`${role} ${JSON.stringify(name)}`] : [];
      }),
    );
    const before = this.#regions;
    this.#regions = regions;
    const came = [...regions].filter((each) => !before.has(each));
    const went = [...before].filter((each) => !regions.has(each));
    return [...listed(came, 'is new'), ...listed(went, 'is gone')];
  }

  #counted(trees: readonly Tree[]): string[] {
    const news: string[] = [];
    for (const list of visible(trees, COUNTED).slice(0, MOST_COUNTED)) {
      const count = itemsOf(list);
      const before = this.#counts.get(list);
      this.#counts.set(list, count);
      if (before === undefined || before === count) continue;
      news.push(`${labelOf(list)} has ${count} ${isRows(list) ? 'rows' : 'items'}, before ${before}`);
    }
    return news.slice(0, MOST_NAMED);
  }

  #focused(root: Document): string[] {
    const focus = root.activeElement === root.body ? null : focusIn(root);
    const before = this.#focus?.deref();
    this.#focus = focus ? new WeakRef(focus) : undefined;
    return focus && focus !== before ? [`focus on ${labelOf(focus)}`] : [];
  }
}

function visible(trees: readonly Tree[], selector: string): Element[] {
  return trees.flatMap((tree) => [...tree.querySelectorAll(selector)].filter(isVisible));
}

/** A short status is told whole. Where something was added to it, or it is long, what is new is. */
function newIn(before: Announcement | undefined, { text, parts }: Announcement): string {
  if (!before || before.text === '') return text;
  return text.length > LENGTH || parts > before.parts ? newWords(before.text, text) : text;
}

function isInDialog(element: Element): boolean {
  for (let at: Element | null = element; at; at = hostOf(at)) if (closest(at, DIALOGS)) return true;
  return false;
}

function listed(names: readonly string[], what: string): string[] {
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more such`] : [];
  return [...names.slice(0, MOST_NAMED).map((name) => `${name} ${what}`), ...more];
}

function isRows(list: Element): boolean {
  return isHtml(list, 'table') || /^(grid|table)$/.test(attribute(list, 'role') ?? '');
}

function itemsOf(list: Element): number {
  if (isHtml(list, 'table')) return list.rows.length;
  const items = allIn(list, '[role=row], [role=option], [role=listitem], [role=article], [role=treeitem]');
  return items.length || elementsOf(list).length;
}
