import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, click, type Hands, ref, startHands } from './harness/hands';
import { answersOf, script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const plain = ref('link', 'Plain link');

// Chrome brings each of these to the front when nobody stands between: hands.end() fails on the first activation.
test.each<[string, Call, string, RegExp]>([
  ['a _blank link', click('link', 'Link to a new tab'), 'Opened by link', /opener none referrer there/],
  ['a link with an opener', click('link', 'Link that stays in touch'), 'Opened by opener', /opener there/],
  ['ctrl', { name: 'left_click', input: { target: plain, modifiers: 'ctrl' } }, 'Opened by plain', /opener none/],
  ['shift', { name: 'left_click', input: { target: plain, modifiers: 'shift' } }, 'Opened by plain', /opener none/],
  ['middle_click', { name: 'middle_click', input: { target: plain } }, 'Opened by plain', /opener none/],
  ['window.open', click('button', 'Open a window'), 'Opened by window', /opener there/],
  ['a small window', click('button', 'Open a small window'), 'Opened by popup', /opener there/],
  ['a blank window that goes', click('button', 'Open blank, then go'), 'Opened by blank', /opener there/],
  ['a form', click('button', 'Form to a new tab'), 'Opened by form', /opener none/],
  ['a form with a named target', click('button', 'Form to a named tab'), 'Opened by named', /opener none/],
  [
    'a click that is sent to a link of no document',
    click('button', 'Send a click to a link of no document'),
    'Opened by dispatch',
    /opener none/,
  ],
  ['a link of no document', click('button', 'Click a link of no document'), 'Opened by detached', /opener none/],
  ['window.open after a fetch', click('button', 'Open a window later'), 'Opened by late', /opener there/],
])('%s opens a tab of the task in the background', async (_, call, title, seen) => {
  const answers = await hands.play(
    'tabs.html',
    call,
    { name: 'wait', input: { duration: 0.3 } },
    { name: 'list_tabs' },
  );
  expect(answers.join('\n')).toMatch(/opened tab \d+/);
  const { tabs } = JSON.parse(answers[2]?.split('ok: ')[1] ?? '');
  expect(tabs).toHaveLength(2);
  expect(tabs[1]).toMatchObject({ title, active: false });
  const pages = await hands.world.chromium.browser.pages();
  const page = pages.find((each) => each.url() === tabs[1].url);
  expect(await page?.$eval('#log', (log) => log.textContent)).toMatch(seen);
  await page?.close();
});

test('the tab group says whose it is and what it is up to', async () => {
  const { session, own } = hands.world;
  const turns = [[{ name: 'new_tab' }], [{ name: 'ask_user', input: { question: 'Which one?' } }]];
  const id = await session.start(script(...turns, [{ name: 'wait', input: { duration: 1 } }]));
  const look = async () => {
    const { groupId } = await session.task(id);
    return groupId === undefined
      ? undefined
      : own.evaluate(async (group) => {
          const { title, color } = await chrome.tabGroups.get(group);
          return `${color} ${title}`;
        }, groupId);
  };
  await expect.poll(look).toMatch(/^orange ❗ SCRIPT/);
  const [question] = await session.rows<{ id: string }>('questions');
  const answer = { type: 'answer-question', questionId: question?.id ?? '' } as const;
  expect(await session.send({ ...answer, answer: 'this' })).toEqual({ ok: true });
  expect(await session.send({ ...answer, answer: 'that' })).toMatchObject({ ok: false });
  await expect.poll(look).toMatch(/^blue SCRIPT/);
  await session.send({ type: 'take-over', taskId: id });
  await expect.poll(look).toMatch(/^purple ✋ SCRIPT/);
  await session.send({ type: 'hand-back', taskId: id });
  await session.untilEnded(id);
  await expect.poll(look).toMatch(/^green ✓ SCRIPT/);
});

test('a form that posts into a new tab: asked about, and sent once from its page when the person agrees', async () => {
  const { session } = hands.world;
  const { origin, writes } = hands.site;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${origin}/tabs.html` } }],
      [{ name: 'read_page', input: { filter: 'all' } }],
      [click('button', 'Post to a new tab')],
      [{ name: 'list_tabs' }],
    ),
  );
  const before = writes.length;
  const { id: approvalId, effect, picture } = await session.untilAsked(id);
  expect(effect).toMatchObject({ method: 'POST', url: `${origin}/api/echo` });
  expect(effect.rows).toContainEqual(expect.objectContaining({ value: 'post' }));
  // Of the page that was pressed, not of the blank tab.
  expect(picture?.mark).toBeDefined();
  expect(writes.slice(before)).toEqual([]);
  // What was stopped leaves no empty tab behind.
  await expect.poll(async () => (await session.task(id)).tabs).toHaveLength(1);
  await session.answer(approvalId, 'approve');
  const answers = answersOf(await session.untilEnded(id)).slice(3);
  expect(answers[0]).toContain('left_click ok: The person approved, and it was sent.');
  expect(answers[0]).toMatch(/opened tab \d+/);
  const { tabs } = JSON.parse(answers[1]?.split('ok: ')[1] ?? '');
  expect(tabs).toMatchObject([{}, { url: `${origin}/api/echo` }]);
  expect(writes.slice(before)).toMatchObject([{ method: 'POST', path: '/api/echo' }]);
});

test('a link that says only in its own words what it does is asked about in a new tab too', async () => {
  const { session } = hands.world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${hands.site.origin}/tabs.html` } }],
      [{ name: 'read_page', input: { filter: 'all' } }],
      [click('link', 'Unsubscribe')],
    ),
  );
  const { id: approvalId, effect } = await session.untilAsked(id);
  expect(effect).toMatchObject({ kind: 'delete', method: 'GET', url: `${hands.site.origin}/c/9f8e7d6c5b4a39281706f5` });
  await session.answer(approvalId, 'deny');
  await session.untilEnded(id);
});

test('a form that only Chrome can post, into a tab that nobody looks at, is blocked, and the model is told', async () => {
  const before = hands.site.writes.length;
  const [answer] = await hands.play('shown.html', click('button', 'Post without a referrer'));
  expect(answer).toMatch(/opened tab \d+, left empty: the form that was to be posted into it was stopped/);
  expect(hands.site.writes.slice(before)).toEqual([]);
});

test('a window that answers its opener and closes itself', async () => {
  const answers = await hands.play(
    'tabs.html',
    click('button', 'Open a window that answers'),
    { name: 'wait', input: { duration: 0.5 } },
    { name: 'list_tabs' },
  );
  expect(answers.join('\n')).toContain('heard login from here | window closed');
  expect(JSON.parse(answers[2]?.split('ok: ')[1] ?? '').tabs).toHaveLength(1);
});

test('what Chrome shows all the same is taken away again at once', async () => {
  const other = await startHands({ personMoves: true });
  const mine = await other.world.own.evaluate(() => chrome.tabs.query({ active: true }));
  const { session } = other.world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${other.site.origin}/shown.html` } }],
      [{ name: 'read_page', input: { filter: 'all' } }],
      [click('button', 'Post by a script')],
    ),
  );
  await session.answer((await session.untilAsked(id)).id, 'deny');
  await session.untilEnded(id);
  const now = await other.world.own.evaluate(() => chrome.tabs.query({ active: true }));
  expect(now.map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
  expect(other.site.writes).toEqual([]);
  expect(await other.world.activations()).toHaveLength(2);

  // The task has ended: its page opens tabs for the person as every page does.
  const pages = await other.world.chromium.browser.pages();
  const left = pages.find((page) => page.url().endsWith('/shown.html'));
  await left?.bringToFront();
  const opened = other.world.chromium.browser.waitForTarget((target) => target.url().includes('by=link'));
  await left?.click('a[target=_blank]');
  const page = await (await opened).page();
  expect(await page?.evaluate(() => document.visibilityState)).toBe('visible');
  await other.world.close();
  await other.site.close();
});
