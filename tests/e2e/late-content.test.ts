import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerHtml, answerJson, type Site, startSite } from '../sites/site';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let site: Site;
const PAGE = `<!doctype html><title>Late</title><ul></ul><script type="module">
const names = await (await fetch('/names')).json();
document.querySelector('ul').innerHTML = names.map((name) => '<li><button>' + name + '</button></li>').join('');
</script>`;

beforeAll(async () => {
  [world, site] = await Promise.all([
    startWorld(),
    startSite('none', async ({ path }, response) => {
      if (path === '/') return answerHtml(response, PAGE);
      if (path !== '/names') return false;
      // A server takes its time: this is what is waited for.
      await new Promise((resolve) => setTimeout(resolve, 600));
      return answerJson(response, ['Ann', 'Bob']);
    }),
  ]);
});
afterAll(async () => {
  await world?.close();
  await site?.close();
});

test('a page that fetches what it shows is read with it', async () => {
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: site.origin } }, { name: 'read_page' }];
  const answers = answersOf(await world.session.untilEnded(await world.session.start(script(open))));
  expect(answers[2]).toContain('button "Ann" [ref_1]\nbutton "Bob" [ref_2]');
});
