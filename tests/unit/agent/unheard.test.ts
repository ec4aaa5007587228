import { expect, test } from 'vitest';
import { unheardIn } from '../../../src/agent/unheard';
import type { JournalEvent } from '../../../src/store/journal';

const usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const begun: JournalEvent = { type: 'turn_started', turn: 1 };
const broken: JournalEvent = { type: 'turn_interrupted', turn: 1, why: 'overloaded' };
const received: JournalEvent = { type: 'turn_received', turn: 1, content: [], stopReason: 'end_turn', usage };
const said: JournalEvent = { type: 'person_said', text: 'And?' };
const stopped: JournalEvent = { type: 'task_ended', state: { status: 'stopped', by: 'person' } };

test.each<[string, JournalEvent[], boolean | undefined]>([
  ['nothing', [begun, received], undefined],
  ['before the request', [said, begun, received], undefined],
  ['while the model answers', [begun, said, received], true],
  ['after the answer', [begun, received, said], false],
  ['both', [begun, said, received, said], false],
  ['while a request waits to be repeated', [begun, broken, said, begun, received], true],
  ['after a stop', [begun, broken, stopped, said, begun, received], undefined],
  [
    'a worker that starts again asks with it',
    [begun, broken, said, { type: 'resumed', after: 'worker-restart' }, begun],
    undefined,
  ],
])('said and not read: %s', (_, events, beforeAnswer) => {
  const unheard = unheardIn(events.map((event, seq) => ({ taskId: 't', seq, at: seq, event })));
  expect(unheard?.beforeAnswer).toBe(beforeAnswer);
});
