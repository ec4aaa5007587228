import { isControl, isEditingHost } from './element-kind';
import { documentIn } from './framed';
import { allWordsOf, documentOf } from './platform';
import { secrecyOf } from './secret';
import { allElementsOf } from './shadow-roots';

const MASK = '•••';
/** Shorter values stand in ordinary words too. */
const LEAST_FIELD = 4;
const LEAST_COOKIE = 8;

/**
 * A text with every value taken out that this page holds as a secret: of password, card and one-time-code fields, and of
 * cookies. It runs in the page, so that these values need not leave it to be compared.
 */
export function maskedText(root: Document, text: string): string {
  const secrets = [...fieldSecrets(root), ...cookieSecrets(root)].sort((a, b) => b.length - a.length);
  return secrets.reduce((shown, secret) => shown.split(secret).join(MASK), text);
}

function fieldSecrets(root: Document): string[] {
  const secrets: string[] = [];
  for (const element of allElementsOf(root)) {
    const written = writtenIn(element).filter((words) => words.length >= LEAST_FIELD);
    if (written.length > 0 && secrecyOf(element) !== 'none') secrets.push(...written);
    const framed = documentIn(element);
    if (framed) secrets.push(...fieldSecrets(framed));
  }
  return secrets;
}

/** What somebody wrote into a field; of an editor also each part, as other texts may hold one without the others. */
function writtenIn(element: Element): string[] {
  if (isControl(element)) return [element.value];
  if (!isEditingHost(element)) return [];
  const words = documentOf(element).createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [allWordsOf(element).trim()];
  while (words.nextNode()) parts.push(words.currentNode.nodeValue?.trim() ?? '');
  return parts;
}

function cookieSecrets(root: Document): string[] {
  try {
    return root.cookie.split('; ').flatMap((pair) => {
      const value = pair.slice(pair.indexOf('=') + 1);
      return value.length >= LEAST_COOKIE ? [value] : [];
    });
  } catch {
    // A sandboxed document has no cookies that it may read.
    return [];
  }
}
