import { isElement, isHtml } from './element-kind';
import { attribute, childNodesOf, kindOf, tagOf } from './platform';

/**
 * The text of a visible copy: headings as Markdown, lists with dashes, table rows with bars, link targets in parentheses
 * where they lead elsewhere.
 */
export function visibleLines(part: Element): string {
  const lines = new Lines();
  lines.walk(part);
  return lines.text();
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
    const tag = tagOf(element);
    if (tag === 'br') {
      this.#flush();
      return;
    }
    if (tag === 'img') {
      this.#line += ` ${attribute(element, 'alt') ?? ''} `;
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
    for (const child of childNodesOf(element)) {
      if (isElement(child)) this.walk(child);
      else if (kindOf(child) === Node.TEXT_NODE) this.#line += (child.nodeValue ?? '').replace(/\s+/g, ' ');
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
