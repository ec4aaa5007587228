import { expect, test } from 'vitest';
import { withCacheBreakpoints } from '../../../src/agent/cache-breakpoints';
import { conversationOf } from '../../../src/agent/conversation';
import { plainToolsEncoding } from '../../../src/agent/encoding-tools';
import { toolsetEncoding } from '../../../src/agent/encoding-toolset';
import type { JournalEntry, JournalEvent } from '../../../src/store/journal';

const USAGE = { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };
const toolset = toolsetEncoding(() => ({ type: 'browser_toolset_20260801' }));
const noPictures = () => undefined;

function journal(...events: JournalEvent[]): JournalEntry[] {
  return events.map((event, seq) => ({ taskId: 't', seq, at: seq, event }));
}

function received(turn: number, ...content: Record<string, unknown>[]): JournalEvent {
  return { type: 'turn_received', turn, content, stopReason: 'tool_use', usage: USAGE };
}

const click = {
  type: 'tool_use',
  id: 'c1',
  name: 'left_click',
  toolset_name: 'browser',
  input: { target: { type: 'ref', ref: 'ref_1' } },
};
const list = { type: 'tool_use', id: 'c2', name: 'list_tabs', toolset_name: 'browser', input: {} };
const finish = { type: 'tool_use', id: 'c3', name: 'finish', input: { result: 'ok' } };

function finished(callId: string, text: string): JournalEvent {
  return { type: 'call_finished', callId, isError: false, parts: [{ type: 'text', text }], detail: {}, ms: 1 };
}

test('a new task is one user message', () => {
  const conversation = conversationOf(journal({ type: 'task_started' }), 'Do it', toolset, noPictures);
  expect(conversation).toEqual({
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Do it' }] }],
    nextTurn: 1,
    stopReason: null,
    modelsMove: true,
  });
});

test('answers come in the order of the calls, before what the person said meanwhile', () => {
  const entries = journal(
    received(1, click, list, finish),
    { type: 'person_said', text: 'Hurry' },
    finished('c2', 'tabs'),
    finished('c1', 'Clicked.'),
    finished('c3', 'done'),
  );
  const { messages, open, modelsMove } = conversationOf(entries, 'Do it', toolset, noPictures);
  expect(open).toBeUndefined();
  expect(modelsMove).toBe(true);
  expect(messages.at(-1)).toEqual({
    role: 'user',
    content: [
      {
        type: 'tool_result',
        tool_use_id: 'c1',
        toolset_name: 'browser',
        content: [{ type: 'text', text: 'Clicked.' }],
      },
      { type: 'tool_result', tool_use_id: 'c2', toolset_name: 'browser', content: [{ type: 'text', text: 'tabs' }] },
      { type: 'tool_result', tool_use_id: 'c3', content: [{ type: 'text', text: 'done' }] },
      { type: 'text', text: 'Hurry' },
    ],
  });
});

test('a turn with unanswered calls is open, and says which of them had begun', () => {
  const entries = journal(received(3, click, list), {
    type: 'call_started',
    turn: 3,
    callId: 'c1',
    tool: 'left_click',
    input: {},
  });
  const { open, modelsMove, nextTurn } = conversationOf(entries, 'Do it', toolset, noPictures);
  expect(modelsMove).toBe(false);
  expect(nextTurn).toBe(4);
  expect(open).toMatchObject({ turn: 3, calls: [{ id: 'c1', member: true }, { id: 'c2' }] });
  expect([...(open?.started ?? [])]).toEqual(['c1']);
  expect([...(open?.answered ?? [])]).toEqual([]);
});

test('plain tools: browser state becomes text, and members are known by not being ours', () => {
  const plain = plainToolsEncoding(() => []);
  const block = { type: 'browser_state', tabs: [{ tab_id: '7', title: 'Inbox', url: 'http://m/', active: true }] };
  const entries = journal(received(1, { ...list, toolset_name: undefined }, finish), {
    type: 'call_finished',
    callId: 'c2',
    isError: false,
    parts: [{ type: 'browser_state', block }],
    detail: {},
    ms: 1,
  });
  const { messages, open } = conversationOf(entries, 'Do it', plain, noPictures);
  expect(open?.calls.map(({ member }) => member)).toEqual([true, false]);
  expect(JSON.stringify(messages.at(-1))).toContain('* tab 7 \\"Inbox\\" http://m/');
  expect(JSON.stringify(messages.at(-1))).not.toContain('toolset_name');
});

test('a picture that was deleted is told, not left out', () => {
  const entries = journal(received(1, click), {
    type: 'call_finished',
    callId: 'c1',
    isError: false,
    parts: [{ type: 'picture', artifactId: 'gone', mediaType: 'image/png', width: 28, height: 28, tokens: 1 }],
    detail: {},
    ms: 1,
  });
  const { messages } = conversationOf(entries, 'Do it', toolset, noPictures);
  expect(JSON.stringify(messages.at(-1))).toContain('no longer kept');
});

test('cache breakpoints stand on the last two user messages and nowhere else', () => {
  const { messages } = conversationOf(
    journal(received(1, click), finished('c1', 'a'), received(2, list), finished('c2', 'b')),
    'Do it',
    toolset,
    noPictures,
  );
  const marked = withCacheBreakpoints(messages);
  const where = marked.map(({ content }) => JSON.stringify(content).includes('cache_control'));
  expect(where).toEqual([false, false, true, false, true]);
  expect(JSON.stringify(messages)).not.toContain('cache_control');
});
