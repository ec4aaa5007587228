import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Approval } from '../../src/store/approval';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type Agent, type Install, startInstall } from './harness/bridged';
import { writtenReply } from './harness/mail-by-hand';
import type { World } from './harness/world';

let install: Install;
let world: World;
let mail: Webmail;
let agent: Agent;
let options: Page;

beforeAll(async () => {
  [install, mail] = await Promise.all([startInstall(), startWebmail()]);
  ({ world } = await install.browser());
  agent = await install.agent({ name: 'Trusted Agent', args: ['--patience', '600'] });
  options = await world.chromium.openOwnPage('options.html');
});
afterAll(async () => {
  await install?.close();
  await mail?.close();
});
beforeEach(() => {
  mail.sent.length = 0;
});

async function asked(): Promise<Approval> {
  const pending = async () =>
    (await world.session.rows<Approval>('approvals')).find(({ status }) => status === 'pending');
  await expect.poll(pending, { timeout: 20_000 }).toBeDefined();
  const approval = await pending();
  if (!approval) throw new Error('nothing waits');
  return approval;
}

/** Ticks or clears a box of a program, as a person does. */
async function tick(program: string, kind: string, on: boolean): Promise<void> {
  const box = await options.waitForSelector(
    `::-p-xpath(//section[@aria-label="${program}"]//label[contains(., "${kind}")]/input)`,
  );
  await box?.evaluate((input) => input instanceof HTMLInputElement && input.click());
  const allowed = async () =>
    (await world.session.rows<{ name: string; allowed: string[] }>('clients')).find(({ name }) => name === program)
      ?.allowed;
  await expect.poll(async () => (await allowed())?.includes('send')).toBe(on);
}

test('the settings say that the bridge is connected, and that no program has used it', async () => {
  await options.waitForSelector('::-p-text(Connected. Bridge)');
  await options.waitForSelector('::-p-text(No program has used it yet.)');
});

test('the card names the program that asks', async () => {
  const call = agent.call('browser_left_click', await writtenReply(agent, mail.origin, { session: 'asks' }));
  const approval = await asked();
  expect(approval.client).toBe('Trusted Agent');
  const panel = await world.chromium.openOwnPage('sidepanel.html');
  await panel.waitForSelector('::-p-text(Trusted Agent asked for this.)');
  await panel.close();
  await world.session.answer(approval.id, 'deny');
  await call;
});

test('what a person lets one program do passes unasked for it alone, until they take it back', async () => {
  const other = await install.agent({ name: 'Other Agent', args: ['--patience', '600'] });
  await tick('Trusted Agent', 'Send messages', true);
  const first = await agent.call(
    'browser_left_click',
    await writtenReply(agent, mail.origin, { session: 'granted', words: 'Unasked.' }),
  );
  expect(first.isError ?? false).toBe(false);
  expect(mail.sent.map(({ body }) => body)).toEqual(['Unasked.']);

  // Another program asks as before.
  const theirs = other.call('browser_left_click', await writtenReply(other, mail.origin));
  const approval = await asked();
  expect(approval.client).toBe('Other Agent');
  await world.session.answer(approval.id, 'deny');
  expect((await theirs).isError).toBe(true);

  // A session that is open already asks again as soon as it is taken back.
  const send = await writtenReply(agent, mail.origin, { session: 'granted' });
  await tick('Trusted Agent', 'Send messages', false);
  const again = agent.call('browser_left_click', send);
  await world.session.answer((await asked()).id, 'deny');
  expect((await again).isError).toBe(true);
  expect(mail.sent).toHaveLength(1);
  await other.close();
});

test('the settings list what each program did', async () => {
  const details = await options.waitForSelector('section[aria-label="Trusted Agent"] summary');
  await details?.evaluate((summary) => summary instanceof HTMLElement && summary.click());
  await options.waitForSelector('::-p-text(you denied 1)');
  const list = await options.$eval('section[aria-label="Trusted Agent"] .did', (did) => did.textContent ?? '');
  expect(list).toContain('Trusted Agent: granted');
  expect(list).toMatch(/\d+ steps/);
});
