import { attribute, childNodesOf, isElement, isHtml, tagOf } from './element-kind';
import { oneLine } from './one-line';
import { shadowRootOf } from './shadow';
import { isSelfVisible, isSubtreeHidden } from './visibility';

/** Parts of a page that are not its content, left out when the page marks its main part. */
const MAIN = 'main, [role=main], article';

/**
 * The page's main content as text: headings as Markdown, lists with dashes, table rows with bars, link targets in
 * parentheses where they lead elsewhere. Falls back to the whole visible page.
 *
 * @param cap characters at most; what is cut is said
 */
export function pageText(root: Document, cap: number): string {
  const mains = [...root.querySelectorAll(MAIN)].filter((main) => !main.parentElement?.closest(MAIN));
  const lines = new Lines();
  const parts = mains.length > 0 ? mains : root.body ? [root.body] : [];
  for (const part of parts) lines.walk(part);
  let text = lines.text();
  // A main part with hardly a word in it is a shell around something else.
  if (mains.length > 0 && text.length < 200 && root.body) {
    const whole = new Lines();
    whole.walk(root.body);
    text = whole.text();
  }
  const title = oneLine(root.title);
  const head = title ? `# ${title}\n\n` : '';
  return text.length > cap
    ? `${head}${text.slice(0, cap)}\n(cut: ${text.length - cap} more characters)`
    : `${head}${text}`;
}

class Lines {
  #done: string[] = [];
  #line = '';

  text(): string {
    this.#flush();
    return this.#done
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  walk(element: Element): void {
    if (isSubtreeHidden(element)) return;
    const tag = tagOf(element);
    if (tag === 'br') {
      this.#flush();
      return;
    }
    if (tag === 'img') {
      this.#line += ` ${attribute(element, 'alt') ?? ''} `;
      return;
    }
    if (isHtml(element, 'iframe')) {
      const body = element.contentDocument?.body;
      if (body) this.walk(body);
      return;
    }
    if (INLINE.has(tag)) {
      this.#inline(element);
      return;
    }
    const cell = tag === 'td' || tag === 'th';
    if (!cell) this.#flush();
    if (/^h[1-6]$/.test(tag)) {
      this.#done.push('');
      this.#line = `${'#'.repeat(Number(tag.slice(1)))} `;
    }
    if (tag === 'li') this.#line = '- ';
    this.#children(element);
    if (cell) this.#line += ' | ';
    else this.#flush();
    if (/^(p|h[1-6]|ul|ol|table|section|article)$/.test(tag)) this.#done.push('');
  }

  #inline(element: Element): void {
    this.#children(element);
    const href = attribute(element, 'href');
    if (tagOf(element) === 'a' && href && !/^(#|javascript:)/i.test(href) && isHtml(element, 'a'))
      this.#line += ` (${element.href})`;
  }

  #children(element: Element): void {
    const slotted = tagOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
    for (const child of slotted.length > 0 ? slotted : childNodesOf(shadowRootOf(element) ?? element)) {
      if (isElement(child)) this.walk(child);
      else if (child.nodeType === Node.TEXT_NODE && isSelfVisible(element))
        this.#line += (child.nodeValue ?? '').replace(/\s+/g, ' ');
    }
  }

  #flush(): void {
    const line = this.#line
      .replace(/ {2,}/g, ' ')
      .replace(/[ |]+$/, '')
      .trim();
    if (line !== '' && line !== '-') this.#done.push(line);
    this.#line = '';
  }
}

/** Tags that do not break a line of text. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
