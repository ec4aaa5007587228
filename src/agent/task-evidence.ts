import type { ActionEvidence, Evidence, PageEvidence, RequestEvidence } from '../policy/evidence';
import type { Task } from '../store/task';
import type { KnownRequests } from './known-requests';
import type { PersonAnswers } from './person-answers';
import type { TaskKnowledge } from './task-knowledge';

/**
 * Everything that one request is decided from: what the agent did, where, what the person said, what the task carries.
 * Nothing here comes from the model but its inputs, and those only as what they were.
 *
 * @param acted the agent's last input in the tab, when the request may be its doing
 * @param shown the page that the tab shows
 */
export function evidenceFor(
  request: RequestEvidence,
  {
    acted,
    shown,
    task,
    answers,
    knowledge,
    known,
    touched,
    rules,
  }: {
    acted: { action: ActionEvidence; page: PageEvidence } | undefined;
    touched: boolean;
    shown: PageEvidence;
    task: Pick<Task, 'id'>;
    answers: PersonAnswers;
    knowledge: TaskKnowledge;
    known: KnownRequests;
    rules: Evidence['rules'];
  },
): Evidence {
  const page = acted?.page ?? shown;
  const seen = [page.url, request.url].flatMap((url) => (/^(https?|wss?):/.test(url) ? [new URL(url).origin] : []));
  return {
    request,
    page,
    touched,
    ...(acted ? { action: acted.action } : {}),
    task: {
      id: task.id,
      prompt: knowledge.personWords,
      origins: knowledge.origins(seen, answers.approvals),
      denied: answers.denied,
      stopped: [...known.stopped, ...answers.approvals.map(({ effect }) => effect.signature)],
    },
    rules,
    tokens: answers.tokens,
    learned: known.learned,
    autonomy: answers.autonomy,
    carried: knowledge.carriedBeyond(request, answers.approvals),
  };
}
