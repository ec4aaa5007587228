import { liveQuery } from 'dexie';
import type { Evidence, Token } from '../policy/evidence';
import type { Approval } from '../store/approval';
import { approvalsOf, spendApproval } from '../store/approval-table';
import { rulesOfClient } from '../store/client-table';
import type { OffstageDatabase } from '../store/database';
import type { Grant } from '../store/grant';
import { grantsOf, spendGrant } from '../store/grant-table';
import type { Rule } from '../store/rule';
import { allRules } from '../store/rule-table';
import { onSettingsChanged, readSettings, type Settings } from '../store/settings';
import type { Task } from '../store/task';
import { tokensOf } from './task-tokens';

/** What the person said about effects: in this task on cards and in the plan, and for every task by rules. */
export class PersonAnswers {
  readonly #db: OffstageDatabase;
  readonly #task: Pick<Task, 'id' | 'client'>;
  #approvals: Approval[] = [];
  #grants: Grant[] = [];
  #rules: Rule[] = [];
  #autonomy: Settings['autonomy'] = 'auto';

  constructor(db: OffstageDatabase, task: Pick<Task, 'id' | 'client'>) {
    this.#db = db;
    this.#task = task;
  }

  /** Reads all of it. Call it at the start and after each answer. */
  async refresh(): Promise<void> {
    this.#approvals = await approvalsOf(this.#db, this.#task.id);
    this.#autonomy = (await readSettings()).autonomy;
    this.#keep(await this.#standing());
  }

  /** Follows rules, ticks and the setting as the person changes them, until the signal aborts. */
  follow(signal: AbortSignal): void {
    onSettingsChanged(({ autonomy }) => {
      this.#autonomy = autonomy;
    }, signal);
    const subscription = liveQuery(() => this.#standing()).subscribe((standing) => this.#keep(standing));
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  }

  /** Whether tasks may change anything at all. */
  get autonomy(): Settings['autonomy'] {
    return this.#autonomy;
  }

  get approvals(): readonly Approval[] {
    return this.#approvals;
  }

  /** Rules for sites, and what a program may do on any: read each time, so that what is taken back holds at once. */
  async rules(): Promise<Evidence['rules']> {
    const client = this.#task.client;
    return client ? [...this.#rules, ...(await rulesOfClient(this.#db, client.name))] : this.#rules;
  }

  /** What is not used up of it. */
  get tokens(): Token[] {
    return tokensOf(this.#approvals, this.#grants);
  }

  /** Signatures that stay closed for the task. */
  get denied(): string[] {
    return this.#approvals.filter(({ status }) => status === 'denied').map(({ effect }) => effect.signature);
  }

  /** Uses a token up, on disk, before its request may go out. Resolves false when it was used before. */
  async spend(tokenId: string): Promise<boolean> {
    if (this.#grants.some(({ id }) => id === tokenId)) {
      const fresh = await spendGrant(this.#db, tokenId);
      this.#grants = this.#grants.filter(({ id }) => id !== tokenId);
      return fresh;
    }
    const approval = this.#approvals.find(({ id }) => id === tokenId);
    if (approval?.scope === 'like') return true;
    const fresh = await spendApproval(this.#db, tokenId);
    if (approval) approval.spent = true;
    return fresh;
  }

  async #standing(): Promise<{ rules: Rule[]; grants: Grant[] }> {
    const [rules, grants] = await Promise.all([allRules(this.#db), grantsOf(this.#db, this.#task.id)]);
    return { rules, grants };
  }

  #keep({ rules, grants }: { rules: Rule[]; grants: Grant[] }): void {
    this.#rules = rules;
    this.#grants = grants;
  }
}
