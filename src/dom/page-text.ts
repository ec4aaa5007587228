import { gfm } from '@joplin/turndown-plugin-gfm';
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Turndown from 'turndown';
import { oneLine } from './one-line';
import { parentElementOf } from './platform';
import { visibleCopy } from './visible-copy';
import { visibleLines } from './visible-lines';

/** Parts of a page that are its content, where it marks them. */
const MAIN = 'main, [role=main], article';
/** Larger pages are lists and applications; Readability would take seconds. */
const MOST_ELEMENTS = 20_000;
/** An extraction shorter than this lost what it was about. */
const LEAST_TEXT = 250;

/**
 * The page's main content as text: headings, lists, tables and link targets as Markdown. An article is cut out of what is
 * around it by Readability; of other pages the part that they mark as their main one is taken, else all that is visible.
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
  const article = new Readability(copy.cloneNode(true) as Document, { keepClasses: false }).parse();
  if (!article?.content || (article.length ?? 0) < LEAST_TEXT) return undefined;
  const parsed = new DOMParser().parseFromString(article.content, 'text/html');
  // Pictures are told by their words: their addresses say nothing.
  for (const image of parsed.querySelectorAll('img')) image.replaceWith(image.alt);
  const markdown = converter()
    .turndown(parsed.body)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/ {2,}\|/g, ' |')
    .trim();
  return markdown.startsWith(`# ${title}\n`) ? markdown.slice(title.length + 3).trim() : markdown;
}

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
