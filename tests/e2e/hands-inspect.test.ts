import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, type Hands, ref, startHands } from './harness/hands';
import { answersOf, script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const exec = (text: string) => ({ name: 'javascript_exec', input: { text } });

test('read_console: calls, exceptions, once each, with secrets masked', async () => {
  const answers = await hands.play(
    'inspect.html',
    click('button', 'Write to the console'),
    { name: 'read_console' },
    { name: 'read_console' },
  );
  expect(answers[1]).toContain('log: plain 7 {size: "L", count: 2} [1, 2] (http');
  expect(answers[1]).toContain('warning: login with password: ••• was wrong');
  expect(answers[1]).toContain('error: Error: it broke');
  expect(answers[1]).toContain('exception: TypeError: nobody caught this');
  expect(answers[1]).not.toContain('hunter2');
  expect(answers[2]).toContain('Nothing was logged since the last read');
});

test('read_network: method, status, type, address, with secrets masked', async () => {
  const answers = await hands.play('inspect.html', click('button', 'Fetch'), { name: 'read_network' });
  expect(answers[1]).toMatch(/GET 200 Document text\/html \d+ ms \d+ bytes http\S+inspect\.html/);
  expect(answers[1]).toMatch(/POST 200 Fetch application\/json \d+ ms/);
  expect(answers[1]).toContain('/api/echo?q=shoes&access_token=•••');
  expect(answers[1]).toContain('authorization: •••');
  expect(answers[1]).toContain('"password":"•••","note":"hello"');
  expect(answers[1]).toMatch(/GET 404 Fetch .*\/api\/missing/);
  expect(answers[1]).not.toMatch(/hunter2|s3cr3t|abcdef123456/);
});

test('javascript_exec is off until it is turned on', async () => {
  const [answer] = await hands.play('inspect.html', exec('1 + 1'));
  expect(answer).toContain('javascript_exec ERROR');
});

test('javascript_exec runs what only reads', async () => {
  await hands.allow({ javascript_exec: true });
  const answers = await hands.play(
    'inspect.html',
    exec("[...document.querySelectorAll('.item')].map(i => i.textContent)"),
  );
  expect(answers[0]).toContain('["One","Two"]');
  const cases: [string, RegExp][] = [
    ['document.title', /Inspect/],
    ['const a = 2; a * 21', /42/],
    ['({ a: [1, { b: null }], c: undefined, n: 10n })', /\{"a":\[1,\{"b":null\}\],"n":"10"\}/],
    ["document.querySelector('#list')", /<ul id=\\?"list\\?">One ?Two/],
    ['nothing.there', /ERROR: The script failed: ReferenceError/],
    ["document.querySelector('#password').value", /•••/],
    ['document.cookie', /visit=•••/],
  ];
  for (const [text, seen] of cases) {
    const [answer, title] = await hands.play('inspect.html', exec(text), {
      name: 'find',
      input: { query: 'Nothing yet' },
    });
    expect(answer, text).toMatch(seen);
    expect(answer).not.toMatch(/correct-horse|c00kie/);
    if (!answer?.includes('ERROR')) expect(title).toContain('Nothing yet');
  }
});

test.each([
  "document.title = 'changed'",
  "fetch('/api/echo', { method: 'POST' })",
  "localStorage.setItem('a', 'b')",
  "document.querySelector('#write').click()",
])('javascript_exec shows %s to the person before anything of it happens', async (text) => {
  await hands.allow({ javascript_exec: true });
  const { session } = hands.world;
  const written = hands.site.writes.length;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${hands.site.origin}/inspect.html` } }];
  const id = await session.start(script(open, [exec(text)], [{ name: 'find', input: { query: 'Nothing yet' } }]));
  const { id: approvalId, effect } = await session.untilAsked(id);
  expect(effect.rows).toEqual([{ label: 'script', value: text }]);
  await session.answer(approvalId, 'deny');
  const answers = answersOf(await session.untilEnded(id));
  expect(answers[2]).toContain('javascript_exec ERROR: The person denied this');
  expect(answers[3]).toContain('Nothing yet');
  expect((await session.task(id)).tabs[0]?.title).toBe('Inspect');
  expect(hands.site.writes).toHaveLength(written);
});

test('file_upload takes only what was handed over', async () => {
  const [named] = await hands.play('files.html', {
    name: 'file_upload',
    input: { target: ref('button', 'Report'), paths: ['/etc/passwd'] },
  });
  expect(named).toContain('file_upload ERROR: "/etc/passwd" may not be uploaded');
  expect(named).toContain('ask for one with ask_user');
  const [unknown] = await hands.play('files.html', {
    name: 'file_upload',
    input: { target: ref('button', 'Report'), document_ids: ['nope'] },
  });
  expect(unknown).toContain('file_upload ERROR: No file is attached under "nope"');
});
