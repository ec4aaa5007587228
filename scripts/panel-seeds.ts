import type { Browser, Page } from 'puppeteer';
import type { Approval } from '../src/store/approval';
import type { JournalEvent } from '../src/store/journal';
import type { Question } from '../src/store/question';
import type { Task, TaskState } from '../src/store/task';

/** Rows as the worker would have written them, for pictures of the panel. */
interface Rows {
  tasks: Task[];
  journal: { taskId: string; seq: number; at: number; event: JournalEvent }[];
  approvals: Approval[];
  questions: Question[];
  artifacts: { id: string; taskId: string; kind: string; mediaType: string; data: string; at: number }[];
}

/** Writes a state into the extension that `page` belongs to; `picture` is a base64 PNG for its screenshots. */
export type Seed = (page: Page, picture: string) => Promise<void>;

const NOW = Date.now();
/** Where the mail page below draws its button. */
const SEND_BUTTON = { x: 642, y: 430, width: 88, height: 36 };

const PLAN: Task['plan'] = [
  { id: '1', text: 'Open the inbox', status: 'done' },
  { id: '2', text: 'Read Ann’s mail', status: 'done' },
  { id: '3', text: 'Write the reply', status: 'doing' },
  { id: '4', text: 'Look for the older thread', status: 'dropped' },
  { id: '5', text: 'Send it', status: 'todo' },
];

const RESULT = `Three tents hold **two people** and cost less than 200 €. The *Alto 2* is the lightest.

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

function task(id: string, title: string, state: TaskState, more: Partial<Task> = {}): Task {
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
    tabs: [{ tabId: 1, url: 'https://mail.example.com/', title: 'Inbox', active: true, nextRef: 9 }],
    ...more,
  };
}

function journal(taskId: string, repeat = 1): Rows['journal'] {
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

function approval(id: string, taskId: string, effect: Partial<Approval['effect']> = {}): Approval {
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
      ...effect,
    },
    picture: { artifactId: `picture-${taskId}`, mark: SEND_BUTTON },
  };
}

const READY = { provider: { baseURL: 'http://127.0.0.1:9', apiKey: '', model: 'claude-sonnet-5' }, budget: {} };

function seed(
  view: object | undefined,
  rows: Partial<Omit<Rows, 'artifacts'>>,
  settings: object = READY,
  context?: object,
): Seed {
  return async (page, picture) => {
    const artifacts = (rows.tasks ?? []).flatMap((one) => [
      { id: `picture-${one.id}`, taskId: one.id, kind: 'screenshot', mediaType: 'image/png', data: picture, at: NOW },
    ]);
    const tables: Rows = { tasks: [], journal: [], approvals: [], questions: [], ...rows, artifacts };
    await page.evaluate(write, { tables, view, settings, context });
  };
}

/** What {@link write} puts into the extension. */
interface Given {
  tables: object;
  view: object | undefined;
  settings: object;
  context: object | undefined;
}

/** Runs in a page of the extension: replaces everything that it keeps. */
async function write(given: Given): Promise<void> {
  await chrome.storage.local.set({ settings: given.settings });
  await chrome.storage.session.clear();
  if (given.view) await chrome.storage.session.set({ 'panel-view': given.view });
  if (given.context) await chrome.storage.session.set({ 'panel-context': given.context });
  const open = indexedDB.open('offstage');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const names = Object.keys(given.tables);
  const change = db.transaction(names, 'readwrite');
  for (const [name, rows] of Object.entries(given.tables)) {
    change.objectStore(name).clear();
    for (const row of rows) change.objectStore(name).put(row);
  }
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  db.close();
}

const mail = (state: TaskState, more: Partial<Task> = {}) =>
  task('mail', 'Reply to Ann', state, { plan: PLAN, thumbnailId: 'picture-mail', ...more });
const atMail = { at: 'task', taskId: 'mail' };
const waiting = (approvalId: string): TaskState => ({ status: 'waiting', on: { for: 'approval', approvalId } });
const tents = task(
  'tents',
  'Compare three tents for two people under 200 euros in a table',
  { status: 'done', result: RESULT },
  {
    createdAt: NOW - 3_600_000,
    updatedAt: NOW - 3_250_000,
    turns: 31,
    tabs: [],
    standIn: true,
  },
);

/** The states that the pictures show. */
export const seeds = {
  nothing: seed(undefined, {}, {}),
  empty: seed({ at: 'new' }, {}),
  withPage: seed({ at: 'new' }, {}, READY, {
    url: 'https://shop.example.com/tents',
    title: 'Tents for two – Example Shop',
  }),
  running: seed(atMail, {
    tasks: [mail({ status: 'running' }), task('form', 'Fill in the travel form', { status: 'running' })],
    journal: journal('mail', 2),
  }),
  card: seed(atMail, { tasks: [mail(waiting('a'))], journal: journal('mail'), approvals: [approval('a', 'mail')] }),
  question: seed(atMail, {
    tasks: [
      mail({ status: 'waiting', on: { for: 'question', questionId: 'q' } }, { standIn: true, model: 'stand-in-1' }),
    ],
    journal: journal('mail'),
    questions: [
      {
        id: 'q',
        taskId: 'mail',
        text: 'Which Friday does Ann mean?',
        options: ['This week', 'Next week', 'Ask her first'],
        askedAt: NOW,
      },
    ],
  }),
  rateLimit: seed(atMail, {
    tasks: [mail({ status: 'waiting', on: { for: 'rate-limit', until: NOW + 90_000, attempt: 2 } })],
    journal: journal('mail'),
  }),
  failed: seed(atMail, {
    tasks: [mail({ status: 'failed', failure: { code: 'wrong-key', detail: 'invalid x-api-key' } })],
    journal: journal('mail'),
  }),
  long: seed({ at: 'task', taskId: 'tents' }, { tasks: [tents], journal: journal('tents', 14) }),
  history: seed(
    { at: 'history' },
    {
      tasks: [
        mail(waiting('a')),
        task('form', 'Fill in the travel form', { status: 'running' }, { thumbnailId: 'picture-form' }),
        tents,
        task(
          'hall',
          'Book the small hall for the 14th and tell the choir',
          { status: 'stopped', by: 'person' },
          { createdAt: NOW - 90_000_000 },
        ),
        task(
          'bill',
          'Find the last three phone bills',
          { status: 'failed', failure: { code: 'unreachable', detail: 'x' } },
          { createdAt: NOW - 190_000_000 },
        ),
      ],
      approvals: [approval('a', 'mail')],
    },
  ),
  inbox: seed(
    { at: 'inbox' },
    {
      tasks: [mail(waiting('a')), task('shoes', 'Order the running shoes again', waiting('b'))],
      approvals: [
        approval('a', 'mail'),
        approval('b', 'shoes', {
          kind: 'pay',
          summary: { kind: 'pay', site: 'shop.example.com', amount: '89.90 EUR', what: 'Trail 4, size 42' },
          rows: [
            { label: 'amount', value: '89.90 EUR' },
            { label: 'card number', value: '•••• 4242' },
          ],
          reasons: [{ source: 'request', code: 'graphql', detail: 'placeOrder' }],
        }),
      ],
      questions: [],
    },
  ),
};

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
