import type { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';

type Content = Exclude<ToolError['content'], string>;
type Block = Content[number];

/**
 * Words that go to the model in place of a picture, or after it: the SDK's result of a picture has no place for any.
 */
export type PictureWords = { instead: string } | { beside: string };

/** The answer of a call with the words about its picture. */
export function withWords(content: Content, words: PictureWords | undefined): Content {
  if (!words) return content;
  const said: Block = { type: 'text', text: 'instead' in words ? words.instead : words.beside };
  return content.flatMap((block): Block[] => {
    if (block.type !== 'image') return [block];
    return 'instead' in words ? [said] : [block, said];
  });
}
