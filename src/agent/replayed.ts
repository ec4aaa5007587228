import type { Approval } from '../store/approval';
import { spendApproval } from '../store/approval-table';
import type { OffstageDatabase } from '../store/database';

/** An approval whose action runs once more: whether what it showed has passed, under whatever the person said. */
export class Replayed {
  readonly #db: OffstageDatabase;
  #approval: Approval | undefined;
  #passed = false;
  #running = false;

  constructor(db: OffstageDatabase) {
    this.#db = db;
  }

  /** True while an action runs once more: it is no new wish of the agent's. */
  get running(): boolean {
    return this.#running;
  }

  async run<T>(approval: Approval, action: () => Promise<T>): Promise<T> {
    this.#approval = approval;
    this.#passed = false;
    this.#running = true;
    try {
      return await action();
    } finally {
      this.#running = false;
    }
  }

  /** Call it with the signature of each request that passes. */
  async passes(signature: () => string): Promise<void> {
    const approval = this.#approval;
    if (!approval || this.#passed || signature() !== approval.effect.signature) return;
    this.#passed = true;
    // It passed under a rule or because its site is allowed by now: the token must not be left for another time.
    if (approval.scope !== 'like') await spendApproval(this.#db, approval.id);
  }

  hasPassed(approvalId: string): boolean {
    return this.#approval?.id === approvalId && this.#passed;
  }
}
