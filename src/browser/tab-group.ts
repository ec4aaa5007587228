/** What a task is up to, as its tab group shows it. */
export type GroupState = 'working' | 'needs-you' | 'yours' | 'done' | 'ended';

const LOOKS: Record<GroupState, { sign: string; color: `${chrome.tabGroups.Color}` }> = {
  working: { sign: '', color: 'blue' },
  'needs-you': { sign: '❗ ', color: 'orange' },
  yours: { sign: '✋ ', color: 'purple' },
  done: { sign: '✓ ', color: 'green' },
  ended: { sign: '✕ ', color: 'grey' },
};

/** Title and colour of a task's tab group. */
export function groupLook(title: string, state: GroupState): { title: string; color: `${chrome.tabGroups.Color}` } {
  const { sign, color } = LOOKS[state];
  return { title: `${sign}${title}`, color };
}

/**
 * The tab group of one task, and the window where its tabs open. The person may dissolve it, or take a tab out: then a
 * new one is made for the next tab.
 */
export class TabGroup {
  /** Undefined until the task has had a tab: then Chrome takes the window that was used last. */
  windowId: number | undefined;
  readonly #title: string;
  #id: number | undefined;

  constructor(title: string, id: number | undefined) {
    this.#title = title;
    this.#id = id;
  }

  get id(): number | undefined {
    return this.#id;
  }

  /** Opens a blank tab beside the others, in the background. It is not in the group yet. */
  async createTab(): Promise<chrome.tabs.Tab> {
    const blank = { url: 'about:blank', active: false };
    const { windowId } = this;
    const tab = await chrome.tabs
      .create({ ...blank, ...(windowId === undefined ? {} : { windowId }) })
      // The window was closed meanwhile.
      .catch(() => chrome.tabs.create(blank));
    this.windowId = tab.windowId;
    return tab;
  }

  /** Puts a tab in. */
  async add(tabId: number): Promise<void> {
    const known = this.#id;
    try {
      this.#id = await chrome.tabs.group({ tabIds: [tabId], ...(known === undefined ? {} : { groupId: known }) });
    } catch {
      // The group was dissolved by the person meanwhile.
      this.#id = await chrome.tabs.group({ tabIds: [tabId] });
    }
    // Its look follows the task's state from here on: see src/agent/group-looks.ts.
    if (this.#id !== known) await chrome.tabGroups.update(this.#id, groupLook(this.#title, 'working'));
  }
}
