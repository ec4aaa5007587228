import { z } from 'zod';

/** The tabs of a task and what changed about them, as the toolset's `browser_state` block says it. */
export const BrowserState = z.object({
  tabs: z.array(z.object({ tab_id: z.string(), title: z.string(), url: z.string(), active: z.boolean().optional() })),
  state_changes: z.array(z.looseObject({ type: z.string() })).nullish(),
});
export type BrowserState = z.infer<typeof BrowserState>;

/** What a `browser_state` block says, as text: endpoints and MCP clients without the toolset do not know the block. */
export function browserStateText(block: Record<string, unknown>): string {
  const state = BrowserState.safeParse(block);
  if (!state.success) return 'Tabs: unknown';
  if (state.data.tabs.length === 0) return 'No tabs are open. Open one with new_tab.';
  const tabs = state.data.tabs.map(
    (tab) => `${tab.active ? '* ' : '  '}tab ${tab.tab_id} ${JSON.stringify(tab.title)} ${tab.url}`,
  );
  const changes = (state.data.state_changes ?? []).map((change) => `${change.type}: ${JSON.stringify(change)}`);
  return ['Tabs (* is active):', ...tabs, ...changes].join('\n');
}
