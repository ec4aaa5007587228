import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';

interface Named {
  tabId: number;
  title: string;
  url: string;
  active: boolean;
}

const WORDS = {
  closed: 'was closed, by the person or by its page.',
  'a PDF':
    'shows a PDF, in a viewer of the browser that extensions may not enter. It stays open for the person; go on in another tab, or look for a page of the site that says the same.',
  'out of reach':
    'now shows a page of the browser itself or of another extension: it is out of reach. It stays open for the person; go on in another tab.',
  'not entered again':
    'could not be entered again after the browser had ended the worker of this extension: it shows a page of the browser itself, or its page crashed or does not respond. It stays open for the person; go on in another tab.',
};
export type HowGone = keyof typeof WORDS;

/** Tabs that a task lost without closing them itself: what the model is told when it names one. */
export class GoneTabs {
  readonly #words = new Map<number, string>();
  readonly #names = new Map<number, number>();
  #lostActive: string | undefined;

  /** Writes down that a tab is gone; nothing for one that the task itself closed. */
  add(tab: Named | undefined, how: HowGone): void {
    if (!tab) return;
    const words = `Tab ${tab.tabId} (${JSON.stringify(tab.title.slice(0, 60))}, ${tab.url.slice(0, 200)}) ${WORDS[how]}`;
    this.#words.set(tab.tabId, words);
    if (tab.active) this.#lostActive = words;
  }

  /** Chrome gave a tab another id. */
  renamed(from: number, to: number): void {
    this.#names.set(from, to);
  }

  /** The id that a tab has now. */
  nowCalled(tabId: number): number {
    const next = this.#names.get(tabId);
    return next === undefined ? tabId : this.nowCalled(next);
  }

  /** What to answer for an id that names no tab. */
  wordsFor(tabId: string): string {
    const known = this.#words.get(Number(tabId));
    return `${known ?? `This task has no tab ${JSON.stringify(tabId)}.`} Call list_tabs to see what is open.`;
  }

  /** Another tab was made the active one on purpose. */
  chosen(): void {
    this.#lostActive = undefined;
  }

  /** Throws once, as a ToolError, when the active tab went away: the next call was meant for it and for no other. */
  checkActive(now: Named | undefined): void {
    const words = this.#lostActive;
    this.#lostActive = undefined;
    if (words === undefined) return;
    const next = now
      ? `The active tab is now ${now.tabId} (${JSON.stringify(now.title.slice(0, 60))}).`
      : 'No tab is open: open one with new_tab.';
    throw new ToolError(`${words} Nothing was done. ${next}`);
  }
}
