import { z } from 'zod';
import { invalid } from './api-error';
import type { ToolResult } from './request-shape';

/** Members whose whole result is the state of the browser. */
const STATE_ONLY = new Set(['new_tab', 'switch_tab', 'close_tab', 'list_tabs']);

const field = z.string().max(4096, 'at most 4096 characters');
const download = { download_id: field, url: field };
const State = z.strictObject({
  type: z.literal('browser_state'),
  tabs: z
    .array(z.strictObject({ tab_id: field.min(1), title: field, url: field, active: z.boolean().optional() }))
    .max(100, 'at most 100 tabs'),
  state_changes: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('tab_opened'), tab_id: field }),
        z.strictObject({ type: z.literal('download_started'), ...download }),
        z.strictObject({
          type: z.literal('download_completed'),
          ...download,
          path: field.nullish(),
          size_bytes: z.number().int().nonnegative().nullish(),
        }),
        z.strictObject({ type: z.literal('download_failed'), ...download, error: field.nullish() }),
      ]),
    )
    .min(1, 'must be omitted when there is nothing to report')
    .max(200, 'at most 200 state changes')
    .nullish(),
  cache_control: z.unknown().optional(),
});

/** The block belongs to the toolset: an ordinary tool may not answer with it. Throws an ApiError. */
export function checkNoBrowserState(result: ToolResult, place: string): void {
  const blocks = Array.isArray(result.content) ? result.content : [];
  if (blocks.some(({ type }) => type === 'browser_state'))
    throw invalid(`${place}: \`browser_state\` is only allowed in the result of a browser toolset call`);
}

/** Checks the `browser_state` of one result of the toolset. Throws an ApiError. */
export function checkBrowserState(member: string, result: ToolResult, place: string): void {
  const blocks = Array.isArray(result.content) ? result.content : [];
  const states = blocks.filter(({ type }) => type === 'browser_state');
  if (states.length > 1) throw invalid(`${place}: a \`tool_result\` may contain one \`browser_state\` block`);
  if (result.is_error) return;
  if (STATE_ONLY.has(member) && (states.length !== 1 || blocks.length !== 1)) {
    throw invalid(`${place}: the result of ${member} must be exactly one \`browser_state\` block`);
  }
  const [state] = states;
  if (!state) return;
  const parsed = State.safeParse(state);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(`${place}: browser_state.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { tabs, state_changes } = parsed.data;
  const ids = new Set(tabs.map(({ tab_id }) => tab_id));
  if (ids.size !== tabs.length) throw invalid(`${place}: browser_state.tabs: tab_id must be unique`);
  if (tabs.length > 0 && tabs.filter(({ active }) => active).length !== 1)
    throw invalid(`${place}: browser_state.tabs: exactly one tab must be active`);
  const downloads = new Set<string>();
  for (const change of state_changes ?? []) {
    if ('download_id' in change) {
      if (downloads.has(change.download_id))
        throw invalid(
          `${place}: browser_state.state_changes: at most one change per download_id: ${change.download_id}`,
        );
      downloads.add(change.download_id);
    }
    if (change.type === 'tab_opened' && !ids.has(change.tab_id))
      throw invalid(`${place}: browser_state.state_changes: opened tab ${change.tab_id} is not in tabs`);
  }
}
