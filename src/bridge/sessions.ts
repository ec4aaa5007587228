import { liveQuery } from 'dexie';
import { SessionOver } from '../agent/call-queue';
import type { TaskRegistry } from '../agent/task-registry';
import { Approval } from '../store/approval';
import { clientWorks } from '../store/client-table';
import type { OffstageDatabase } from '../store/database';
import { isEnded, type Task } from '../store/task';
import { nameFiles, openTasks, readTask } from '../store/task-table';
import type { MemberAnswer } from './answers';
import { BridgeFailure } from './bridge-failure';
import type { BridgeWords } from './bridge-words';
import type { CallContext, Caller } from './caller';
import { memberAnswer } from './member-answer';
import type { BridgeCall } from './protocol';

type MemberCall = Extract<BridgeCall, { method: 'member' }>;

/** A program that closed its connection has ended, unless it is back at once. */
const CLOSED_GRACE_MS = 2000;
/** One whose host or browser died looks for the next host by itself (native/client/bridge.ts). */
const LOST_GRACE_MS = 60_000;

/** The sessions of connected programs: whose they are, and how long they live. */
export class Sessions {
  readonly #db: OffstageDatabase;
  readonly #tasks: TaskRegistry;
  readonly #words: BridgeWords;
  /** Task by program and session name. The promise is shared by calls that come at the same time. */
  readonly #known = new Map<string, Promise<string>>();
  readonly #leaving = new Map<string, ReturnType<typeof setTimeout>>();
  /** Aborts when a program is given up for good. */
  readonly #lives = new Map<string, AbortController>();

  constructor({ db, tasks, words }: { db: OffstageDatabase; tasks: TaskRegistry; words: BridgeWords }) {
    this.#db = db;
    this.#tasks = tasks;
    this.#words = words;
  }

  /** Gives the sessions that a former worker left some time in which their programs may come back. Call it once. */
  async adopt(): Promise<void> {
    for (const { client } of await openTasks(this.#db))
      if (client?.session !== undefined && !this.#lives.has(client.instance)) this.went(client, 'lost');
  }

  came({ instance }: Caller): void {
    clearTimeout(this.#leaving.get(instance));
    this.#leaving.delete(instance);
    this.#lifeOf(instance);
  }

  went({ instance }: Caller, how: 'closed' | 'lost'): void {
    clearTimeout(this.#leaving.get(instance));
    const timer = setTimeout(() => void this.#giveUp(instance), how === 'closed' ? CLOSED_GRACE_MS : LOST_GRACE_MS);
    this.#leaving.set(instance, timer);
  }

  /**
   * Runs one member in a session of the caller's, which begins with its first call. Rejects with a BridgeFailure when
   * the person stopped the session.
   */
  async call({ member, input, session = '', files }: MemberCall, context: CallContext): Promise<MemberAnswer> {
    await clientWorks(this.#db, context.caller);
    const taskId = await this.#sessionOf(context.caller, session);
    if (files) await nameFiles(this.#db, taskId, files);
    const calls = this.#tasks.running.callsOf(taskId);
    if (!calls) throw new BridgeFailure('refused', 'This session has just ended. The next call begins a new one.');
    const signal = AbortSignal.any([context.signal, this.#lifeOf(context.caller.instance).signal]);
    const watched = new AbortController();
    this.#tellWaits(taskId, context, watched.signal);
    try {
      const call = { id: crypto.randomUUID(), tool: member, input, member: true };
      const outcome = await calls.run(call, signal);
      if (context.isOrphaned()) {
        const text = outcome.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
        calls.tell(`The earlier ${member}, whose answer was lost, ${outcome.isError ? 'failed' : 'ended'}: ${text}`);
      }
      return await memberAnswer(this.#db, outcome, context.isOrphaned() ? [] : calls.takeNotes());
    } catch (error) {
      if (error instanceof SessionOver) throw new BridgeFailure('refused', error.message);
      throw error;
    } finally {
      watched.abort();
    }
  }

  /** Ends a session and closes its tabs. One that there is not has ended. */
  async end({ instance }: Caller, name: string): Promise<void> {
    const task = await this.#newest(instance, name);
    this.#known.delete(keyOf(instance, name));
    if (task && !isEnded(task.state)) await this.#tasks.endSession(task.id);
  }

  async #sessionOf(caller: Caller, name: string): Promise<string> {
    const key = keyOf(caller.instance, name);
    const known = await this.#known.get(key);
    if (known !== undefined && this.#tasks.running.callsOf(known)) return known;
    if (known !== undefined) this.#known.delete(key);
    const found = this.#known.get(key) ?? this.#findOrOpen(caller, name);
    this.#known.set(key, found);
    found.catch(() => this.#known.delete(key));
    return found;
  }

  async #findOrOpen(caller: Caller, name: string): Promise<string> {
    const last = await this.#newest(caller.instance, name);
    if (last && !isEnded(last.state)) return last.id;
    if (last?.state.status === 'stopped' && last.state.by !== 'client')
      throw new BridgeFailure(
        'refused',
        'The person stopped this session in the browser. Do not go on unless they tell you to; a call with another `session` begins a new one.',
      );
    return this.#tasks.openSession({ ...caller, session: name });
  }

  async #newest(instance: string, name: string): Promise<Task | undefined> {
    const own = await this.#db.tasks
      .filter(({ client }) => client?.instance === instance && client.session === name)
      .sortBy('createdAt');
    const id = own.at(-1)?.id;
    return id === undefined ? undefined : readTask(this.#db, id);
  }

  /** Says to the client when its call, or the one before it, waits for the person. */
  #tellWaits(taskId: string, { progress }: CallContext, signal: AbortSignal): void {
    const asked = liveQuery(async () => {
      const task = await readTask(this.#db, taskId);
      if (task?.state.status !== 'waiting') return undefined;
      if (task.state.on.for !== 'approval') return this.#words.waiting(task);
      const approval = Approval.safeParse(await this.#db.approvals.get(task.state.on.approvalId));
      return `Waits for the person's approval: ${approval.success ? this.#words.approval(approval.data) : ''}`;
    });
    const subscription = asked.subscribe((words) => {
      if (words !== undefined) progress(words);
    });
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  }

  #lifeOf(instance: string): AbortController {
    const known = this.#lives.get(instance);
    if (known) return known;
    const life = new AbortController();
    this.#lives.set(instance, life);
    return life;
  }

  async #giveUp(instance: string): Promise<void> {
    this.#leaving.delete(instance);
    this.#lives.get(instance)?.abort();
    this.#lives.delete(instance);
    const own = (await openTasks(this.#db)).filter(
      ({ client }) => client?.instance === instance && client.session !== undefined,
    );
    for (const { id, client } of own) {
      this.#known.delete(keyOf(instance, client?.session ?? ''));
      await this.#tasks.endSession(id);
    }
  }
}

function keyOf(instance: string, name: string): string {
  return `${instance} ${name}`;
}
