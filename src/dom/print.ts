import { oneLine } from './name';
import type { SnapshotNode } from './snapshot';

export interface PrintOptions {
  /** Deepest level that gets lines. */
  depth: number;
  /** Only what can be operated, without its surroundings. */
  interactiveOnly: boolean;
  /** Characters at most; 0 for all. */
  cap: number;
}

const TEXT_LENGTH = 2000;
const VALUE_LENGTH = 500;

/**
 * Prints a snapshot, one line a node, one space a level:
 *
 * ```
 * heading "Inbox" level=1
 * list [ref_3]
 *  link "Lunch on Friday?" [ref_4] /mail/7
 * textbox "Subject" [ref_5] required ="Re: Lunch"
 * ```
 *
 * What the cap cuts off is said in the last line, with how to read on.
 */
export function print(nodes: readonly SnapshotNode[], options: PrintOptions): string {
  const lines: string[] = [];
  for (const node of nodes) printNode(node, 0, options, lines);
  if (lines.length === 0) return options.interactiveOnly ? '(nothing here can be operated)' : '(nothing visible here)';
  return capped(lines, options.cap);
}

function printNode(node: SnapshotNode, level: number, options: PrintOptions, lines: string[]): void {
  const shown = !options.interactiveOnly || isOperable(node);
  if (shown) lines.push(`${' '.repeat(level)}${lineOf(node)}`);
  const below = shown ? level + 1 : level;
  if (node.children.length > 0 && below > options.depth) {
    lines.push(
      `${' '.repeat(below)}(${count(node.children)} more inside${node.ref ? `: read_page with ref=${node.ref}` : ', below the depth'})`,
    );
    return;
  }
  for (const child of node.children) printNode(child, below, options, lines);
}

/** The line of one node. */
export function lineOf(node: SnapshotNode): string {
  if (node.role === 'text') return cut(oneLine(node.name), TEXT_LENGTH);
  const parts = [node.role];
  if (node.name) parts.push(JSON.stringify(cut(node.name, TEXT_LENGTH)));
  if (node.ref) parts.push(`[${node.ref}]`);
  parts.push(...node.states);
  if (node.value !== undefined) parts.push(`=${JSON.stringify(cut(node.value, VALUE_LENGTH))}`);
  if (node.url) parts.push(node.url);
  if (node.frame) parts.push(`{frame ${node.ref ?? ''}}`);
  return parts.join(' ');
}

const CONTAINERS = new Set([
  'dialog',
  'alertdialog',
  'main',
  'navigation',
  'form',
  'table',
  'grid',
  'list',
  'article',
  'region',
  'menu',
  'tree',
  'complementary',
]);

function isOperable(node: SnapshotNode): boolean {
  return node.ref !== undefined && !CONTAINERS.has(node.role);
}

function count(nodes: readonly SnapshotNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length - length} more characters)`;
}

/** Whole lines up to the cap, the last of them saying how much is missing. */
function capped(lines: readonly string[], cap: number): string {
  const whole = lines.join('\n');
  if (cap === 0 || whole.length <= cap) return whole;
  const room = cap - 200;
  let length = 0;
  let kept = 0;
  while (kept < lines.length && length + (lines[kept]?.length ?? 0) + 1 <= room)
    length += (lines[kept++]?.length ?? 0) + 1;
  return `${lines.slice(0, kept).join('\n')}\n(cut at ${cap} characters: ${lines.length - kept} more lines. Read a part with ref=…, only controls with filter="interactive", or use find.)`;
}
