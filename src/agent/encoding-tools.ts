import type { BetaToolUnion } from '@anthropic-ai/sdk/resources/beta';
import { z } from 'zod';
import { callIn, type Encoding, pictureBlock } from './encoding';
import { isOwnTool, ownToolDeclarations } from './own-tools';

const BrowserState = z.object({
  tabs: z.array(z.object({ tab_id: z.string(), title: z.string(), url: z.string(), active: z.boolean().optional() })),
  state_changes: z.array(z.looseObject({ type: z.string() })).nullish(),
});

/** What a `browser_state` block says, as text: endpoints without the toolset do not know the block. */
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

/** The same members as ordinary tools, for any Anthropic-compatible endpoint. */
export function plainToolsEncoding(members: () => BetaToolUnion[]): Encoding {
  return {
    name: 'tools',
    tools: () => [...members(), ...ownToolDeclarations()],
    calls: (content) => content.flatMap((block) => callIn(block, ({ name }) => !isOwnTool(String(name))) ?? []),
    answer(call, outcome, pictures) {
      return {
        type: 'tool_result',
        tool_use_id: call.id,
        content: outcome.parts.map((part) => {
          if (part.type === 'picture') return pictureBlock(part.artifactId, pictures);
          return { type: 'text', text: part.type === 'text' ? part.text : browserStateText(part.block) };
        }),
        ...(outcome.isError ? { is_error: true } : {}),
      };
    },
  };
}
