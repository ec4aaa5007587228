import { gfm } from '@joplin/turndown-plugin-gfm';
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Turndown from 'turndown';
import { isAroundContent } from './content-parts';
import { isElement } from './element-kind';
import { leftOutBy } from './left-out';
import { oneLine } from './one-line';
import { allIn, allWordsOf, parentElementOf, tagOf } from './platform';
import { visibleCopy } from './visible-copy';
import { visibleLines } from './visible-lines';

/** Parts of a page that are its content, where it marks them. */
const MAIN = 'main, [role=main], article';
/** Larger pages are lists and applications; Readability would take seconds. */
const MOST_ELEMENTS = 20_000;
/** An extraction shorter than this lost what it was about. */
const LEAST_TEXT = 250;
/** Articles leave out up to a tenth of the words beside and below them; what leaves out more is no article. */
const MOST_LEFT_OUT = 0.1;

/**
 * The page's main content as text: headings, lists, tables and link targets as Markdown. An article is cut out of what is
 * around it by Readability, unless that leaves out some of the content: then all of it is read as it stands. Of other
 * pages the part that they mark as their main one is taken, else all that is visible.
 *
 * @param cap characters at most; what is cut is said
 */
export function pageText(root: Document, cap: number): string {
  const copy = visibleCopy(root);
  const title = oneLine(root.title);
  const text = articleText(copy, title) ?? mainText(copy);
  const head = title ? `# ${title}\n\n` : '';
  return text.length > cap
    ? `${head}${text.slice(0, cap)}\n(cut: ${text.length - cap} more characters; read_page with filter "all" leads to them)`
    : `${head}${text}`;
}

function articleText(copy: Document, title: string): string | undefined {
  if (copy.querySelectorAll('*').length > MOST_ELEMENTS) return undefined;
  if (!isProbablyReaderable(copy, { visibilityChecker: () => true })) return undefined;
  const article = new Readability(readableClone(copy), { keepClasses: false, serializer: asElement }).parse();
  if (!article?.content || (article.length ?? 0) < LEAST_TEXT) return undefined;
  const { part, share, posts } = leftOutBy(article.content, copy);
  if (posts || share > MOST_LEFT_OUT) return visibleLines(part, isAroundContent);
  for (const link of article.content.querySelectorAll('a')) if (isEmpty(link)) link.remove();
  // Pictures are told by their words: their addresses say nothing.
  for (const image of article.content.querySelectorAll('img')) image.replaceWith(image.alt);
  const markdown = tidied(converter().turndown(article.content as HTMLElement));
  return markdown.startsWith(`# ${title}\n`) ? markdown.slice(title.length + 3).trim() : markdown;
}

/** Without the blanks that fill up cells and ends of lines, but for those in code. */
function tidied(markdown: string): string {
  const parts = markdown.split(/(^```[^`]*$[\s\S]*?^```$)/m);
  return parts
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/^\|.*$/gm, (row) => row.replace(/ {2,}\|/g, ' |'))))
    .join('')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
}

function isEmpty(link: Element): boolean {
  return allWordsOf(link).trim() === '' && allIn(link, 'img').length === 0;
}

/** Left as nodes: to write them out and read them again costs more than the extraction. */
function asElement(node: Node): Element | undefined {
  return isElement(node) ? node : undefined;
}

/**
 * A clone for Readability to change. Headings that share a box with a link to edit them or to their own place, as
 * Wikipedia and GitHub write them, stand by themselves in it: Readability takes such a box for a list of links. What a
 * heading is called in the source says nothing of it either (`id="2009:_Mozilla_sponsorship"` is no advertisement).
 */
function readableClone(copy: Document): Document {
  const clone = copy.cloneNode(true) as Document;
  for (const heading of clone.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    heading.removeAttribute('id');
    heading.removeAttribute('class');
    const box = parentElementOf(heading);
    if (!box || tagOf(box) !== 'div' || allIn(box, BLOCKS).length > 1) continue;
    if (allWordsOf(box).trim().length <= allWordsOf(heading).trim().length + BESIDE_HEADING) box.replaceWith(heading);
  }
  return clone;
}

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, div, ul, ol, table, img';
/** Characters of what stands beside a heading in its box. */
const BESIDE_HEADING = 20;

function converter(): Turndown {
  const turndown = new Turndown({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  turndown.use(gfm);
  // Nobody renders this: marks of Markdown in the words stay as they are.
  turndown.escape = (text) => text;
  return turndown;
}

function mainText(copy: Document): string {
  const mains = [...copy.querySelectorAll(MAIN)].filter((main) => !parentElementOf(main)?.closest(MAIN));
  const text = mains.map((main) => visibleLines(main)).join('\n\n');
  // A main part with hardly a word in it is a shell around something else.
  return text.length < 200 ? visibleLines(copy.body) : text;
}
