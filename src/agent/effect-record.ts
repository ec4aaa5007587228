import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { endpointOf, withoutValues } from '../policy/log-lines';
import type { OffstageDatabase } from '../store/database';
import { logEffect } from '../store/effect-log';
import { appendEvent } from '../store/journal-log';
import type { Task } from '../store/task';

/** Passed kinds that say nothing to a person are not written down: polling alone would fill the journal. */
const UNREMARKABLE = new Set(['read', 'telemetry']);

/** Writes the effects of one task down: in its journal, for the timeline, and in the log that outlives the task. */
export class EffectRecord {
  readonly #db: OffstageDatabase;
  readonly #task: Pick<Task, 'id' | 'title'>;
  readonly #lines = new WeakMap<Decision, number>();
  /** The call that is running now: effects that follow are written down as its. */
  callId: string | undefined;

  constructor(db: OffstageDatabase, task: Pick<Task, 'id' | 'title'>) {
    this.#db = db;
    this.#task = task;
  }

  /** Resolves when it is on disk. */
  async add({ method, url }: RequestEvidence, decision: Decision): Promise<void> {
    const { verdict, kind } = decision;
    if (verdict === 'pass' && UNREMARKABLE.has(kind)) return;
    const reasons = withoutValues(decision.reasons);
    const { site, path } = endpointOf(url);
    const { id: taskId, title: taskTitle } = this.#task;
    const [, line] = await Promise.all([
      appendEvent(this.#db, taskId, {
        type: 'effect_seen',
        ...(this.callId === undefined ? {} : { callId: this.callId }),
        verdict,
        kind,
        method,
        url: `${new URL(url).origin}${path}`,
        reasons,
      }),
      logEffect(this.#db, { at: Date.now(), taskId, taskTitle, verdict, kind, method, site, path, reasons }),
    ]);
    this.#lines.set(decision, line);
  }

  /** The line of the log that a decision has; undefined for one that was not written down. */
  lineOf(decision: Decision): number | undefined {
    return this.#lines.get(decision);
  }
}
