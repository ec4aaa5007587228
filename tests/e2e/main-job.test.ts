import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../model/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type RunningBrowser, startChromium } from './harness/chromium';
import { focusChanges, recordFocus } from './harness/focus-log';
import { ExtensionSession } from './harness/session';

let chromium: RunningBrowser;
let standIn: StandIn;
let mail: Webmail;

beforeAll(async () => {
  [chromium, standIn, mail] = await Promise.all([startChromium(), startStandIn(), startWebmail()]);
});

afterAll(async () => {
  await chromium?.close();
  await Promise.all([standIn?.close(), mail?.close()]);
});

test('approved: the reply is sent once, from a background tab', async () => {
  const own = await chromium.openOwnPage('reader-blank.html').catch(() => chromium.openOwnPage('sidepanel.html'));
  const person = await chromium.browser.newPage();
  await person.goto('data:text/html,<title>The person’s own tab</title>');
  await person.bringToFront();
  const session = new ExtensionSession(own);
  await session.configure({ baseURL: standIn.baseURL });
  await recordFocus(own);
  const id = await session.start(
    `Read the newest mail at ${mail.origin}/ and reply to it: “Friday works. See you at half past twelve.”`,
  );
  const approval = await session.untilAsked(id);
  expect(mail.sent).toEqual([]);
  expect(approval.effect).toMatchObject({ kind: 'send', method: 'POST', summary: { recipient: 'ann@example.com' } });
  await session.answer(approval.id, 'approve');
  const task = await session.untilEnded(id);
  expect(task.state).toMatchObject({ status: 'done' });
  expect(mail.sent).toEqual([
    {
      to: 'ann@example.com',
      subject: 'Re: Lunch on Friday?',
      body: 'Friday works. See you at half past twelve.',
      inReplyTo: 'm3',
    },
  ]);
  expect(await focusChanges(own)).toEqual([]);
  expect(standIn.refusals).toEqual([]);
});
