import type { ActionEvidence, Evidence, PageEvidence, RequestEvidence } from '../policy/evidence';
import type { Task } from '../store/task';
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
    learned,
    rules,
  }: {
    acted: { action: ActionEvidence; page: PageEvidence } | undefined;
    shown: PageEvidence;
    task: Pick<Task, 'id'>;
    answers: PersonAnswers;
    knowledge: TaskKnowledge;
    learned: ReadonlySet<string>;
    rules: Evidence['rules'];
  },
): Evidence {
  const page = acted?.page ?? shown;
  const seen = [page.url, request.url].flatMap((url) => (/^(https?|wss?):/.test(url) ? [new URL(url).origin] : []));
  return {
    request,
    page,
    ...(acted ? { action: acted.action } : {}),
    task: {
      id: task.id,
      prompt: knowledge.personWords,
      origins: knowledge.origins(seen, answers.approvals),
      denied: answers.denied,
    },
    rules,
    tokens: answers.tokens,
    learned: [...learned],
    autonomy: answers.autonomy,
    carried: knowledge.carriedBeyond(request, answers.approvals),
  };
}
