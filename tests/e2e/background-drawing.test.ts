import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Artifact } from '../../src/store/artifact';
import type { JournalEntry } from '../../src/store/journal';
import { answerHtml, type Site, startSite } from '../sites/site';
import { answersOf, script, startWorld, type World } from './harness/world';

/** A page that changes all the time and counts its frames, and turns green when it is clicked. */
const PAGE = `<!doctype html><title>0</title><body style="background:#ff0000"><button style="position:absolute;left:0;top:0">Green</button>
<p id="n"></p><script>
let frames = 0; const begun = performance.now();
requestAnimationFrame(function frame() {
  n.textContent = frames++;
  if (performance.now() - begun > 2000 && document.title === '0') document.title = Math.round(frames / 2) + ' fps';
  requestAnimationFrame(frame);
});
document.querySelector('button').onclick = () => { document.body.style.background = '#00ff00'; };
</script>`;

let world: World;
let site: Site;

beforeAll(async () => {
  [world, site] = await Promise.all([
    startWorld(),
    startSite('none', ({ path }, response) => path === '/' && answerHtml(response, PAGE)),
  ]);
});
afterAll(async () => {
  await world?.close();
  await site?.close();
});

test('a background tab draws like one in front, also after its page changed', async () => {
  const open = [
    { name: 'new_tab' },
    { name: 'navigate', input: { url: site.origin } },
    { name: 'wait', input: { duration: 3 } },
  ];
  const id = await world.session.start(script(open));
  const answers = answersOf(await world.session.untilEnded(id));
  const fps = Number(/(\d+) fps/.exec(answers[2] ?? '')?.[1]);
  expect(fps).toBeGreaterThan(30);
  expect(await world.activations()).toEqual([]);
});

test('a screenshot shows the page after the action before it, not the frame before', async () => {
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: site.origin } }, { name: 'screenshot' }];
  const click = { name: 'left_click', input: { target: { type: 'coordinate', x: 20, y: 10 } } };
  const id = await world.session.start(script(open, [click, { name: 'screenshot' }]));
  await world.session.untilEnded(id);
  const pictures = (await world.session.journal(id)).flatMap(picturesOf);
  const artifacts = await world.session.rows<Artifact>('artifacts');
  const colours = await Promise.all(
    pictures.map((wanted) => colourOf(artifacts.find(({ id }) => id === wanted)?.data ?? '')),
  );
  expect(colours).toEqual(['red', 'green']);
});

function picturesOf(event: JournalEntry['event']): string[] {
  if (event.type !== 'call_finished') return [];
  return event.parts.flatMap((part) => (part.type === 'picture' ? [part.artifactId] : []));
}

/** Colour of the middle of a picture, decoded by the browser. */
async function colourOf(base64: string): Promise<string> {
  return world.own.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 0, green = 0] = context?.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data ?? [];
    return red > 200 && green < 60 ? 'red' : green > 200 && red < 60 ? 'green' : `rgb ${red} ${green}`;
  }, base64);
}
