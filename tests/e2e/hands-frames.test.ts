import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, type Hands, ref, startHands } from './harness/hands';
import { script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const readAll = { name: 'read_page', input: { filter: 'all' } };

/** The text of a read_page answer: what stands after `- read_page ok: `. */
function textOf(answer: string | undefined): string {
  return (answer ?? '')
    .replace(/^- read_page ok: /, '')
    .replace(/\n\{"type":"browser_state".*/, '')
    .trimEnd();
}

test('frames of other sites stand in their place, nested ones too', async () => {
  const [read] = await hands.play('frames.html', readAll);
  expect(textOf(read)).toBe(
    [
      'h1 Frames of other sites',
      'status Nothing yet',
      'iframe "Shop" [ref_1]',
      ' h2 Shop',
      ' status Nothing ordered',
      ' textbox "Town" [ref_6]',
      ' combobox "Size" [ref_7] ="Small" of "Small", "Large"',
      ' iframe "Payment" [ref_8]',
      '  status Not paid',
      '  textbox "Note" [ref_9]',
      '  button "Check card" [ref_10]',
      '  button "Leave" [ref_11]',
      'iframe "Sandboxed" [ref_2]',
      ' button "In the sandbox" [ref_12]',
      'iframe "Low" [ref_3]',
      ' status Nothing here',
      ' button "Deep in a low frame" [ref_13]',
      'iframe "Covered" [ref_4]',
      ' status Nothing here',
      ' button "Deep in a low frame" [ref_14]',
      'dialog "Cookie banner" [ref_5]',
    ].join('\n'),
  );
});

test('what is in view is read of frames too, and what lies outside is not', async () => {
  const [read] = await hands.play('frames.html', { name: 'read_page' });
  expect(textOf(read)).toContain('  button "Check card" [');
  expect(textOf(read)).not.toContain('Deep in a low frame');
});

test.each([
  ['in a frame of another site', 'textbox', 'Town', /focus on textbox "Town"/],
  ['in a frame in a frame', 'button', 'Check card', /says "card checked by hand"/],
  ['in a sandboxed frame', 'button', 'In the sandbox', /left_click ok/],
])('a click lands %s', async (_, role, name, says) => {
  const [answer, read] = await hands.play('frames.html', click(role, name), readAll);
  expect(answer).toMatch(says);
  if (name === 'In the sandbox') expect(read).toContain('button "Pressed in the sandbox"');
});

test('a click lands deep in a scaled frame far down', async () => {
  const [answer] = await hands.play('frames.html', click('button', 'Deep in a low frame'));
  expect(answer).toMatch(/says "deep true"/);
});

test('fields are set, typed into and given keys in frames', async () => {
  const answers = await hands.play(
    'frames.html',
    { name: 'form_input', input: { target: ref('combobox', 'Size'), value: 'Large' } },
    click('textbox', 'Town'),
    { name: 'key', input: { text: 'F2' } },
    click('textbox', 'Note'),
    { name: 'type', input: { text: 'Hi' } },
  );
  expect(answers[0]).toContain('It now shows "Large".');
  expect(answers[0]).toContain('says "size Large"');
  expect(answers[2]).toContain('says "size Large | key F2"');
  expect(answers[4]).toContain('note Hi');
});

test('find looks into frames, and its refs act there', async () => {
  const [found, clicked] = await hands.play(
    'frames.html',
    { name: 'find', input: { query: 'check card button' } },
    click('button', 'Check card'),
  );
  expect(found).toMatch(/button "Check card" \[ref_\d+\] \(name is exactly that, is a button\)/);
  expect(clicked).toContain('card checked by hand');
});

test('a covered frame is not clicked into, and a frame that went elsewhere makes its refs unknown', async () => {
  const [first] = await hands.play('frames.html', readAll);
  const covered = /iframe "Covered"[\s\S]*button "Deep in a low frame" \[(ref_\d+)\]/.exec(first ?? '')?.[1];
  const [read, clicked, left, stale] = await hands.play(
    'frames.html',
    readAll,
    { name: 'left_click', input: { target: { type: 'ref', ref: covered } } },
    click('button', 'Leave'),
    click('button', 'Check card'),
  );
  expect(textOf(read)).toBe(textOf(first));
  expect(clicked).toMatch(/left_click ERROR: .*covered by/);
  expect(left).toContain('left_click ok');
  expect(stale).toMatch(/left_click ERROR: .*(not known|no longer|stale)/);
});

test('the status of a page is its own, whatever its frames were answered', async () => {
  const { session } = hands.world;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${hands.site.origin}/edges.html` } }];
  const id = await session.start(script(open));
  await session.untilEnded(id);
  const status = (await session.journal(id)).flatMap((event) =>
    event.type === 'call_finished' ? (event.detail.httpStatus ?? []) : [],
  );
  expect(status).toEqual([200]);
});

test('a page with a PDF in a frame, and with frames that failed, is read and acted on', async () => {
  const [clicked, read] = await hands.play('edges.html', click('button', 'Push states'), readAll);
  expect(clicked).toContain('left_click ok');
  expect(read).toMatch(/iframe "PDF" \[ref_\d+\] \(this frame cannot be read: \S+\/paper.pdf\)/);
  expect(read).toContain('button "In a data frame"');
  expect(read).toContain('button "In a frame in a shadow"');
});

test('nothing is pressed in a frame that is turned or mirrored, where a press would arrive at something else', async () => {
  const answers = await hands.play(
    'edges.html',
    click('button', 'In a turned frame'),
    click('button', 'In another site'),
  );
  for (const answer of answers) expect(answer).toMatch(/left_click ERROR: .*in a frame that is turned or mirrored/);
});

test('a frame itself can be pressed, also one in a frame of another site', async () => {
  const [nested] = await hands.play('frames.html', click('iframe', 'Payment'));
  expect(nested).toContain('left_click ok');
  const [near] = await hands.play('edges.html', click('iframe', 'In a shadow'));
  expect(near).toContain('left_click ok');
});

test.each([
  ['Outside', 'inside pressed'],
  ['Inside', 'outside pressed'],
])('%s changes places with a frame of another site: no press is heard there', async (name, wrong) => {
  const [read, answer, after] = await hands.play('hops.html', readAll, click('button', name), readAll);
  expect(read).toContain('button "Inside"');
  expect(after).not.toContain(wrong);
  if (answer?.includes('left_click ok')) expect(after).toContain(`${name.toLowerCase()} pressed`);
  else expect(answer).toMatch(/left_click ERROR: The element move[sd] away/);
});
