import { answerApproval, answerQuestion } from '../store/approval-table';
import { allowClient } from '../store/client-table';
import { Command, type CommandReply } from '../store/command';
import type { OffstageDatabase } from '../store/database';
import { EffectKind } from '../store/effect-kind';
import { clearEffects } from '../store/effect-log';
import { tickCommit } from '../store/grant-table';
import { importRules, putRule, removeRule } from '../store/rule-table';
import { Settings } from '../store/settings';
import { readTask } from '../store/task-table';
import { checkEndpoint } from './model-client';
import { diagnoseConnection, reachable, readModelFailure } from './model-failure';
import type { TabsPassed } from './running-tasks';
import { TaskRefused, type TaskRegistry } from './task-registry';

const CHECK_MS = 30_000;

/** The parts of chrome.tabs and chrome.windows that showing a tab needs. */
export interface TabShower {
  show(tabId: number): Promise<void>;
}

/** What commands act on. */
export interface CommandWorld {
  db: OffstageDatabase;
  tasks: TaskRegistry;
  tabs: TabShower;
  bridge: { connect(): void };
}

/**
 * Carries out a command of the panel or the options page. Never rejects: what went wrong is in the reply, with a code
 * that the panel words.
 */
export async function runCommand(message: unknown, { db, tasks, tabs, bridge }: CommandWorld): Promise<CommandReply> {
  const command = Command.safeParse(message);
  if (!command.success) return refused('internal', `not a command: ${command.error.issues[0]?.message ?? ''}`);
  try {
    return await carryOut(command.data, { db, tasks, tabs, bridge });
  } catch (error) {
    if (error instanceof TaskRefused) return refused(error.code, error.message);
    return refused('internal', error instanceof Error ? error.message : String(error));
  }
}

async function carryOut(command: Command, { db, tasks, tabs, bridge }: CommandWorld): Promise<CommandReply> {
  switch (command.type) {
    case 'start-task':
      return { ok: true, taskId: await tasks.start(command.prompt, command.context, { files: command.attachments }) };
    case 'say':
      await tasks.say(command.taskId, command.text);
      return { ok: true };
    case 'stop-task':
      await tasks.stop(command.taskId, 'person');
      return { ok: true };
    case 'stop-everything':
      await tasks.stopAll('person');
      return { ok: true };
    case 'delete-task':
      await tasks.delete(command.taskId);
      return { ok: true };
    case 'answer-approval': {
      const status = command.answer === 'approve' ? 'approved' : 'denied';
      const { scope, words, rule } = command;
      const approval = await db.approvals.get(command.approvalId);
      const first = await answerApproval(db, command.approvalId, { status, scope, ...(words ? { words } : {}) });
      if (!first || !approval) return refused('internal', 'this was answered before, or the task is gone');
      const { kind, url } = approval.effect;
      const known = EffectKind.safeParse(kind);
      if (rule && known.success) await putRule(db, { site: new URL(url).hostname, kind: known.data, answer: rule });
      return { ok: true };
    }
    case 'tick-commit': {
      const ticked = await tickCommit(db, command);
      return ticked ? { ok: true } : refused('plan-changed', 'the step says something else by now');
    }
    case 'put-rule':
      await putRule(db, command.rule);
      return { ok: true };
    case 'remove-rule':
      await removeRule(db, command.id);
      return { ok: true };
    case 'import-rules': {
      const imported = await importRules(db, command.text);
      return imported.ok ? { ok: true, count: imported.rules.length } : refused('bad-file', imported.problem);
    }
    case 'clear-effects':
      await clearEffects(db);
      return { ok: true };
    case 'answer-question':
      return (await answerQuestion(db, command.questionId, { answer: command.answer }))
        ? { ok: true }
        : refused('internal', 'this was answered before, or the task is gone');
    case 'show-tab': {
      const task = await readTask(db, command.taskId);
      const tab = task?.tabs.find(({ active }) => active) ?? task?.tabs[0];
      if (!tab) return refused('internal', 'the task has no tab');
      await tabs.show(tab.tabId);
      return { ok: true };
    }
    case 'take-over':
      return passed(await tasks.running.takeOver(command.taskId), 'you have the tabs of this task already');
    case 'hand-back':
      return passed(await tasks.running.handBack(command.taskId), 'the task has its tabs already');
    case 'allow-client':
      await allowClient(db, command.name, command.kind, command.allowed);
      return { ok: true };
    case 'connect-bridge':
      bridge.connect();
      return { ok: true };
    case 'check-endpoint':
      return checkProvider(command.provider);
  }
}

/** One real request to an endpoint, its failure in the same codes as a task's. */
async function checkProvider(given: { baseURL: string; apiKey: string; model: string }): Promise<CommandReply> {
  const provider = Settings.shape.provider.parse({ ...given, encoding: 'auto' });
  try {
    return { ok: true, model: await checkEndpoint(provider, AbortSignal.timeout(CHECK_MS)) };
  } catch (error) {
    const failure = readModelFailure(error, 'tools', provider.apiKey);
    if (failure.next === 'fail') return refused(failure.failure.code, failure.failure.detail);
    if (failure.next !== 'diagnose')
      return refused(failure.next === 'retry' ? failure.code : 'internal', failure.detail);
    const diagnosis = await diagnoseConnection(provider.baseURL, reachable, navigator.onLine);
    return diagnosis.next === 'fail'
      ? refused(diagnosis.failure.code, diagnosis.failure.detail)
      : refused('unreachable', new URL(provider.baseURL).host);
  }
}

function passed(tabs: TabsPassed, before: string): CommandReply {
  if (tabs === 'passed') return { ok: true };
  return refused('internal', tabs === 'passed before' ? before : 'the task does not run');
}

function refused(code: string, detail: string): CommandReply {
  return { ok: false, code, detail };
}
