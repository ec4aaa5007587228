import type { CDPSession } from 'puppeteer';
import type { Approval } from '../../../src/store/approval';
import type { JournalEntry } from '../../../src/store/journal';
import { isEnded, type Task } from '../../../src/store/task';
import { type Hit, recordHits, takeHits } from './hits';
import type { World } from './world';

/** No host but this machine is known, at once: stored pages ask hundreds of others, and some networks are slow to say no. */
export const MONKEY_BROWSER = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'];

/** What a run of the monkey came to. Everything but the counts must be empty. */
export interface MonkeyFigures {
  actions: number;
  failed: number;
  /** How often calls failed, by the beginning of what they said. */
  reasons: Record<string, { times: number; first: string }>;
  /** Clicks on a ref whose press the page saw. */
  clicks: number;
  /** Presses that arrived at something else than the ref that was named. */
  wrong: string[];
  /** Calls that were begun and never answered. */
  unanswered: string[];
  /** Tasks that did not end well, and tabs that answered nothing any more. */
  wedged: string[];
  /** Exceptions in the worker that nobody caught. */
  rejections: string[];
  /** Tabs that came to the front. */
  fronts: string[];
  /** Calls that ran out of patience with their page: no fault by itself, but each should have a reason. */
  slow: string[];
}

const ACTIONS_OF_TASK = 12;
const TASK_MS = 120_000;
const SLOW_MS = 4000;
const CLICKS = new Set(['left_click', 'right_click', 'middle_click', 'double_click', 'triple_click']);

/**
 * Lets the monkey loose on pages, some actions on each, until it has done so many. Whatever it would send is denied.
 *
 * @param tell gets a line for each page
 */
export async function runMonkey(
  world: World,
  pages: readonly string[],
  given: { actions: number; seed: number },
  tell: (line: string) => void = () => undefined,
): Promise<MonkeyFigures> {
  const figures: MonkeyFigures = {
    actions: 0,
    failed: 0,
    reasons: {},
    clicks: 0,
    wrong: [],
    unanswered: [],
    wedged: [],
    rejections: [],
    fronts: [],
    slow: [],
  };
  const worker = await exceptionsOf(world, figures.rejections);
  await recordHits(world.own);
  for (let round = 0; figures.actions < given.actions; round++) {
    const url = pages[round % pages.length] ?? '';
    const seed = given.seed + round;
    const actions = Math.min(ACTIONS_OF_TASK, given.actions - figures.actions);
    const begun = performance.now();
    const id = await world.session.start(`MONKEY ${JSON.stringify({ url, actions, seed })}`);
    const name = `${url} seed ${seed}`;
    const task = await denyUntilEnded(world, id);
    if (task.state.status !== 'done') figures.wedged.push(`${name}: ${JSON.stringify(task.state)}`);
    for (const dead of await deadTabs(world, task)) figures.wedged.push(`${name}: tab ${dead} does not answer`);
    const hits = await takeHits(world.own);
    const fronts = await world.activations();
    if (fronts.length > figures.fronts.length)
      figures.fronts.push(...fronts.slice(figures.fronts.length).map((each) => `${name}: ${JSON.stringify(each)}`));
    judge(figures, name, await world.session.entries(id), hits);
    figures.actions += actions;
    await world.session.send({ type: 'delete-task', taskId: id });
    tell(`${figures.actions} ${Math.round(performance.now() - begun)} ms ${name}`);
  }
  await worker.detach().catch(() => undefined);
  return figures;
}

async function exceptionsOf({ chromium }: World, rejections: string[]): Promise<CDPSession> {
  const target = await chromium.browser.waitForTarget((each) => each.type() === 'service_worker');
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    rejections.push(`${text} ${exception?.description ?? ''}`),
  );
  await session.send('Runtime.enable');
  return session;
}

async function denyUntilEnded({ session }: World, id: string): Promise<Task> {
  const end = Date.now() + TASK_MS;
  for (;;) {
    const stops = ({ state }: Task) => isEnded(state) || (state.status === 'waiting' && state.on.for === 'approval');
    const task = await session.until(id, stops, 'the monkey', end - Date.now()).catch(() => undefined);
    if (!task) {
      const { state } = await session.task(id);
      await session.send({ type: 'stop-task', taskId: id });
      return { ...(await session.task(id)), state };
    }
    if (isEnded(task.state)) return task;
    const approvals = await session.rows<Approval>('approvals');
    for (const approval of approvals.filter(({ taskId, status }) => taskId === id && status === 'pending'))
      await session.send({ type: 'answer-approval', approvalId: approval.id, answer: 'deny', scope: 'once' });
  }
}

/** Tabs of a task whose page does not answer within ten seconds, or whose dialog stands open. */
async function deadTabs({ own }: World, { tabs }: Task): Promise<number[]> {
  const ids = tabs.map(({ tabId }) => tabId);
  return own.evaluate(async (tabIds) => {
    const late = () => new Promise<boolean>((resolve) => setTimeout(resolve, 10_000, false));
    const answers = (tabId: number) =>
      chrome.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: () => 1 + 1 }).then(
        () => true,
        // Chrome's own error pages and PDFs may not be entered, and say so.
        () => true,
      );
    const alive = await Promise.all(tabIds.map((tabId) => Promise.race([answers(tabId), late()])));
    return tabIds.filter((_, at) => !alive[at]);
  }, ids);
}

/** Holds each call against its answer, and each click on a ref against what the page saw. */
function judge(figures: MonkeyFigures, name: string, journal: readonly JournalEntry[], hits: readonly Hit[]): void {
  for (const { at: from, event } of journal) {
    if (event.type !== 'call_started') continue;
    const end = journal.find((entry) => entry.event.type === 'call_finished' && entry.event.callId === event.callId);
    const call = `${name}: ${event.tool} ${JSON.stringify(event.input)}`;
    if (end?.event.type !== 'call_finished') {
      figures.unanswered.push(call);
      continue;
    }
    const answer = end.event;
    if (answer.ms > SLOW_MS)
      figures.slow.push(`${answer.ms} ms ${call}: ${JSON.stringify(answer.parts).slice(0, 150)}`);
    if (answer.isError) {
      figures.failed++;
      const [part] = answer.parts;
      const reason = `${event.tool}: ${(part?.type === 'text' ? part.text : '').replace(/ref_\d+|\d+|"[^"]*"/g, '…').slice(0, 60)}`;
      const known = figures.reasons[reason];
      figures.reasons[reason] = { times: (known?.times ?? 0) + 1, first: known?.first ?? call };
    }
    const target = event.input.target as { ref?: string } | undefined;
    if (!CLICKS.has(event.tool) || !target?.ref) continue;
    const during = hits.filter(({ at }) => at >= from && at <= end.at);
    if (during.length > 0) figures.clicks++;
    for (const { refs, tag } of during)
      if (!refs.includes(target.ref))
        figures.wrong.push(`${call} hit ${tag} with ${refs.join(' ')}: ${JSON.stringify(answer.parts).slice(0, 200)}`);
  }
}
