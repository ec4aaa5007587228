import type { Page } from 'puppeteer';
import type { Commit } from '../src/store/commit';
import type { LoggedEffect } from '../src/store/logged-effect';
import type { Task, TaskState } from '../src/store/task';
import { approval, journal, NOW, PLAN, RESULT, type Rows, task } from './panel-rows';

/** Writes a state into the extension that `page` belongs to; `picture` is a base64 PNG for its screenshots. */
export type Seed = (page: Page, picture: string) => Promise<void>;

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
    const none = {
      tasks: [],
      journal: [],
      approvals: [],
      questions: [],
      grants: [],
      rules: [],
      effects: [],
      clients: [],
    };
    const tables: Rows = { ...none, ...rows, artifacts };
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

const PAY: Commit = { kind: 'pay', site: 'https://shop.example.com', amount: { value: 20, currency: 'EUR' } };
const AGREED: Task['plan'] = [
  { id: '1', text: 'Find the place that Ann means', status: 'doing' },
  { id: '2', text: 'Order the voucher', status: 'todo', commit: PAY },
  {
    id: '3',
    text: 'Tell the restaurant',
    status: 'todo',
    commit: { kind: 'send', site: 'https://mail.example.com', recipient: 'table@noodles.example' },
    fromPage: true,
  },
];

const effect = (id: number, more: Partial<LoggedEffect>): LoggedEffect => ({
  id,
  at: NOW - id * 400_000,
  taskId: 'mail',
  taskTitle: 'Reply to Ann',
  verdict: 'pass',
  kind: 'draft',
  method: 'PUT',
  site: 'mail.example.com',
  path: '/api/drafts/:id',
  reasons: [{ source: 'request', code: 'path', detail: '/api/drafts/:id' }],
  ...more,
});
const LOG: LoggedEffect[] = [
  effect(4, {}),
  effect(3, {
    verdict: 'ask',
    answer: 'denied',
    kind: 'leave',
    method: 'GET',
    site: 'maps.example.org',
    path: '/search',
    reasons: [{ source: 'origin', code: 'carried', detail: 'mail.example.com' }],
  }),
  effect(2, {
    verdict: 'ask',
    answer: 'approved',
    kind: 'send',
    method: 'POST',
    path: '/messages/send',
    reasons: [{ source: 'request', code: 'path', detail: '/messages/send' }],
  }),
  effect(1, {
    verdict: 'never',
    kind: 'send',
    method: 'POST',
    reasons: [{ source: 'token', code: 'double', detail: '' }],
  }),
];

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
  leaving: seed(atMail, {
    tasks: [mail(waiting('a'), { plan: AGREED })],
    journal: journal('mail'),
    grants: [{ id: 'g', taskId: 'mail', stepId: '2', text: '', commit: PAY, status: 'ticked', at: NOW }],
    approvals: [
      approval('a', 'mail', {
        kind: 'leave',
        summary: { kind: 'leave', site: 'maps.example.org' },
        rows: [{ label: 'q', value: 'Noodle place, Station Street 4' }],
        reasons: [
          { source: 'origin', code: 'carried', detail: 'mail.example.com' },
          { source: 'request', code: 'method', detail: 'GET' },
        ],
        method: 'GET',
        url: 'https://maps.example.org/search?q=Noodle+place',
      }),
    ],
  }),
  rulesAndLog: seed(undefined, {
    clients: [
      {
        name: 'Claude Code',
        version: '2.3.0',
        firstSeenAt: NOW - 90_000_000,
        lastSeenAt: NOW - 400_000,
        allowed: ['send'],
      },
    ],
    rules: [
      { id: '1', site: 'mail.example.com', kind: 'send', answer: 'allow', at: NOW },
      { id: '2', site: 'bank.example.com', kind: 'pay', answer: 'never', at: NOW },
    ],
    effects: LOG,
  }),
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
