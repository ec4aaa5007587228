import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { MemberAnswer } from '../../src/bridge/answers';
import { BrowserState, browserStateText } from '../../src/browser/browser-state-text';

/** What the tab members answer as structured content. */
export const TabsResult = z.object({
  tabs: z.array(z.object({ tab_id: z.string(), title: z.string(), url: z.string(), active: z.boolean() })),
  changes: z.array(z.record(z.string(), z.unknown())).describe('What changed about the tabs since the last call'),
});

/** A member's answer as an MCP result: text as text, pictures as pictures, the tabs as text. */
export function memberResult({ isError, parts }: MemberAnswer): CallToolResult {
  return {
    content: parts.map((part) => {
      if (part.type === 'text') return { type: 'text', text: part.text };
      if (part.type === 'image') return { type: 'image', data: part.data, mimeType: part.mediaType };
      return { type: 'text', text: browserStateText(part.block) };
    }),
    ...(isError ? { isError } : {}),
  };
}

/** The same with the tabs as structured content too. An error has none. */
export function tabsResult(answer: MemberAnswer): CallToolResult {
  const result = memberResult(answer);
  if (answer.isError) return result;
  const block = answer.parts.find((part) => part.type === 'browser_state')?.block;
  const state = BrowserState.safeParse(block);
  const tabs = state.success ? state.data.tabs : [];
  const changes = (state.success ? state.data.state_changes : undefined) ?? [];
  const structuredContent: z.infer<typeof TabsResult> = {
    tabs: tabs.map(({ active = false, ...tab }) => ({ ...tab, active })),
    changes,
  };
  return { ...result, structuredContent };
}
