import { expect, test } from 'vitest';
import { OWN_TOOLS } from '../../../src/agent/own-tools';
import { MEMBERS } from '../../../src/browser/member-schemas';
import type { JournalEvent } from '../../../src/store/journal';
import { de } from '../../../src/ui/messages/de';
import { en } from '../../../src/ui/messages/en';
import { stepSentence } from '../../../src/ui/timeline/step-sentence';
import { type CallStep, stepsOf } from '../../../src/ui/timeline/steps';

function call(tool: string, input: Record<string, unknown>, detail: object = {}, isError = false): CallStep {
  return { kind: 'call', key: '1', at: 0, tool, input, finished: { seq: 2, isError, parts: [], detail, ms: 5 } };
}

test('says what a step did, in the language asked for', () => {
  const opened = call('navigate', { url: 'mail.example.com' }, { url: 'https://mail.example.com/', httpStatus: 200 });
  expect(stepSentence(opened, en)).toBe('Opened mail.example.com');
  expect(stepSentence(opened, de)).toBe('mail.example.com geöffnet');
  expect(stepSentence(call('left_click', {}, { target: 'button "Send"' }), en)).toBe('Clicked “Send”');
  expect(stepSentence(call('read_page', {}, { title: 'Lunch on Friday?' }), en)).toBe('Read “Lunch on Friday?”');
  expect(stepSentence(call('form_input', { value: true }, { target: 'checkbox "Gift"' }), en)).toBe('Ticked “Gift”');
  expect(stepSentence(call('navigate', { url: 'back' }), en)).toBe('Went back');
  expect(stepSentence(call('key', { text: 'ctrl+a' }), en)).toBe('Pressed ctrl+a');
});

test('never shows what a form field was filled with', () => {
  expect(stepSentence(call('form_input', { value: 'hunter2' }, { target: 'textbox "PIN"' }), en)).toBe(
    'Filled in “PIN”',
  );
});

test('says that a step runs, failed, or met an error of the site', () => {
  const { finished: _, ...running } = call('find', { query: 'search box' });
  expect(stepSentence(running, en)).toBe('Looking for “search box”…');
  expect(stepSentence(call('left_click', {}, { target: 'button ""' }, true), en)).toBe('Clicking button did not work');
  expect(stepSentence(call('navigate', { url: 'https://a.test/x' }, { httpStatus: 404 }), en)).toBe(
    'Opened a.test/x: the site answered with 404',
  );
});

test.each([en, de])('every member and every tool of our own has words of its own in $language', (t) => {
  const { doing, done } = t.steps.other;
  const wordless = [...Object.keys(MEMBERS), ...Object.keys(OWN_TOOLS)].filter((tool) => {
    const { finished: _, ...running } = call(tool, {});
    return stepSentence(running, t) === `${doing(tool)}…` || stepSentence(call(tool, {}), t) === done(tool);
  });
  expect(wordless).toEqual([]);
});

test('an upload names its file and nothing of its path', () => {
  const upload = (input: Record<string, unknown>) => stepSentence(call('file_upload', input), en);
  expect(upload({ paths: ['/home/kim/letters/cv.pdf'] })).toBe('Chose the file “cv.pdf”');
  expect(upload({ paths: ['C:\\kim\\cv.pdf'], document_ids: null })).toBe('Chose the file “cv.pdf”');
  expect(upload({ paths: ['a.pdf', 'b.pdf'] })).toBe('Chose files');
  expect(upload({ paths: ['a.pdf'], document_ids: ['file_1'] })).toBe('Chose files');
  expect(upload({ document_ids: ['file_1'] })).toBe('Chose files');
});

test('a tool that nobody knows is named, and long texts are cut', () => {
  expect(stepSentence(call('teleport', {}), en)).toBe('Called teleport');
  const typed = stepSentence(call('type', { text: 'word '.repeat(50) }), en);
  expect(typed.length).toBeLessThan(60);
  expect(typed).toContain('…');
});

test('pairs calls with their answers and leaves out what stands elsewhere', () => {
  const events: JournalEvent[] = [
    { type: 'task_started' },
    {
      type: 'turn_received',
      turn: 1,
      content: [{ type: 'text', text: 'I look first.' }, { type: 'tool_use' }],
      stopReason: 'tool_use',
      usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
    },
    { type: 'call_started', turn: 1, callId: 'a', tool: 'screenshot', input: {} },
    { type: 'call_finished', callId: 'a', isError: false, parts: [], detail: {}, ms: 3 },
    { type: 'call_started', turn: 1, callId: 'b', tool: 'update_plan', input: {} },
    { type: 'call_finished', callId: 'b', isError: false, parts: [], detail: {}, ms: 3 },
    { type: 'resumed', after: 'wait' },
    { type: 'resumed', after: 'worker-restart' },
    { type: 'approval_answered', approvalId: 'x', answer: 'denied', words: 'not today' },
    { type: 'call_started', turn: 2, callId: 'c', tool: 'wait', input: { duration: 2 } },
  ];
  const steps = stepsOf(events.map((event, seq) => ({ taskId: 't', seq, at: seq, event })));
  expect(steps.map((step) => step.kind)).toEqual(['model', 'call', 'resumed', 'denied', 'call']);
  expect(steps.map((step) => step.kind === 'call' && step.finished !== undefined)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
});
