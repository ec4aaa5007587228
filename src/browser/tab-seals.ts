import { type Condition, FIRST_SEAL, leaving, rule, update, WRITES } from './backstop-rules';
import type { InTurn } from './in-turn';

/**
 * What stays blocked in single tabs when nobody can ask about it any more: what a person was asked about or denied,
 * once the debugger lets go of the tab, and what pages send on their way out.
 */
export class TabSeals {
  readonly #turns: InTurn;

  /** @param turns one for all that changes rules: the ids of new ones are found by looking at those that are there */
  constructor(turns: InTurn) {
    this.#turns = turns;
    chrome.tabs.onRemoved.addListener((tabId) => void this.unseal(tabId));
  }

  /**
   * Blocks these addresses for one tab as long as the tab is there or until `unseal`, and everything that a page sends
   * on its way out: nobody can ask about that any more, since a held beacon is sent when the tab closes. 2 ms.
   *
   * @param hosts of the tab's documents
   */
  async seal(
    tabId: number,
    hosts: readonly string[],
    sealed: readonly { method: string; url: string }[],
  ): Promise<void> {
    const addresses = new Map(sealed.map(addressOf).map((condition) => [JSON.stringify(condition), condition]));
    const conditions = [...addresses.values()].map((condition): Condition => ({ tabIds: [tabId], ...condition }));
    if (hosts.length > 0) conditions.push({ ...leaving(hosts), tabIds: [tabId, -1] });
    return this.#add(conditions);
  }

  /** Blocks all that a tab could change, sockets too, until another page is there. */
  sealWrites(tabId: number): Promise<void> {
    return this.#add([
      { tabIds: [tabId], requestMethods: WRITES },
      { tabIds: [tabId], resourceTypes: ['websocket'] },
    ]);
  }

  /** Takes the seals of a tab away: it is guarded again, or gone. */
  unseal(tabId: number): Promise<void> {
    return this.#turns.do(async () => {
      const rules = await chrome.declarativeNetRequest.getSessionRules();
      const sealed = rules.filter(({ id, condition }) => id >= FIRST_SEAL && condition.tabIds?.includes(tabId));
      if (sealed.length === 0) return;
      await update(
        sealed.map(({ id }) => id),
        [],
      );
    });
  }

  #add(conditions: readonly Condition[]): Promise<void> {
    return this.#turns.do(async () => {
      const used = (await chrome.declarativeNetRequest.getSessionRules()).map(({ id }) => id);
      const first = Math.max(FIRST_SEAL, ...used) + 1;
      await update(
        [],
        conditions.map((condition, at) => rule(first + at, condition)),
      );
    });
  }
}

/** Just this address, by this method. */
function addressOf({ method, url }: { method: string; url: string }): Condition {
  const known = WRITES.find((write) => write === method.toLowerCase());
  const { origin, pathname } = new URL(url);
  return {
    urlFilter: `|${origin}${pathname}`,
    isUrlFilterCaseSensitive: true,
    ...(known ? { requestMethods: [known] } : {}),
  };
}
