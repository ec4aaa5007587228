import type { Backstop } from '../browser/backstop';
import { Barrier } from '../browser/barrier';
import type { DebuggerEvents } from '../browser/debugger-events';
import { Dialogs } from '../browser/dialogs';
import { isFromDyingWorker } from '../browser/dying-worker';
import { memberTools } from '../browser/member-schemas';
import { mendPages } from '../browser/mend-pages';
import { onDocument } from '../browser/own-document';
import { ChromeToolset } from '../browser/toolset';
import type { OffstageDatabase } from '../store/database';
import { readJournal } from '../store/journal-log';
import { readSettings } from '../store/settings';
import type { EndState } from '../store/task';
import { readTask, setTaskState } from '../store/task-table';
import { attachedFiles } from './attached-files';
import { BesidePerson } from './beside-person';
import type { CallQueue } from './call-queue';
import { serveCalls } from './client-session';
import { plainToolsEncoding } from './encoding-tools';
import { toolsetEncoding } from './encoding-toolset';
import { Gate } from './gate';
import type { HandOver } from './hand-over';
import { LivePicture } from './live-picture';
import { SiteGuard } from './site-guard';
import { pageOf, pictureOf, tabsOfTask } from './tabs-of-task';
import type { TaskContext } from './task-context';
import { TaskStopped } from './task-stopped';
import { runTurns } from './turn-loop';

/** Longest time that a stopped task waits for what is being decided, in milliseconds. */
const STOP_MS = 2000;

/** What a running task needs of the worker. */
export interface TaskWorld {
  db: OffstageDatabase;
  events: DebuggerEvents;
  backstop: Backstop;
}

/** What reaches into a running task from outside. */
export interface TaskHands {
  /** Stops the task; aborted with a TaskStopped. */
  abort: AbortController;
  /** Who has the tabs. */
  handOver: HandOver;
  /** Of the client that drives it, when no model does. */
  calls?: CallQueue | undefined;
}

/**
 * Runs one task from where its journal stands to its end, and resolves with the state it ended in. It never rejects:
 * what went wrong inside is a state too. Its tabs stay open and are let go of.
 */
export async function runTask(
  { db, events, backstop }: TaskWorld,
  taskId: string,
  { abort, handOver, calls }: TaskHands,
): Promise<EndState> {
  const { signal } = abort;
  const task = await readTask(db, taskId);
  if (!task) return { status: 'stopped', by: 'person' };
  const sites = new SiteGuard(backstop, taskId);
  const gate = new Gate({
    db,
    task,
    page: (tabId) => pageOf(tabs, tabId),
    takePicture: (tabId) => pictureOf(tabs, tabId),
    sites,
    carriesInto: (tabId) => barrier.watchAll(tabId),
  });
  const dialogs = new Dialogs();
  const beside = new BesidePerson(gate.requests, handOver, sites);
  const barrier = new Barrier(beside);
  const settings = await readSettings();
  let tabsWritten: Promise<unknown> = Promise.resolve();
  // Who hands a file over wants it uploaded.
  const members = { ...settings.members, ...(task.attachments.length > 0 ? { file_upload: true } : {}) };
  const written = (saved: Promise<unknown>) => {
    tabsWritten = saved;
  };
  const tabs = tabsOfTask(
    { db, events, barrier },
    task,
    { settings, sites, gate, abort, handOver, beside, written },
    async (session, life) => {
      await barrier.arm(session);
      await dialogs.watch(session, (kind, message) => gate.dialogOpened(session.tabId, kind, message), life);
      const shown = ({ url }: { url: string }, how: { restored: boolean }) => {
        // A blank page sends nothing by itself, and that of a new tab may come after it is told what is opened in it.
        if (url !== 'about:blank') gate.newDocument(session.tabId, how);
      };
      onDocument(session, shown, life);
    },
  );
  const toolset = new ChromeToolset({
    tabs,
    dialogs,
    hooks: gate,
    optional: members,
    files: attachedFiles(db, taskId),
    marks: settings.marks,
    signal,
  });
  const picture = new LivePicture(db, taskId, tabs);
  if (task.state.status === 'waiting' && task.state.on.for === 'late-send')
    gate.late.resume(
      task.tabs.map(({ tabId }) => tabId),
      task.state.on.until,
    );
  try {
    await setTaskState(db, taskId, { status: 'running' });
    gate.resume(await readJournal(db, taskId));
    await gate.refresh();
    gate.follow(signal);
    await handOver.watch((personDrives) =>
      Promise.all([
        tabs.leaveToPerson(personDrives),
        dialogs.leaveToPerson(personDrives),
        sites.leaveToPerson(personDrives),
      ]),
    );
    await tabs.restore();
    await sites.attached();
    // While a card is open the page is left as it was shown on it, and a tab that the person has is theirs.
    if (task.state.status === 'running' && !handOver.personDrives) await mendPages(tabs.all(), signal);
    signal.throwIfAborted();
    const context: TaskContext = {
      taskId,
      db,
      settings,
      tabs,
      toolset,
      gate,
      sites,
      picture,
      handOver,
      signal,
      settled: async () => {
        await barrier.idle();
        await tabsWritten;
      },
      client: task.client?.name,
      schema: task.schema,
    };
    if (calls) return await serveCalls(context, calls);
    return await runTurns(context, {
      toolset: toolsetEncoding(() => toolset.toJSON(), task.schema),
      tools: plainToolsEncoding(() => memberTools(members), task.schema),
    });
  } catch (error) {
    // The next worker goes on from the journal; a state that this one wrote would end the task.
    if (isFromDyingWorker(error)) await new Promise(() => undefined);
    const reason: unknown = signal.reason;
    if (reason instanceof TaskStopped) return { status: 'stopped', by: reason.by };
    return {
      status: 'failed',
      failure: { code: 'internal', detail: error instanceof Error ? error.message : String(error) },
    };
  } finally {
    // A stop does not wait long, but what was on its way is decided about: undecided, Chrome would send it.
    await (signal.aborted ? barrier.idle(STOP_MS) : Promise.all([picture.idle(), barrier.idle()]));
    // Closed before the debugger goes: what a page tries again afterwards must not go out by itself.
    await sites.ended(gate.refused(), gate.late.tabIds);
    await tabs.release();
  }
}
