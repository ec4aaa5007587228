import type { BetaToolUnion } from '@anthropic-ai/sdk/resources/beta';
import { browserStateText } from '../browser/browser-state-text';
import { callIn, type Encoding, pictureBlock } from './encoding';
import { isOwnTool, ownToolDeclarations } from './own-tools';
import type { ResultSchema } from './result-schema';

/** The same members as ordinary tools, for any Anthropic-compatible endpoint. */
export function plainToolsEncoding(members: () => BetaToolUnion[], schema?: ResultSchema): Encoding {
  return {
    name: 'tools',
    tools: () => [...members(), ...ownToolDeclarations(schema)],
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
