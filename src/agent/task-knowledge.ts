import type { CarriedValue, RequestEvidence } from '../policy/evidence';
import { sameSite } from '../policy/site';
import type { Approval } from '../store/approval';
import type { JournalEntry } from '../store/journal';
import type { Task } from '../store/task';
import { CarriedValues } from './carried-values';
import { TaskSites } from './task-sites';
import { originOfSite } from './task-tokens';

/**
 * What is known of a task from its journal alone: which sites it is about, what it read where, and what it carries. A
 * worker that starts again reads the journal and knows the same; nothing of it is kept anywhere else.
 */
export class TaskKnowledge {
  readonly #sites: TaskSites;
  readonly #carried: CarriedValues;
  readonly #heard = new Set<number>();

  constructor(task: Pick<Task, 'prompt' | 'context'>) {
    this.#sites = new TaskSites(task);
    this.#carried = new CarriedValues(task);
  }

  /** Call it with the journal, or what is new of it, in order. Answers with what was not heard before. */
  hear(entries: readonly JournalEntry[]): JournalEntry[] {
    const fresh = entries.filter(({ seq }) => !this.#heard.has(seq));
    for (const { seq, at, event } of fresh) {
      this.#heard.add(seq);
      this.#sites.heard(event);
      this.#carried.heard(event, at);
    }
    return fresh;
  }

  /** Everything that the person said. */
  get personWords(): string {
    return this.#carried.personWords;
  }

  /** True when a text stands on a page that was read, and not in the person's words. */
  isFromPage(text: string): boolean {
    return this.#carried.isFromPage(text);
  }

  /** True once something that was read was put into an input. */
  get carriesAnything(): boolean {
    return this.#carried.brought.length > 0;
  }

  /** True for a site that the task is not about and that a page named. */
  isForeignSite(site: string): boolean {
    const origin = originOfSite(site);
    return origin === undefined || (!this.#sites.covers(origin) && this.isFromPage(new URL(origin).host));
  }

  /** Origins of the task; `seen` are those in question now. */
  origins(seen: readonly string[], approvals: readonly Approval[]): string[] {
    const allowed = approvals.flatMap(({ status, scope, effect }) => {
      if (status !== 'approved' || scope !== 'site') return [];
      const page = effect.reasons.find(({ code }) => code === 'new-origin')?.detail;
      return [page === undefined ? effect.origin : `https://${page}`];
    });
    return [...this.#sites.origins(seen), ...allowed];
  }

  /**
   * What was carried and may not go where this request goes. Who agreed that data of a site goes to another agreed to
   * all of it that had been put in by then; who allowed the site for the task, to what comes later too.
   */
  carriedBeyond(request: RequestEvidence, approvals: readonly Approval[]): CarriedValue[] {
    const { origin: to } = new URL(request.url);
    const flows = approvals.flatMap(({ status, scope, answeredAt = 0, effect }) => {
      const from = effect.reasons.find(({ source, code }) => source === 'origin' && code === 'carried')?.detail;
      if (status !== 'approved' || from === undefined || !sameSite(effect.origin, to)) return [];
      return [{ from: `https://${from}`, until: scope === 'site' ? Number.POSITIVE_INFINITY : answeredAt }];
    });
    return this.#carried.brought.filter(
      ({ origin, at }) => !flows.some(({ from, until }) => at <= until && sameSite(from, origin)),
    );
  }
}
