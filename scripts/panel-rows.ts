import type { Browser } from 'puppeteer';
import type { Approval } from '../src/store/approval';
import type { Client } from '../src/store/client';
import type { Grant } from '../src/store/grant';
import type { JournalEvent } from '../src/store/journal';
import type { LoggedEffect } from '../src/store/logged-effect';
import type { Question } from '../src/store/question';
import type { Rule } from '../src/store/rule';
import type { Task, TaskState } from '../src/store/task';

/** Rows as the worker would have written them, for pictures of the panel. */
export interface Rows {
  tasks: Task[];
  journal: { taskId: string; seq: number; at: number; event: JournalEvent }[];
  approvals: Approval[];
  questions: Question[];
  grants: Grant[];
  rules: Rule[];
  effects: LoggedEffect[];
  clients: Client[];
  artifacts: { id: string; taskId: string; kind: string; mediaType: string; data: string; at: number }[];
}

/** When the pictures are taken. */
export const NOW = Date.now();
/** Where the mail page below draws its button. */
const SEND_BUTTON = { x: 642, y: 430, width: 88, height: 36 };

/** One step of each state. */
export const PLAN: Task['plan'] = [
  { id: '1', text: 'Open the inbox', status: 'done' },
  { id: '2', text: 'Read Ann’s mail', status: 'done' },
  { id: '3', text: 'Write the reply', status: 'doing' },
  { id: '4', text: 'Look for the older thread', status: 'dropped' },
  {
    id: '5',
    text: 'Send it',
    status: 'todo',
    commit: { kind: 'send', site: 'https://mail.example.com', recipient: 'ann@example.com' },
  },
];

/** A result with everything that Markdown brings. */
export const RESULT = `Three tents hold **two people** and cost less than 200 €. The *Alto 2* is the lightest.

| Tent | Weight | Price | Link |
|---|---:|---:|---|
| Alto 2 | 1.9 kg | 189.00 € | [shop](https://shop.example.com/alto-2) |
| Brio Duo | 2.4 kg | 149.50 € | [shop](https://shop.example.com/brio) |
| Campo | 3.1 kg | 99.00 € | [shop](https://shop.example.com/campo) |

## What to know

1. The price of the *Alto 2* holds until Sunday.
2. Shipping is free from 100 €:
   - two to four days
   - returns within 30 days

> “Campo” was sold out in green.

Prices as of today, from \`shop.example.com\`.`;

/** A task's row, with what a run of a minute and a half would have left. */
export function task(id: string, title: string, state: TaskState, more: Partial<Task> = {}): Task {
  return {
    id,
    title,
    prompt: title,
    state,
    status: state.status,
    createdAt: NOW - 102_000,
    updatedAt: NOW,
    plan: [],
    usage: { inputTokens: 4200, outputTokens: 1310, cacheReadTokens: 38_400, cacheWriteTokens: 5100 },
    turns: 6,
    model: 'claude-sonnet-5',
    standIn: false,
    attachments: [],
    namedFiles: [],
    tabs: [{ tabId: 1, url: 'https://mail.example.com/', title: 'Inbox', active: true, nextRef: 9 }],
    ...more,
  };
}

/** A task's journal: the four calls of a reply, as often as asked; each third click fails. */
export function journal(taskId: string, repeat = 1): Rows['journal'] {
  const call = (callId: string, tool: string, input: Record<string, unknown>, detail: object, isError = false) =>
    [
      { type: 'call_started', turn: 1, callId, tool, input },
      {
        type: 'call_finished',
        callId,
        isError,
        parts: [{ type: 'text', text: isError ? 'The button is covered by a dialog.' : 'Page: Inbox (12 lines)' }],
        detail,
        ms: 310,
      },
    ] satisfies JournalEvent[];
  const events: JournalEvent[] = Array.from({ length: repeat }, (_, at): JournalEvent[] => [
    ...call(
      `${at}a`,
      'navigate',
      { url: 'https://mail.example.com/' },
      { url: 'https://mail.example.com/', httpStatus: 200 },
    ),
    ...call(`${at}b`, 'read_page', { filter: 'all' }, { title: 'Lunch on Friday?' }),
    ...call(
      `${at}c`,
      'left_click',
      { target: { type: 'ref', ref: 'ref_4' } },
      { target: 'button "Reply"' },
      at % 3 === 1,
    ),
    ...call(`${at}d`, 'type', { text: 'Friday works. See you at noon at the usual place, I book a table.' }, {}),
  ]).flat();
  return events.map((event, seq) => ({ taskId, seq, at: NOW - 100_000 + seq * 900, event }));
}

/** A card that waits: by default a mail that would be sent. */
export function approval(id: string, taskId: string, effect: Partial<Approval['effect']> = {}): Approval {
  return {
    id,
    taskId,
    status: 'pending',
    askedAt: NOW,
    spent: false,
    effect: {
      kind: 'send',
      summary: { kind: 'send', site: 'mail.example.com', recipient: 'ann@example.com', what: 'Re: Lunch on Friday?' },
      rows: [
        { label: 'to', value: 'ann@example.com' },
        { label: 'subject', value: 'Re: Lunch on Friday?' },
        { label: 'text', value: 'Friday works. See you at noon at the usual place, I book a table.\n\nBest, Kim' },
      ],
      reasons: [{ source: 'request', code: 'path', detail: '/messages/send' }],
      method: 'POST',
      url: 'https://mail.example.com/messages/send',
      origin: 'https://mail.example.com',
      signature: 's',
      digest: 'd',
      like: { to: ['ann@example.com'], places: ['/messages/send'], amounts: [] },
      ...effect,
    },
    picture: { artifactId: `picture-${taskId}`, mark: SEND_BUTTON },
  };
}

/** A picture of a made-up mail page, base64 PNG, 1280×800. */
export async function pageOfMail(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(`<style>
    body { margin: 0; font: 15px sans-serif; color: #222 } nav { float: left; width: 300px; height: 800px; background: #eef1f6 }
    nav p, header, h2, textarea { margin: 0; padding: 14px 20px } header { background: #33415c; color: #fff }
    textarea { position: absolute; left: 330px; top: 180px; width: 860px; height: 220px; font: inherit }
    button { position: absolute; left: ${SEND_BUTTON.x}px; top: ${SEND_BUTTON.y}px; width: ${SEND_BUTTON.width}px;
      height: ${SEND_BUTTON.height}px; border: 0; border-radius: 6px; background: #2456c4; color: #fff; font: inherit }
    </style><header>mail.example.com</header><nav><p><b>Ann</b><br>Lunch on Friday?<p>Choir<br>New dates</nav>
    <h2>Re: Lunch on Friday?</h2><textarea>Friday works. See you at noon.</textarea><button>Send</button>`);
  const picture = await page.screenshot({ encoding: 'base64' });
  await page.close();
  return picture;
}
