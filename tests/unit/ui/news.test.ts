import { expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/store/journal';
import { forPrograms } from '../../../src/ui/messages/for-programs';
import { newsOf } from '../../../src/ui/timeline/news';

const events: JournalEvent[] = [
  { type: 'call_started', turn: 1, callId: 'a', tool: 'new_tab', input: {} },
  { type: 'call_started', turn: 1, callId: 'b', tool: 'screenshot', input: {} },
  { type: 'call_finished', callId: 'a', isError: false, parts: [], detail: {}, ms: 1 },
  { type: 'person_said', text: 'Hurry', client: 'Claude Code' },
  { type: 'person_said', text: 'Slower' },
  { type: 'approval_answered', approvalId: 'x', answer: 'approved' },
  {
    type: 'call_finished',
    callId: 'b',
    isError: false,
    parts: [{ type: 'picture', artifactId: 'p1', mediaType: 'image/png', width: 28, height: 28, tokens: 1 }],
    detail: {},
    ms: 1,
  },
  { type: 'call_started', turn: 1, callId: 'c', tool: 'navigate', input: { url: 'back' } },
];

test('tells each step once, when it has ended, in words for who is not the person', () => {
  const journal = events.map((event, seq) => ({ taskId: 't', seq, at: 0, event }));
  expect(newsOf(journal, forPrograms).map(({ seq, text }) => [seq, text])).toEqual([
    [2, 'Opened a tab'],
    [3, 'Claude Code: Hurry'],
    [4, 'The person: Slower'],
    [5, 'The person approved it'],
    [6, 'Looked at the page'],
  ]);
  expect(newsOf(journal, forPrograms).at(-1)?.pictures).toEqual(['p1']);
  expect(JSON.stringify(newsOf(journal, forPrograms))).not.toMatch(/\byou\b/i);
});
