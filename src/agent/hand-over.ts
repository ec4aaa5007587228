import { InTurn } from '../browser/in-turn';
import { unless } from '../browser/wait';
import type { OffstageDatabase } from '../store/database';
import { appendEvent, readJournal } from '../store/journal-log';
import type { TaskState } from '../store/task';
import { moveTask } from '../store/task-table';

/** The person took the tabs while something was under way. */
class PersonTook extends Error {
  override name = 'PersonTook';
}

const TOLD =
  'The person took the tabs of this task meanwhile and has given them back: the pages may have changed. Look again before you act.';

/**
 * Who has the tabs of one task: the agent, or the person. The person goes first: as soon as they touch a tab the call
 * that runs is broken off, and nothing more is done until they hand back. The journal says who has them, so a worker
 * that starts again knows.
 */
export class HandOver {
  readonly #db: OffstageDatabase;
  readonly #taskId: string;
  /** The task's tabs as they are now. */
  tabIds: readonly number[] = [];
  #personDrives = false;
  /** True until the model knows that the person had the tabs since it last looked. */
  #untold = false;
  #taken = new AbortController();
  /** Of the time in which the person has the tabs now, or had them last. */
  #back = Promise.resolve();
  #giveBack: () => void = () => undefined;
  /** What each change brings about is done before the next one is: two can come within a millisecond. */
  readonly #changes = new InTurn();
  #watching: () => void = () => undefined;
  /** Resolves when it is known who has the tabs. */
  readonly known = new Promise<void>((resolve) => {
    this.#watching = resolve;
  });
  #apply: (personDrives: boolean) => Promise<unknown> = async () => undefined;

  constructor(db: OffstageDatabase, taskId: string) {
    this.#db = db;
    this.#taskId = taskId;
  }

  get personDrives(): boolean {
    return this.#personDrives;
  }

  /** Aborts with a PersonTook when the person takes the tabs; a new one after they gave them back. */
  get taken(): AbortSignal {
    return this.#taken.signal;
  }

  /** True when the person had the tabs since the model last looked. */
  get untold(): boolean {
    return this.#untold;
  }

  /** Reads who has the tabs from the journal. `apply` is called now and at each change. */
  async watch(apply: (personDrives: boolean) => Promise<unknown>): Promise<void> {
    this.#apply = apply;
    const events = (await readJournal(this.#db, this.#taskId)).map(({ event }) => event.type);
    const took = events.lastIndexOf('person_took');
    this.#untold = took > events.lastIndexOf('turn_started');
    if (took > events.lastIndexOf('person_gave_back')) {
      this.#take();
      await this.#changes.do(async () => {
        await this.#show();
        await apply(true);
      });
    }
    this.#watching();
  }

  /** The person took the tabs. Resolves false when they had them already. */
  async took(how: 'touch' | 'command'): Promise<boolean> {
    if (this.#personDrives) return false;
    // At once, before anything is waited for: what runs stops here.
    this.#take();
    await this.#changes.do(async () => {
      await appendEvent(this.#db, this.#taskId, { type: 'person_took', how });
      await this.#show();
      await this.#apply(true);
    });
    return true;
  }

  /** The person gave them back. Resolves false when the agent has them. */
  async gaveBack(): Promise<boolean> {
    let given = false;
    await this.#changes.do(async () => {
      if (!this.#personDrives) return;
      given = true;
      const giveBack = this.#giveBack;
      this.#personDrives = false;
      this.#taken = new AbortController();
      await this.#apply(false);
      await appendEvent(this.#db, this.#taskId, { type: 'person_gave_back' });
      await moveTask(this.#db, this.#taskId, isWithPerson, { status: 'running' });
      giveBack();
    });
    return given;
  }

  /** Resolves when the agent has the tabs. Rejects with the signal's reason when it aborts. */
  async free(signal: AbortSignal): Promise<void> {
    await unless(signal, this.#changes.idle);
    while (this.#personDrives) {
      await unless(
        signal,
        this.#changes.do(() => this.#show()),
      );
      await unless(signal, this.#back);
      await unless(signal, this.#changes.idle);
    }
  }

  /** The model knows now. */
  told(): void {
    this.#untold = false;
  }

  /**
   * Before the model's next turn: waits for the tabs. Resolves true when something was written for the model to read.
   */
  async tellModel(signal: AbortSignal): Promise<boolean> {
    await this.free(signal);
    if (!this.#untold) return false;
    this.#untold = false;
    await appendEvent(this.#db, this.#taskId, { type: 'harness_said', text: TOLD });
    return true;
  }

  #take(): void {
    this.#personDrives = true;
    this.#untold = true;
    this.#back = new Promise((resolve) => {
      this.#giveBack = resolve;
    });
    this.#taken.abort(new PersonTook());
  }

  /** What else the task waits for is shown until it came: a card can be answered with the tabs in hand. */
  async #show(): Promise<void> {
    if (!this.#personDrives) return;
    const state: TaskState = { status: 'waiting', on: { for: 'person' } };
    await moveTask(this.#db, this.#taskId, ({ status }) => status === 'running', state);
  }
}

function isWithPerson(state: TaskState): boolean {
  return state.status === 'waiting' && state.on.for === 'person';
}
