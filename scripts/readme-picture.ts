import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../tests/e2e/harness/chromium';
import { ExtensionSession } from '../tests/e2e/harness/session';
import { startStandIn } from '../tests/model/server';
import { startWebmail } from '../tests/sites/webmail/server';

/**
 * Takes the README's pictures from a real task at work: `npx wxt build && npx tsx scripts/readme-picture.ts`. The
 * webmail and the model are those of the tests, on fixed ports so that the pictures change only when the panel does.
 */
const OUT = join(dirname(fileURLToPath(import.meta.url)), '../docs/pictures');

await mkdir(OUT, { recursive: true });
const [chromium, standIn, mail] = await Promise.all([
  startChromium({ args: ['--window-size=1280,860'] }),
  startStandIn({ port: 4180 }),
  startWebmail(4181),
]);
try {
  const panel = await chromium.openOwnPage('sidepanel.html');
  const session = new ExtensionSession(panel);
  await session.configure({ baseURL: standIn.baseURL });
  await panel.bringToFront();
  await panel.setViewport({ width: 400, height: 1040, deviceScaleFactor: 2 });
  await panel.reload();
  const prompt = `Read the newest mail at ${mail.origin}/ and reply to it: “Friday works. See you at half past twelve.”`;
  await panel.locator('::-p-aria([name="Task"][role="textbox"])').fill(prompt);
  await panel.locator('::-p-aria([name="Start"][role="button"])').click();
  await panel.locator('::-p-aria([name="Approve: Send it"][role="button"])').wait();
  // The panel has followed its end, and the card's buttons take clicks.
  await panel.waitForFunction(() => {
    const card = document.querySelector('section[aria-label="Needs you"]');
    const buttons = [...(card?.querySelectorAll('button') ?? [])];
    return card && card.getBoundingClientRect().bottom <= innerHeight && buttons.every(({ disabled }) => !disabled);
  });
  // The last picture of the tab follows the step that it shows.
  await panel.waitForFunction(() =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  );
  await panel.screenshot({ path: join(OUT, 'panel.png') });
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await panel.screenshot({ path: join(OUT, 'panel-dark.png') });
} finally {
  await chromium.close();
  await Promise.all([standIn.close(), mail.close()]);
}
