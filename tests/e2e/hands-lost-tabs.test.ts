import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, type Hands, startHands } from './harness/hands';
import { answersOf, script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

/** Long enough that what happens meanwhile does, also on a busy machine. */
const WAIT_SECONDS = 4;

/** Starts a task that waits on the inspect page, does something to its tab meanwhile, and gives the later answers. */
async function meanwhile(
  happens: (tabId: number) => Promise<unknown>,
  ...calls: { name: string; input?: unknown }[]
): Promise<string[]> {
  const { session } = hands.world;
  const turns = [
    [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${hands.site.origin}/inspect.html` } }],
    [{ name: 'wait', input: { duration: WAIT_SECONDS } }],
    ...calls.map((call) => [call]),
  ];
  const id = await session.start(script(...turns));
  await session.untilStarted(id, 'wait');
  await happens((await session.task(id)).tabs[0]?.tabId ?? 0);
  return answersOf(await session.untilEnded(id)).slice(2);
}

const inOwn = (source: string) => (tabId: number) => hands.world.own.evaluate(source.replace('TAB', String(tabId)));

test('a tab that the person closed is told, and nothing is done to another one', async () => {
  const answers = await meanwhile(inOwn('chrome.tabs.remove(TAB)'), { name: 'read_page' }, { name: 'list_tabs' });
  expect(answers[0]).toMatch(/wait ERROR: Tab \d+ \("Inspect", http\S+\) was closed, by the person or by its page/);
  expect(answers[1]).toContain('read_page ERROR: No tab is open');
  expect(answers[2]).toContain('"tabs":[]');
});

test('a call for the active tab does not go to another one that took its place', async () => {
  const { session } = hands.world;
  const url = `${hands.site.origin}/inspect.html`;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${url}?first` } }],
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${url}?second` } }],
      [{ name: 'javascript_exec', input: { text: 'the person closes the second tab meanwhile' } }],
      [{ name: 'wait', input: { duration: WAIT_SECONDS } }],
      [{ name: 'read_page' }],
      [{ name: 'read_page' }],
    ),
  );
  await session.untilStarted(id, 'wait');
  const { tabs } = await session.task(id);
  await inOwn('chrome.tabs.remove(TAB)')(tabs[1]?.tabId ?? 0);
  const answers = answersOf(await session.untilEnded(id));
  expect(answers.filter((answer) => /ERROR: Tab \d+ .* was closed/.test(answer))).toHaveLength(1);
  expect(answers.at(-1)).toContain('read_page ok');
});

test('a tab that Chrome put to sleep is woken, and its id goes on naming it', async () => {
  const answers = await meanwhile(inOwn('chrome.tabs.discard(TAB)'), { name: 'read_page' }, { name: 'list_tabs' });
  expect(answers[1]).toContain('read_page ok');
  expect(answers[1]).toContain('Console, network and scripts');
  expect(JSON.parse(answers[2]?.split('ok: ')[1] ?? '').tabs).toHaveLength(1);
});

test('a tab that went to a page of the browser is told', async () => {
  const answers = await meanwhile(inOwn("chrome.tabs.update(TAB, { url: 'chrome://version' })"), { name: 'read_page' });
  expect(answers[0]).toMatch(/wait ERROR: Tab \d+ .* now shows a page of the browser itself.* go on in another tab/);
});

test('a page that crashed is told before the wait is over, and navigate brings it back', async () => {
  const crash = async (tabId: number) => {
    await hands.world.own.evaluate(
      (id) => void chrome.debugger.sendCommand({ tabId: id }, 'Page.crash').catch(() => undefined),
      tabId,
    );
  };
  const answers = await meanwhile(
    crash,
    { name: 'read_page' },
    { name: 'navigate', input: { url: 'reload' } },
    { name: 'read_page' },
  );
  expect(answers[0]).toContain('wait ERROR: The page crashed');
  expect(answers[1]).toContain('read_page ERROR: The page crashed');
  expect(answers[2]).toContain('navigate ok');
  expect(answers[3]).toContain('Console, network and scripts');
});

test('addresses of the browser are refused', async () => {
  const [first] = await hands.play('inspect.html', { name: 'navigate', input: { url: 'chrome://settings' } });
  expect(first).toContain('chrome: addresses are refused');
  const [second] = await hands.play('inspect.html', click('button', 'Fetch'));
  expect(second).toContain('says "fetched"');
});
