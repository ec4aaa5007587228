import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { HELD_KEY } from '../dom/reader-contract';
import type { OpenTab } from './open-tab';

const OWN_ORIGIN = `chrome-extension://${chrome.runtime.id}`;

/**
 * The element that the reader left at hand, as the debugger names it. It lives in our isolated world, whose context id
 * Chrome tells only at `Runtime.enable`, so the domain is turned off and on again; what the console then repeats is not
 * written down twice.
 *
 * Throws a ToolError when the page went away in between.
 */
export async function heldElement({ session, console }: OpenTab): Promise<string> {
  const contexts: number[] = [];
  const looking = new AbortController();
  session.on(
    'Runtime.executionContextCreated',
    ({ context }, child) => {
      if (child === undefined && context.origin === OWN_ORIGIN) contexts.push(context.id);
    },
    looking.signal,
  );
  await console.quietly(async () => {
    await session.send('Runtime.disable');
    await session.send('Runtime.enable');
    if (!console.watching) await session.send('Runtime.disable');
  });
  looking.abort();
  for (const contextId of contexts) {
    const { result } = await session.send('Runtime.evaluate', { expression: `globalThis.${HELD_KEY}`, contextId });
    if (result.subtype === 'node' && result.objectId) return result.objectId;
  }
  throw new ToolError('The page changed while the file was chosen. Read it again.');
}
