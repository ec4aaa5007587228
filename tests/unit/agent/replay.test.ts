import { expect, test } from 'vitest';
import { onlyByPage, replayable } from '../../../src/agent/replay';
import { requestOf } from '../policy/evidence-of';

test.each([
  ['left_click', { target: { type: 'ref', ref: 'ref_1' } }, true],
  ['file_upload', { target: { type: 'ref', ref: 'ref_1' }, document_ids: ['file_1'] }, true],
  ['left_click', { target: { type: 'coordinate', x: 1, y: 1 } }, false],
  ['key', { text: 'Return' }, true],
  ['key', { text: 'Return', repeat: 2 }, false],
  ['type', { text: 'Yes' }, false],
])('done again after an approval: %s %j', (tool, input, again) => {
  expect(replayable({ id: 'c', tool, input, member: true })).toBe(again);
});

test.each([
  ['a call of a script', {}, undefined],
  ['a form', { resourceType: 'Document' }, 'not-here'],
  ['a call of a worker', { frame: 'service-worker' }, 'not-here'],
  ['a file', { leftOut: '' }, 'not-whole'],
] as const)("sent in the page's place: %s", (_, given, problem) => {
  expect(onlyByPage(requestOf(given))).toBe(problem);
});
