import type { Barrier } from '../browser/barrier';
import type { DebuggerEvents } from '../browser/debugger-events';
import type { DebuggerSession } from '../browser/debugger-session';
import { viewportPicture } from '../browser/tab-picture';
import { TaskTabs } from '../browser/task-tabs';
import type { PageEvidence } from '../policy/evidence';
import type { OffstageDatabase } from '../store/database';
import type { Settings } from '../store/settings';
import type { Task } from '../store/task';
import { updateTask } from '../store/task-table';
import type { ViewPicture } from '../vision/capture';
import type { BesidePerson } from './beside-person';
import type { Gate } from './gate';
import type { HandOver } from './hand-over';
import type { SiteGuard } from './site-guard';
import { TaskStopped } from './task-stopped';

/**
 * The tabs of one task, with what has to hear of them: the guard of its sites, the gate, who has the tabs, the disk.
 *
 * @param written is given each write of the tabs to disk
 * @param onAttached awaited before a tab is used
 */
export function tabsOfTask(
  { db, events, barrier }: { db: OffstageDatabase; events: DebuggerEvents; barrier: Barrier },
  task: Task,
  {
    settings,
    sites,
    gate,
    abort,
    handOver,
    beside,
    written,
  }: {
    settings: Settings;
    sites: SiteGuard;
    gate: Gate;
    abort: AbortController;
    handOver: HandOver;
    beside: BesidePerson;
    written(saved: Promise<unknown>): void;
  },
  onAttached: (session: DebuggerSession, life: AbortSignal) => Promise<void>,
): TaskTabs {
  let saved: Promise<unknown> = Promise.resolve();
  return new TaskTabs({
    title: task.title,
    events,
    restored: task.tabs,
    groupId: task.groupId,
    optional: settings.members,
    onAttached,
    onOpened: async (tabId, openerTabId) => {
      gate.tabOpened(tabId, openerTabId);
      // On disk before it loads anything: should the extension be reloaded now, the next life knows which tabs to
      // close.
      await Promise.all([sites.told, saved]);
    },
    onLettingGo: (session) => barrier.letGo(session),
    onTouched: (tabId, press) => {
      void handOver.took('touch');
      if (press) void beside.pressed(tabId, press);
    },
    onCancelled: () => abort.abort(new TaskStopped('infobar')),
    onChanged: (tabs, groupId) => {
      sites.tabsChanged(tabs);
      handOver.tabIds = tabs.map(({ tabId }) => tabId);
      saved = updateTask(db, task.id, { tabs, ...(groupId === undefined ? {} : { groupId }) });
      written(saved);
    },
  });
}

/** What is known of a tab's page without asking it. */
export function pageOf(tabs: TaskTabs, tabId: number): PageEvidence {
  const tab = tabs.byId(tabId);
  return { url: tab?.url ?? '', title: tab?.title ?? '', lang: '' };
}

/** A tab's page as it looks now, in a screenshot's size; undefined when the task has no such tab. */
export async function pictureOf(tabs: TaskTabs, tabId: number): Promise<ViewPicture | undefined> {
  const tab = tabs.byId(tabId);
  return tab && viewportPicture(tab);
}
