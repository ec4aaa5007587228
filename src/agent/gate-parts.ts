import type { Evidence, PageEvidence, RequestEvidence } from '../policy/evidence';
import type { OffstageDatabase } from '../store/database';
import type { Task } from '../store/task';
import { EffectRecord } from './effect-record';
import { KnownRequests } from './known-requests';
import { LastActions, type TakePicture } from './last-actions';
import { LateSends } from './late-sends';
import { PersonAnswers } from './person-answers';
import { Replayed } from './replayed';
import { ShownScript } from './shown-script';
import type { SiteGuard } from './site-guard';
import { StoppedRequests } from './stopped-requests';
import { evidenceFor } from './task-evidence';
import { TaskKnowledge } from './task-knowledge';

/** What a gate is given of its task and its tabs. */
export interface GateOptions {
  db: OffstageDatabase;
  task: Pick<Task, 'id' | 'title' | 'prompt' | 'context' | 'client' | 'tabs' | 'learned' | 'stopped'>;
  /** What is known of a tab's page without asking it. */
  page(tabId: number): PageEvidence;
  takePicture: TakePicture;
  sites: SiteGuard;
  /**
   * Awaited before an input that carries data of some site into a tab: whatever the page sends is looked at from then
   * on.
   */
  carriesInto(tabId: number): Promise<void>;
}

/** What is known of one task from which its requests are decided about. */
export interface GateParts extends Pick<GateOptions, 'task' | 'page' | 'sites'> {
  actions: LastActions;
  knowledge: TaskKnowledge;
  answers: PersonAnswers;
  stopped: StoppedRequests;
  record: EffectRecord;
  replayed: Replayed;
  late: LateSends;
  script: ShownScript;
  known: KnownRequests;
}

/** The parts as they are at the start of a task: nothing heard, nothing stopped. */
export function gateParts({ db, task, page, takePicture, sites }: GateOptions): GateParts {
  return {
    task,
    page,
    sites,
    actions: new LastActions(takePicture),
    knowledge: new TaskKnowledge(task),
    answers: new PersonAnswers(db, task),
    stopped: new StoppedRequests(),
    record: new EffectRecord(db, task),
    replayed: new Replayed(db),
    late: new LateSends(),
    script: new ShownScript(),
    known: new KnownRequests(db, task),
  };
}

/** Everything that one request is decided from. */
export async function evidenceAbout(
  { actions, page, task, answers, knowledge, known }: GateParts,
  tabId: number,
  request: RequestEvidence,
): Promise<Evidence> {
  return evidenceFor(request, {
    rules: await answers.rules(),
    acted: actions.evidence(tabId),
    shown: page(tabId),
    task,
    answers,
    knowledge,
    known,
    touched: actions.isTouched(tabId),
  });
}
