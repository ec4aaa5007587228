import type { Page } from 'puppeteer';
import type { Approval } from '../../../src/store/approval';
import type { Command, CommandReply } from '../../../src/store/command';
import type { JournalEntry } from '../../../src/store/journal';
import type { Settings } from '../../../src/store/settings';
import type { Task } from '../../../src/store/task';

/**
 * Speaks to the extension as its panel does: commands to the worker, everything else read from the database. Runs in
 * one of the extension's own pages, so it works whether the panel is open or not.
 */
export class ExtensionSession {
  readonly #page: Page;

  constructor(ownPage: Page) {
    this.#page = ownPage;
  }

  async configure(
    provider: Partial<Settings['provider']> & { baseURL: string },
    budget: Partial<Settings['budget']> = {},
  ): Promise<void> {
    await this.#page.evaluate((settings) => chrome.storage.local.set({ settings }), {
      provider: { apiKey: 'stand-in', model: 'stand-in-1', encoding: 'auto', ...provider },
      autonomy: 'auto',
      budget,
    });
  }

  async send(command: Command): Promise<CommandReply> {
    return this.#page.evaluate((message) => chrome.runtime.sendMessage(message), command);
  }

  async start(prompt: string): Promise<string> {
    const reply = await this.send({ type: 'start-task', prompt });
    if (!reply.ok || !reply.taskId) throw new Error(`the task did not start: ${JSON.stringify(reply)}`);
    return reply.taskId;
  }

  async rows<T>(
    table:
      | 'tasks'
      | 'journal'
      | 'approvals'
      | 'questions'
      | 'artifacts'
      | 'encodings'
      | 'clients'
      | 'rules'
      | 'effects'
      | 'grants',
  ): Promise<T[]> {
    return this.#page.evaluate(
      (name) =>
        new Promise((resolve, reject) => {
          const open = indexedDB.open('offstage');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const db = open.result;
            const all = db.transaction(name).objectStore(name).getAll();
            all.onerror = () => reject(all.error);
            all.onsuccess = () => {
              db.close();
              resolve(all.result);
            };
          };
        }),
      table,
    ) as Promise<T[]>;
  }

  async task(id: string): Promise<Task> {
    const task = (await this.rows<Task>('tasks')).find((row) => row.id === id);
    if (!task) throw new Error(`there is no task ${id}`);
    return task;
  }

  /** The journal of one task, in order. */
  async entries(id: string): Promise<JournalEntry[]> {
    const rows = await this.rows<JournalEntry>('journal');
    return rows.filter(({ taskId }) => taskId === id).sort((a, b) => a.seq - b.seq);
  }

  /** The events of one task's journal, in order. */
  async journal(id: string): Promise<JournalEntry['event'][]> {
    return (await this.entries(id)).map(({ event }) => event);
  }

  /** Waits until a task satisfies a condition; the error of a timeout shows what it was doing. */
  async until(
    id: string,
    ready: (task: Task) => boolean | Promise<boolean>,
    what: string,
    timeoutMs = 30_000,
  ): Promise<Task> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const task = await this.task(id);
      if (await ready(task)) return task;
      if (Date.now() > end) {
        const journal = (await this.journal(id)).slice(-8).map((event) => JSON.stringify(event).slice(0, 600));
        const asked = (await this.rows<Approval>('approvals')).filter(({ taskId }) => taskId === id);
        const cards = asked.map(({ status, effect }) => `card: ${status} ${JSON.stringify(effect).slice(0, 300)}`);
        throw new Error(
          `${what}: not within ${timeoutMs} ms. It is ${JSON.stringify(task.state)}\n${[...journal, ...cards].join('\n')}`,
        );
      }
      await this.#tick();
    }
  }

  async untilEnded(id: string, timeoutMs?: number): Promise<Task> {
    return this.until(id, ({ status }) => ['done', 'failed', 'stopped'].includes(status), 'the task ended', timeoutMs);
  }

  /** Waits until a call of a tool has begun. */
  async untilStarted(id: string, tool: string): Promise<void> {
    for (let begun = false; !begun; ) {
      const task = await this.task(id);
      begun = (await this.journal(id)).some((event) => event.type === 'call_started' && event.tool === tool);
      if (!begun && ['done', 'failed', 'stopped'].includes(task.status))
        throw new Error(`the task ended without ${tool}: ${JSON.stringify(task.state)}`);
      await this.#tick();
    }
  }

  /** Waits for the approval card of a task. */
  async untilAsked(id: string): Promise<Approval> {
    let pending: Approval | undefined;
    const asked = async ({ state }: Task) => {
      // Just after an answer the task may still say that it waits for that.
      pending = state.status === 'waiting' && state.on.for === 'approval' ? await this.pendingOf(id) : undefined;
      return pending !== undefined || state.status === 'failed' || state.status === 'done';
    };
    await this.until(id, asked, 'the task asked for an approval');
    if (!pending) throw new Error(`nothing waits: ${JSON.stringify((await this.task(id)).state)}`);
    return pending;
  }

  /** The approval that a task waits for; undefined when there is none. */
  async pendingOf(id: string): Promise<Approval | undefined> {
    return (await this.rows<Approval>('approvals')).find(({ taskId, status }) => taskId === id && status === 'pending');
  }

  async answer(
    approvalId: string,
    answer: 'approve' | 'deny',
    words?: string,
    more: { scope?: Approval['scope']; rule?: 'allow' | 'never' } = {},
  ): Promise<void> {
    const reply = await this.send({
      type: 'answer-approval',
      approvalId,
      answer,
      scope: 'once',
      ...(words === undefined ? {} : { words }),
      ...more,
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }

  /** One turn of the page's event loop: the database is looked at again after it. */
  async #tick(): Promise<void> {
    await this.#page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}
