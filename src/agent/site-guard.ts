import type { Backstop } from '../browser/backstop';
import type { ChildSession } from '../browser/child-sessions';
import type { TabRecord } from '../browser/open-tab';
import { webHostOf } from '../policy/site';

/** A request that a person has not agreed to. */
export interface Refused {
  method: string;
  url: string;
}

/** One task's side of the backstop: says which tabs and sites are the task's, and what stays closed in them. */
export class SiteGuard {
  readonly #backstop: Backstop;
  readonly #taskId: string;
  #tabs: readonly TabRecord[] = [];
  /** Hosts of frames and workers below the tabs, by tab. */
  readonly #below = new Map<number, Set<string>>();
  readonly #served = new Set<string>();
  #personDrives = false;
  #over = false;
  /** Tabs that the person, who has them all, has pressed or typed in. */
  readonly #persons = new Set<number>();
  /** What is closed in the tabs as long as a card is open. */
  #closed: readonly Refused[] | undefined;
  #told: Promise<void> = Promise.resolve();

  constructor(backstop: Backstop, taskId: string) {
    this.#backstop = backstop;
    this.#taskId = taskId;
  }

  /** Call it with the tabs of the task whenever they change: opened, closed, navigated. */
  tabsChanged(tabs: readonly TabRecord[]): void {
    this.#tabs = tabs;
    this.#tell();
  }

  /** Resolves when Chrome has the rules for the tabs that were told last. */
  get told(): Promise<void> {
    return this.#told;
  }

  /** Something started below a tab of the task. */
  childOpened(tabId: number, kind: ChildSession['kind'], url: string): void {
    const host = webHostOf(url);
    if (!host) return;
    if (kind === 'service-worker') this.#served.add(host);
    this.#below.set(tabId, (this.#below.get(tabId) ?? new Set()).add(host));
    this.#tell();
  }

  /** The debugger is at the tabs again: what was closed until then opens. */
  async attached(): Promise<void> {
    for (const { tabId } of this.#tabs) await this.#backstop.seals.unseal(tabId);
    await this.#backstop.resuming(this.#taskId, []);
  }

  /** Closes these addresses, and all beacons, in all tabs of the task, until `open` or until another page is there. */
  async close(refused: readonly Refused[]): Promise<void> {
    this.#closed = refused;
    await this.#seal(refused, ({ tabId }) => !this.#persons.has(tabId));
  }

  async open(): Promise<void> {
    this.#closed = undefined;
    for (const { tabId } of this.#tabs) await this.#backstop.seals.unseal(tabId);
  }

  /** The person has the tabs, and what they send is theirs; or the task has them again. */
  async leaveToPerson(personDrives: boolean): Promise<void> {
    this.#personDrives = personDrives;
    if (personDrives) return this.#backstop.guard(this.#taskId, undefined);
    this.#tell();
    const persons = new Set(this.#persons);
    this.#persons.clear();
    if (this.#closed) await this.#seal(this.#closed, ({ tabId }) => persons.has(tabId));
  }

  /**
   * The person, who has the tabs, uses this one: what is closed in it for a card must not stop what they send
   * themselves.
   */
  async leaveTab(tabId: number): Promise<void> {
    if (this.#persons.has(tabId)) return;
    this.#persons.add(tabId);
    await this.#backstop.seals.unseal(tabId);
  }

  /**
   * The task lets go of its tabs: nothing of them is guarded any more but what was refused, and any write of those that
   * may still send something late.
   */
  async ended(refused: readonly Refused[], late: readonly number[]): Promise<void> {
    // Frames and workers still start below the tabs until the debugger has let go of them.
    this.#over = true;
    await this.#seal(refused);
    for (const tabId of late) await this.#backstop.seals.sealWrites(tabId).catch(() => undefined);
    await this.#backstop.guard(this.#taskId, undefined);
    await this.#backstop.resuming(this.#taskId, []);
  }

  async #seal(refused: readonly Refused[], isMeant: (tab: TabRecord) => boolean = () => true): Promise<void> {
    for (const { tabId } of this.#tabs.filter(isMeant))
      await this.#backstop.seals.seal(tabId, this.#hosts(), refused).catch(() => undefined);
  }

  #hosts(): string[] {
    const own = this.#tabs.flatMap(({ url }) => webHostOf(url) ?? []);
    return [...new Set([...own, ...[...this.#below.values()].flatMap((each) => [...each])])].sort();
  }

  #tell(): void {
    if (this.#personDrives || this.#over) return;
    const hosts = this.#hosts();
    const tabIds = this.#tabs.map(({ tabId }) => tabId);
    this.#told = this.#backstop.guard(this.#taskId, { tabIds, hosts, served: [...this.#served] });
    this.#told.catch(() => undefined);
  }
}
