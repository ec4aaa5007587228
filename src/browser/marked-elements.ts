import type { Mark } from '../vision/retouch';
import type { Driver } from './driver';
import type { OpenTab } from './open-tab';
import { callReader } from './page-reader';

/** Numbers for what can be operated in the viewport, and the line that says which ref each one is. */
export async function markedElements(
  driver: Driver,
  tab: OpenTab,
  signal: AbortSignal,
): Promise<{ marks: Mark[]; legend: string }> {
  const { marks, nextRef } = await callReader(tab.tabId, 'marks', [{ firstRef: tab.nextRef }], signal);
  driver.tabs.usedRefs(tab.tabId, nextRef);
  const legend = marks.map(({ ref, label }, at) => `${at + 1} ${label} [${ref}]`);
  return {
    marks: marks.map(({ rect }, at) => ({ ...rect, number: at + 1 })),
    legend:
      legend.length > 0 ? `Numbers in the picture:\n${legend.join('\n')}` : 'Nothing in the picture can be operated.',
  };
}
