import { expect, test } from 'vitest';
import { LastActions } from '../../../src/agent/last-actions';
import type { InputAction } from '../../../src/browser/toolset-hooks';

const enterOn = (role: string, name: string): InputAction => ({
  member: 'key',
  keys: 'Enter',
  target: { role, name, tag: role, headings: [] },
  page: { url: 'https://mail.example/', title: '', lang: '' },
});

test.each([
  ['the same field', enterOn('textbox', 'Message'), true],
  ['another button', enterOn('button', 'Discard'), false],
  ['nothing', { member: 'key', keys: 'Enter', page: enterOn('', '').page }, false],
])('an approved key runs once more only with the same focus: %s', async (_, again, runs) => {
  const actions = new LastActions(async () => undefined);
  await actions.before(1, enterOn('textbox', 'Message'), true);
  const replay = actions.before(1, again, false);
  if (runs) await replay;
  else await expect(replay).rejects.toThrow('Something else has the focus');
});

test('nor in a worker that does not know what was shown', async () => {
  const actions = new LastActions(async () => undefined);
  await expect(actions.before(1, enterOn('button', 'Send'), false)).rejects.toThrow('Nothing was pressed');
});
