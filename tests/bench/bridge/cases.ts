/** Refs of the page of controls, as each side names them. */
export interface Refs {
  text: string;
  number: string;
}

interface Call {
  tool: string;
  args: Record<string, unknown>;
}

/** One call, as an MCP client makes it to us and to Playwright MCP. `round` makes each one different from the last. */
export interface CallCase {
  name: string;
  ours(refs: Refs, round: number): Call;
  theirs(refs: Refs, round: number): Call;
}

const target = (ref: string) => ({ type: 'ref', ref });

export const CALLS: readonly CallCase[] = [
  {
    name: 'list tabs',
    ours: () => ({ tool: 'browser_list_tabs', args: {} }),
    theirs: () => ({ tool: 'browser_tabs', args: { action: 'list' } }),
  },
  {
    name: 'read page',
    ours: () => ({ tool: 'browser_read_page', args: {} }),
    theirs: () => ({ tool: 'browser_snapshot', args: {} }),
  },
  {
    name: 'click',
    ours: ({ text }) => ({ tool: 'browser_left_click', args: { target: target(text) } }),
    theirs: ({ text }) => ({ tool: 'browser_click', args: { target: text } }),
  },
  {
    name: 'press key',
    ours: () => ({ tool: 'browser_key', args: { text: 'a' } }),
    theirs: () => ({ tool: 'browser_press_key', args: { key: 'a' } }),
  },
  {
    name: 'fill field',
    ours: ({ number }, round) => ({
      tool: 'browser_form_input',
      args: { target: target(number), value: String(round + 1) },
    }),
    theirs: ({ number }, round) => ({ tool: 'browser_type', args: { target: number, text: String(round + 1) } }),
  },
  {
    name: 'screenshot',
    ours: () => ({ tool: 'browser_screenshot', args: {} }),
    theirs: () => ({ tool: 'browser_take_screenshot', args: {} }),
  },
];
