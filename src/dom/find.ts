import { attribute } from './element-kind';
import { lineOf } from './line-text';
import { oneLine } from './one-line';
import type { SnapshotNode } from './snapshot-node';

const MATCHES = 20;

/** Words of a query that name a kind of element, and the roles they stand for. */
const ROLE_WORDS: Record<string, readonly string[]> = {
  button: ['button', 'clickable', 'menuitem', 'tab', 'switch'],
  box: ['textbox', 'searchbox', 'checkbox', 'combobox', 'spinbutton'],
  checkbox: ['checkbox', 'switch'],
  dropdown: ['combobox', 'listbox'],
  field: ['textbox', 'searchbox', 'combobox', 'spinbutton', 'date picker', 'time picker'],
  heading: ['heading'],
  image: ['img'],
  input: ['textbox', 'searchbox', 'combobox', 'spinbutton', 'checkbox', 'radio'],
  link: ['link'],
  menu: ['menu', 'menuitem', 'combobox'],
  radio: ['radio'],
  search: ['searchbox', 'search'],
  select: ['combobox', 'listbox'],
  tab: ['tab'],
  text: ['textbox', 'searchbox'],
  textbox: ['textbox', 'searchbox'],
};

const STOP_WORDS = new Set([
  'the',
  'a',
  'an',
  'to',
  'of',
  'for',
  'in',
  'on',
  'with',
  'and',
  'that',
  'this',
  'der',
  'die',
  'das',
  'le',
  'la',
  'el',
]);

interface Match {
  node: SnapshotNode;
  score: number;
  why: string;
  at: number;
}

/**
 * Up to 20 elements that fit a description, best first, each with its line and why it matched. Names count most, then
 * values, roles, and the text around; exact before part.
 */
export function findIn(nodes: readonly SnapshotNode[], query: string): string {
  const wanted = words(query);
  if (wanted.length === 0) return 'The query has no words to look for. Describe the element, for example "search box".';
  const matches: Match[] = [];
  let at = 0;
  const visit = (node: SnapshotNode, around: string) => {
    const found = score(node, wanted, oneLine(query).toLowerCase(), around);
    if (found) matches.push({ ...found, node, at: at++ });
    const inside = node.name || around;
    for (const child of node.children) visit(child, inside);
  };
  for (const node of nodes) visit(node, '');
  matches.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = matches.slice(0, MATCHES);
  if (best.length === 0)
    return `Nothing on this page matches ${JSON.stringify(query)}. Read the page, or try other words.`;
  const more = matches.length > best.length ? `\n(${matches.length - best.length} weaker matches left out)` : '';
  return best.map(({ node, why }) => `${lineOf(node, { urls: true, cap: 1 })} (${why})`).join('\n') + more;
}

function score(
  node: SnapshotNode,
  wanted: readonly string[],
  query: string,
  around: string,
): { score: number; why: string } | undefined {
  if (node.ref === undefined) return undefined;
  const name = node.name.toLowerCase();
  const other = `${node.value ?? ''} ${attribute(node.element, 'href') ?? ''}`.toLowerCase();
  let points = name !== '' && name === query ? 20 : 0;
  const why: string[] = points ? ['name is exactly that'] : [];
  const nameWords = new Set(words(name));
  let contentHits = 0;
  for (const word of wanted) {
    const roles = ROLE_WORDS[word];
    if (nameWords.has(word)) {
      points += 6;
      contentHits++;
      why.push(`name has "${word}"`);
    } else if (name.includes(word)) {
      points += 3;
      contentHits++;
      why.push(`name contains "${word}"`);
    } else if (other.includes(word)) {
      points += 2;
      contentHits++;
      why.push(`value or address has "${word}"`);
    } else if (roles?.includes(node.role)) {
      points += 2;
      why.push(`is a ${node.role}`);
    } else if (around.toLowerCase().includes(word)) {
      points += 1;
      why.push(`inside "${around.slice(0, 40)}"`);
    }
  }
  const onlyRoles = wanted.every((word) => ROLE_WORDS[word]);
  if (points === 0 || (contentHits === 0 && !onlyRoles && points < 3)) return undefined;
  return { score: points, why: why.join(', ') };
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !STOP_WORDS.has(word));
}
