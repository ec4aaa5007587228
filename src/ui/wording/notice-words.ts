import type { Approval } from '../../store/approval';
import type { Messages } from '../messages/en';
import { kindWords } from './approval-words';

/** What a notification says beside the task's title: what kind of thing waits and where, and nothing of its contents. */
export function noticeWords(t: Messages) {
  return {
    approval: ({ kind, summary }: Pick<Approval['effect'], 'kind' | 'summary'>): string =>
      t.notice.approval(kindWords(kind, t), summary.site),
    question: (): string => t.notice.question,
  };
}
