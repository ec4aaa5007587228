import type { BetaContentBlockParam, BetaToolResultBlockParam, BetaToolUnion } from '@anthropic-ai/sdk/resources/beta';
import type { CallOutcome, ToolCall } from './tool-call';

/** A picture of the journal, loaded from its artifact. */
export interface Picture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Base64. */
  data: string;
}

/** Looks up a picture by artifact id; undefined when it was deleted. */
export type PictureSource = (artifactId: string) => Picture | undefined;

/**
 * One way to offer the browser's members to a model: as Anthropic's toolset, or as ordinary tools with the same
 * schemas for endpoints that do not take the toolset. One driver stands behind both (docs/design.md, two encodings).
 */
export interface Encoding {
  readonly name: 'toolset' | 'tools';
  /** The `tools` of a request. */
  tools(): BetaToolUnion[];
  /** The calls in a received message, in order. */
  calls(content: readonly Record<string, unknown>[]): ToolCall[];
  /** A call's answer as the next user message carries it. */
  answer(call: ToolCall, outcome: CallOutcome, pictures: PictureSource): BetaToolResultBlockParam;
}

/** A tool_use block as a call; undefined for every other block. */
export function callIn(
  block: Record<string, unknown>,
  member: (block: Record<string, unknown>) => boolean,
): ToolCall | undefined {
  if (block.type !== 'tool_use' || typeof block.id !== 'string' || typeof block.name !== 'string') return undefined;
  const input = typeof block.input === 'object' && block.input !== null ? { ...block.input } : {};
  return { id: block.id, tool: block.name, input, member: member(block) };
}

/** A picture part as the API's image block, or a line that says that it is gone. */
export function pictureBlock(
  artifactId: string,
  pictures: PictureSource,
): Extract<BetaContentBlockParam, { type: 'image' | 'text' }> {
  const picture = pictures(artifactId);
  if (!picture) return { type: 'text', text: '(this picture is no longer kept; take a new screenshot)' };
  return { type: 'image', source: { type: 'base64', media_type: picture.mediaType, data: picture.data } };
}
