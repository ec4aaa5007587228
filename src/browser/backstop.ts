import {
  LEFT,
  leaving,
  noPdfFrames,
  OPENED,
  PDF_FRAMES,
  RESUMING,
  RESUMING_WORKERS,
  type Rule,
  rule,
  update,
  WORKER_SOCKETS,
  WORKERS,
  WRITES,
} from './backstop-rules';
import { InTurn } from './in-turn';
import { TabSeals } from './tab-seals';

/** What the tabs of one task are about. */
export interface Guarded {
  tabIds: readonly number[];
  /** Hosts of the documents in them, frames included. */
  hosts: readonly string[];
  /** Hosts whose service worker has a session of its own: their requests are seen there. */
  served: readonly string[];
}

/**
 * Blocks by declarativeNetRequest what no debugger session sees, and what could go out while none is there. These rules
 * act before the Fetch domain and cannot ask; session rules outlive the worker (../shared/platform.md):
 *
 * - writes of the agent's sites in tabs that were opened just now, before anybody attached to them;
 * - writes and sockets of shared workers, which belong to no tab, and beacons of tabs that close;
 * - after a start with tasks on disk: writes of their tabs, until the debugger is there again;
 * - what a person was asked about or denied, once the debugger lets go of the tab (`seals`);
 * - PDFs in frames, which would make Chrome throw the debugger out.
 */
export class Backstop {
  readonly #guarded = new Map<string, Guarded>();
  readonly #present = new Set<number>();
  /** Opened by pages of a task, and not adopted yet. */
  readonly #opened = new Set<number>();
  readonly #resuming = new Map<string, { tabIds: readonly number[]; hosts: readonly string[] }>();
  /** Tabs that were opened before anything was guarded by this worker, and from which tab. */
  readonly #sources = new Map<number, number>();
  readonly #turns = new InTurn();
  readonly seals = new TabSeals(this.#turns);
  /** True once this worker has set the rules: what stood there before is a dead worker's. */
  #replaced = false;

  constructor() {
    chrome.webNavigation.onCreatedNavigationTarget.addListener(({ sourceTabId, tabId }) => {
      if (this.#isGuarded(sourceTabId)) this.#opened.add(tabId);
      // It may have woken this worker, which does not know yet what it guards.
      else if (!this.#replaced) this.#sources.set(tabId, sourceTabId);
    });
    // What a page kept to send is gone with it, and the person may use the tab as any other.
    chrome.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
      if (frameId !== 0 || this.#isGuarded(tabId)) return;
      void this.seals.unseal(tabId);
      // Not when it is created: what a form posts into a new tab is sent after that.
      if (this.#guarded.size > 0 && !this.#opened.has(tabId)) void this.#noteTab(tabId);
    });
  }

  /** Sets what is guarded for one task; undefined when it has ended. Resolves when Chrome has the rules. */
  guard(taskId: string, guarded: Guarded | undefined): Promise<void> {
    const before = JSON.stringify(this.#guarded.get(taskId));
    if (this.#replaced && before === JSON.stringify(guarded)) return this.#turns.idle;
    this.#replaced = true;
    const first = this.#guarded.size === 0;
    if (guarded) this.#guarded.set(taskId, guarded);
    else this.#guarded.delete(taskId);
    return this.#turns.do(async () => {
      if (first) await this.#notePresent();
      for (const tabId of guarded?.tabIds ?? []) {
        this.#opened.delete(tabId);
        this.#present.add(tabId);
      }
      await this.#replace();
    });
  }

  /**
   * Blocks all writes of a task's tabs, and of the workers of their sites, since the debugger is not there yet; no tabs
   * lift it. A new worker tells all tasks at once, without awaiting one after the other: what it has not told yet would
   * be open between the first change and the last.
   */
  resuming(taskId: string, tabIds: readonly number[], hosts: readonly string[] = []): Promise<void> {
    if (tabIds.length === 0 && !this.#resuming.delete(taskId)) return this.#turns.idle;
    if (tabIds.length > 0) this.#resuming.set(taskId, { tabIds, hosts });
    return this.#turns.do(async () => {
      // All tasks that are told at once, in the first change already: it takes a dead worker's rule for them away.
      const all = [...this.#resuming.values()];
      const tabs = all.flatMap((each) => each.tabIds);
      const sites = [...new Set(all.flatMap((each) => each.hosts))];
      const rules: Rule[] = [];
      if (tabs.length > 0) rules.push(rule(RESUMING, { tabIds: tabs, requestMethods: WRITES }));
      if (sites.length > 0)
        rules.push(rule(RESUMING_WORKERS, { tabIds: [-1], initiatorDomains: sites, requestMethods: WRITES }));
      await update([RESUMING, RESUMING_WORKERS], rules);
      if (all.length === 0) await this.#replace();
    });
  }

  #isGuarded(tabId: number): boolean {
    const guarded = [...this.#guarded.values()].map(({ tabIds }) => tabIds);
    const resuming = [...this.#resuming.values()].map(({ tabIds }) => tabIds);
    return [...guarded, ...resuming].some((tabIds) => tabIds.includes(tabId));
  }

  /**
   * Tabs that were there before are the person's, except for those that pages of a task opened while no worker was
   * there.
   */
  async #notePresent(): Promise<void> {
    for (const { id, openerTabId } of await chrome.tabs.query({})) {
      if (id === undefined || this.#opened.has(id)) continue;
      const source = this.#sources.get(id) ?? openerTabId;
      if (source !== undefined && this.#isGuarded(source)) this.#opened.add(id);
      else this.#present.add(id);
    }
    this.#sources.clear();
  }

  #noteTab(tabId: number): Promise<void> {
    this.#present.add(tabId);
    return this.#turns.do(() => this.#replace());
  }

  async #replace(): Promise<void> {
    // Until the debugger is at all tabs again the rules of the worker before say more than this one knows.
    if (this.#resuming.size > 0) return;
    const all = [...this.#guarded.values()];
    const hosts = [...new Set(all.flatMap((each) => each.hosts))];
    const unserved = [...new Set(all.flatMap((each) => each.hosts.filter((host) => !each.served.includes(host))))];
    const tabIds = all.flatMap((each) => each.tabIds);
    const rules: Rule[] = [];
    if (tabIds.length > 0) rules.push(noPdfFrames(tabIds));
    if (hosts.length > 0)
      rules.push(
        // Workers belong to no tab, which is -1: they have a rule of their own, or a session.
        rule(OPENED, { excludedTabIds: [-1, ...this.#present], initiatorDomains: hosts, requestMethods: WRITES }),
      );
    if (hosts.length > 0) rules.push(rule(LEFT, { ...leaving(hosts), tabIds: [-1] }));
    if (unserved.length > 0) {
      const condition = { tabIds: [-1], initiatorDomains: unserved };
      rules.push(rule(WORKERS, { ...condition, requestMethods: WRITES }));
      rules.push(rule(WORKER_SOCKETS, { ...condition, resourceTypes: ['websocket'] }));
    }
    return update([OPENED, WORKERS, WORKER_SOCKETS, LEFT, PDF_FRAMES], rules);
  }
}
