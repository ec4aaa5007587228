import type { ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';

/** Members that change nothing, in the page or in the tabs. */
const READS = new Set(['list_tabs', 'read_page', 'find', 'get_page_text', 'screenshot', 'zoom', 'wait']);
const LOGS = new Set(['read_console', 'read_network']);
/** Members that move about: what they change can be changed back. */
const MOVES = new Set(['navigate', 'new_tab', 'switch_tab', 'close_tab', 'hover', 'mouse_move', 'scroll', 'scroll_to']);
/** Members that stay within the task's own tabs. */
const TABS = new Set(['new_tab', 'list_tabs', 'switch_tab', 'close_tab', 'wait']);

/**
 * What a member may do, for clients that ask their person before some tools. A member that is not known here counts
 * as one that can do anything.
 */
export function memberAnnotations(member: string): ToolAnnotations {
  const readOnlyHint = READS.has(member) || LOGS.has(member);
  return {
    readOnlyHint,
    destructiveHint: !readOnlyHint && !MOVES.has(member),
    openWorldHint: !TABS.has(member),
  };
}
