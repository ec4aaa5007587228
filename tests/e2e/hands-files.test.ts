import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, click, type Hands, ref, startHands } from './harness/hands';
import { answersOf, script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const download = click('link', 'Download the report');
/** What the browser tells of it only after the click has settled is told with the next call. */
const fetched = async (...then: Call[]) => {
  const answers = await hands.play('files.html', download, { name: 'wait', input: { duration: 1 } }, ...then);
  return [answers.slice(0, 2).join('\n'), ...answers.slice(2)];
};
const downloaded = /downloaded "report[^"]*", 32 bytes, to (\/[^;\n]*report[^;\n]*\.csv)/;

test('a download is told to its end, with size and path, in words and as a state change', async () => {
  const [answer] = await fetched();
  const path = downloaded.exec(answer ?? '')?.[1] ?? '';
  expect(path).not.toBe('');
  await rm(path);
  expect(answer).toContain('"type":"download_completed"');
  expect(answer).toContain(`"path":"${path}"`);
  expect(answer).toContain('"size_bytes":32');
});

test('a download that breaks off is told', async () => {
  const [answer] = await hands.play('files.html', click('link', 'Download what breaks off'));
  expect(answer).toMatch(/download of "[^"]+" failed or was cancelled/);
  expect(answer).toContain('"type":"download_failed"');
});

test.each([
  ['the field itself', ref('button', 'Report'), 'one has report.csv', /now has "report[^"]*"\./],
  [
    'a field that the page empties at once',
    ref('button', 'Emptied'),
    'emptied has report.csv',
    /was given .* has taken it out/,
  ],
  [
    'a button that opens a chooser',
    ref('button', 'Choose a file…'),
    'hidden has report.csv',
    /was given "report[^"]*"\. Then/,
  ],
])('file_upload by %s takes what the task downloaded', async (_, target, seen, words) => {
  // The path is known only when it is there: Chrome numbers files of the same name.
  const [first] = await fetched();
  const path = downloaded.exec(first ?? '')?.[1] ?? '';
  await rm(path);
  const answers = await fetched({ name: 'file_upload', input: { target, paths: [path] } });
  await rm(path, { force: true });
  expect(answers[1]).toContain('file_upload ok');
  expect(answers[1]).toMatch(words);
  expect(answers[1]).toContain(seen.replace('report.csv', path.split('/').at(-1) ?? ''));
  expect(answers[1]).toContain('32 month,eur');
});

test('a file that the person attached is uploaded by its id, and what a page made up is not', async () => {
  const { session } = hands.world;
  const url = `${hands.site.origin}/files.html`;
  const target = ref('button', 'Photos');
  const prompt = script(
    [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, { name: 'read_page' }],
    [{ name: 'file_upload', input: { target, document_ids: ['file_1', 'file_2'] } }],
    [{ name: 'wait', input: { duration: 0 } }],
    [{ name: 'file_upload', input: { target, document_ids: ['file_3'] } }],
  );
  const attachments = ['first', 'second'].map((text) => ({
    name: `${text}.txt`,
    type: 'text/plain',
    data: btoa(`${text} file`),
  }));
  const reply = await session.send({ type: 'start-task', prompt, attachments });
  const answers = answersOf(await session.untilEnded(reply.ok ? (reply.taskId ?? '') : ''));
  expect(answers.slice(3, 5).join('\n')).toContain('many has first.txt 10 first fil, second.txt 11 second fi');
  expect(answers[5]).toContain('file_upload ERROR: No file is attached under "file_3"');
  const said = JSON.stringify(hands.world.standIn.requests.at(-1)?.messages[0]);
  expect(said).toMatch(/file_2: .{1,4}second\.txt.{1,4}, text\/plain, 11 bytes/);
  expect(await session.rows('artifacts')).toContainEqual(expect.objectContaining({ kind: 'attachment' }));
});

test('a PDF says that it is one', async () => {
  const [clicked] = await hands.play('files.html', click('link', 'A paper'));
  expect(clicked).toMatch(/left_click ERROR: Tab \d+ .* shows a PDF, .* go on in another tab/);
  const [gone] = await hands.play('files.html', { name: 'navigate', input: { url: `${hands.site.origin}/paper.pdf` } });
  expect(gone).toMatch(/navigate ERROR: Tab \d+ .* shows a PDF/);
});
