import type { Size } from './picture';

/** Side of the square that a model sees as one token. */
const PATCH_PX = 28;

/**
 * What a picture costs a Claude model, about width × height / 750. Pictures of ours are below every model's largest
 * size, so none is scaled down first (https://platform.claude.com/docs/en/build-with-claude/vision).
 */
export function tokensOf({ width, height }: Size): number {
  return Math.ceil(width / PATCH_PX) * Math.ceil(height / PATCH_PX);
}
