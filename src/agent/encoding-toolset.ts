import type { BetaBrowserToolset20260801, BetaToolResultBlockParam } from '@anthropic-ai/sdk/resources/beta';
import { callIn, type Encoding, pictureBlock } from './encoding';
import { ownToolDeclarations } from './own-tools';
import type { ResultSchema } from './result-schema';

/** Anthropic's trained-in toolset: one entry in `tools`, calls marked with `toolset_name`. */
export function toolsetEncoding(entry: () => BetaBrowserToolset20260801, schema?: ResultSchema): Encoding {
  return {
    name: 'toolset',
    tools: () => [entry(), ...ownToolDeclarations(schema)],
    calls: (content) =>
      content.flatMap((block) => callIn(block, ({ toolset_name }) => typeof toolset_name === 'string') ?? []),
    answer(call, outcome, pictures) {
      const content: Exclude<BetaToolResultBlockParam['content'], string | undefined> = outcome.parts.map((part) => {
        if (part.type === 'text') return { type: 'text', text: part.text };
        if (part.type === 'picture') return pictureBlock(part.artifactId, pictures);
        // The block was built by the SDK from the driver's report and is sent back as it was written down.
        return part.block as unknown as { type: 'browser_state'; tabs: [] };
      });
      return {
        type: 'tool_result',
        tool_use_id: call.id,
        ...(call.member ? { toolset_name: 'browser' } : {}),
        content,
        ...(outcome.isError ? { is_error: true } : {}),
      };
    },
  };
}
