import type { Page } from 'playwright-core';

/** One action on the page of controls, as a model asks for it and as a Playwright script does it. */
export interface ActionCase {
  name: 'click' | 'type' | 'form_input' | 'scroll' | 'read_page';
  /** The member's call; `round` makes each one different from the last. */
  ours(round: number): { name: string; input: Record<string, unknown> };
  playwright(page: Page, round: number): Promise<unknown>;
}

const ref = (role: string, name: string) => ({ type: 'ref', ref: `$ref(${role}, ${name})` });

/** The actions in the order of one round: what is typed goes where the click before it put the focus. */
export const ACTIONS: readonly ActionCase[] = [
  {
    name: 'click',
    ours: () => ({ name: 'left_click', input: { target: ref('textbox', 'Text') } }),
    playwright: (page) => page.getByRole('textbox', { name: 'Text' }).click(),
  },
  {
    name: 'type',
    ours: (round) => ({ name: 'type', input: { text: `word ${round % 10}` } }),
    playwright: (page, round) => page.keyboard.type(`word ${round % 10}`),
  },
  {
    name: 'form_input',
    ours: (round) => ({ name: 'form_input', input: { target: ref('spinbutton', 'Number'), value: round } }),
    playwright: (page, round) => page.getByRole('spinbutton', { name: 'Number' }).fill(String(round)),
  },
  {
    name: 'scroll',
    ours: (round) => ({
      name: 'scroll',
      input: {
        target: { type: 'coordinate', x: 400, y: 300 },
        scroll_direction: round % 2 === 0 ? 'down' : 'up',
        scroll_amount: 1,
      },
    }),
    async playwright(page, round) {
      await page.mouse.move(400, 300);
      await page.mouse.wheel(0, round % 2 === 0 ? 100 : -100);
    },
  },
  {
    name: 'read_page',
    ours: () => ({ name: 'read_page', input: {} }),
    playwright: (page) => page.locator('body').ariaSnapshot({ mode: 'ai' }),
  },
];
