import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { isEnded } from '../../../src/store/task';
import type { Vectors } from '../../sites/vectors/server';
import { pressCancel } from './infobar';
import { ExtensionSession } from './session';
import { script, type World } from './world';

/** A task whose page sent in every way, and every kind of commit; its card waits, and nothing has arrived. */
export interface Staged {
  world: World;
  site: Vectors;
  taskId: string;
  approvalId: string;
  page: Page;
}

/** One way in which it ends. Nothing of what the page sent may reach the server, at that moment or later. */
export interface Death {
  name: string;
  /** Needs a window with its bars, on the display of this name. */
  windowed?: true;
  /** The page stays where it is: it does not submit a form of its own beside all the rest. */
  stays?: true;
  /** Brings it about and resolves when nothing more can come. Throws when it did not come about. */
  happen(staged: Staged, display: string): Promise<void>;
}

/** Has the agent press `everything`, and waits for the card. */
export async function stage(world: World, site: Vectors, query = '?sw&leave'): Promise<Staged> {
  const { session, chromium } = world;
  const taskId = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/${query}` } }],
      [{ name: 'read_page', input: { filter: 'all' }, until: 'button "everything"' }],
      [{ name: 'left_click', input: { target: { type: 'ref', ref: '$ref(button, everything)' } } }],
    ),
  );
  const approval = await session.untilAsked(taskId);
  const pages = await chromium.browser.pages();
  // One of the vectors is a link to a place in the page.
  const page = pages.find((each) => each.url().split('#')[0] === `${site.origin}/${query}`);
  assert.ok(page, `the page of the task is not there, but ${pages.map((each) => each.url()).join(' ')}`);
  return { world, site, taskId, approvalId: approval.id, page };
}

/**
 * Resolves once something that the page sends now, and may send, was answered: what it sent before is through by then.
 * While a worker takes over, the page is offline for a moment.
 */
export async function overtaken(page: Page): Promise<void> {
  const get = () =>
    fetch('/left.html', { cache: 'no-store' }).then(
      (answer) => answer.status,
      () => 0,
    );
  const end = Date.now() + 30_000;
  while ((await page.evaluate(get)) !== 200) assert.ok(Date.now() < end, 'the page did not come online within 30 s');
}

/** The worker is started anew by a message; the same card must be there. */
async function nextWorker({ world, taskId, approvalId }: Staged): Promise<void> {
  await world.session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  assert.equal((await world.session.untilAsked(taskId)).id, approvalId);
}

async function deny({ taskId, approvalId, page }: Staged, session: ExtensionSession): Promise<void> {
  await session.answer(approvalId, 'deny');
  // What the page sent while nobody was there is asked about by whoever comes next: that is denied too.
  for (;;) {
    const task = await session.until(
      taskId,
      ({ state }) => isEnded(state) || (state.status === 'waiting' && state.on.for === 'approval'),
      'the task ended or asked once more',
    );
    if (isEnded(task.state)) break;
    const more = await session.pendingOf(taskId);
    if (more) await session.answer(more.id, 'deny');
  }
  await overtaken(page);
}

export const DEATHS: readonly Death[] = [
  {
    name: 'asked, and nobody answers',
    happen: ({ page }) => overtaken(page),
  },
  {
    name: 'denied, and the tab is closed when the task has ended',
    async happen(staged) {
      await deny(staged, staged.world.session);
      await staged.page.close({ runBeforeUnload: true });
      await staged.site.quiet();
    },
  },
  {
    name: 'the worker is killed',
    async happen(staged) {
      await staged.world.chromium.killWorker();
      await nextWorker(staged);
      await overtaken(staged.page);
      await deny(staged, staged.world.session);
    },
  },
  {
    name: 'the worker is killed, the page sends all once more, and the next worker takes over and lets go',
    // What it begins in the moment in which a worker takes over, offline, may end in an error page: docs/design.md.
    stays: true,
    async happen(staged) {
      await staged.world.chromium.killWorker();
      await staged.page.evaluate(() => {
        for (const button of document.querySelectorAll('button'))
          if (button.textContent === 'everything') button.click();
      });
      await nextWorker(staged);
      await deny(staged, staged.world.session);
    },
  },
  {
    name: 'the extension is reloaded',
    async happen(staged) {
      const { world, taskId, approvalId, page } = staged;
      await world.chromium.reload();
      const session = new ExtensionSession(await world.chromium.openOwnPage('sidepanel.html'));
      assert.equal((await session.untilAsked(taskId)).id, approvalId);
      await overtaken(page);
      await deny(staged, session);
    },
  },
  {
    name: 'the tab is closed by the person',
    async happen({ world, site, taskId }) {
      const { tabs } = await world.session.task(taskId);
      const ids = tabs.map(({ tabId }) => tabId);
      await world.own.evaluate((tabIds) => chrome.tabs.remove(tabIds), ids);
      await site.quiet();
    },
  },
  {
    name: 'the debugger is cancelled from the infobar',
    windowed: true,
    async happen({ world, taskId, page }, display) {
      const stopped = async () => (await world.session.task(taskId)).status === 'stopped';
      await pressCancel(world.person, display, stopped);
      assert.deepEqual((await world.session.untilEnded(taskId)).state, { status: 'stopped', by: 'infobar' });
      await overtaken(page);
    },
  },
  {
    name: 'the browser is quit in order',
    async happen({ world, site }) {
      await world.chromium.browser.close();
      await site.quiet();
    },
  },
];
