import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { isEnded, type Task } from '../../src/store/task';
import { startChromium } from '../../tests/e2e/harness/chromium';
import { focusChanges, recordFocus } from '../../tests/e2e/harness/focus-log';
import { ExtensionSession } from '../../tests/e2e/harness/session';
import { startWebmail } from '../../tests/sites/webmail/server';
import { chooseProvider } from './provider';
import { Timeline } from './timeline';

const say = (line = '') => process.stdout.write(`${line}\n`);
const REPLY = 'Friday works. See you at half past twelve.';

const asked = process.argv.includes('--headless');
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const headless = asked || noDisplay;
if (noDisplay && !asked) say('There is no display here, so the browser runs without a window (as with --headless).');

const provider = await chooseProvider();
say(provider.label);
const mail = await startWebmail();
const chromium = await startChromium({ headless, args: ['--silent-debugger-extension-api', '--window-size=1280,860'] });
chromium.browser.once('disconnected', () => process.exit(0));

const panel = await chromium.openOwnPage('sidepanel.html');
const session = new ExtensionSession(panel);
await session.configure(provider.settings);
await panel.reload();
await panel.bringToFront();
await recordFocus(panel);

const prompt = `Read the newest mail at ${mail.origin}/ and reply to it: “${REPLY}”`;
say(`Task: ${prompt}`);
say();
const taskId = await startInPanel(prompt);
const task = await follow(taskId);
say();
say(task.state.status === 'done' ? task.state.result : `The task ended: ${JSON.stringify(task.state)}`);
say();
say(`Reached the webmail's server: ${mail.sent.length} message${mail.sent.length === 1 ? '' : 's'}.`);
for (const { to, subject, body } of mail.sent) say(`  to ${to}, “${subject}”: ${body}`);
say(`Tabs or windows that came to the front meanwhile: ${(await focusChanges(panel)).length}.`);
await finish(panel);

/** Types the task into the panel and starts it there, so that the panel shows it. Its words depend on the language. */
async function startInPanel(words: string): Promise<string> {
  await panel.locator('#composer-text').fill(words);
  await panel.locator('.composer button[type=submit]').click();
  await panel.waitForSelector('.task-head');
  const [started] = await session.rows<Task>('tasks');
  if (!started) throw new Error('The panel shows a task that is not in the store.');
  return started.id;
}

/** Prints the timeline as it grows, and answers the approval card where nobody can. */
async function follow(id: string): Promise<Task> {
  const timeline = new Timeline(say);
  const answered = new Set<string>();
  for (;;) {
    const now = await session.task(id);
    timeline.show(await session.entries(id));
    if (isEnded(now.state)) return now;
    if (now.state.status === 'waiting' && now.state.on.for === 'approval' && !answered.has(now.state.on.approvalId)) {
      answered.add(now.state.on.approvalId);
      await showCard(id);
    }
    await pause(100);
  }
}

async function showCard(id: string): Promise<void> {
  const { effect, id: approvalId } = await session.untilAsked(id);
  say();
  say(`  Needs you: ${effect.kind} at ${effect.summary.site}. Messages at the server so far: ${mail.sent.length}.`);
  for (const { label, value } of effect.rows) say(`    ${label.padEnd(12)} ${value}`);
  if (headless) {
    say('  Nobody can press a button here, so the demo approves: the webmail is its own.');
    await session.answer(approvalId, 'approve');
  } else {
    say('  Approve or deny it in the panel.');
  }
  say();
}

async function finish(page: Page): Promise<void> {
  if (headless) {
    chromium.browser.removeAllListeners('disconnected');
    await chromium.close();
    await Promise.all([mail.close(), provider.close()]);
    process.exit(mail.sent.length === 1 ? 0 : 1);
  }
  say('The browser stays open: look around, give it another task, and close the window when you are done.');
  await page.bringToFront();
}
