import { browser } from 'wxt/browser';
import { z } from 'zod';

/** How the line to the native host stands, for the options page. */
export const LinkState = z.discriminatedUnion('at', [
  /** Chrome finds no host for this extension: `offstage install` was not run for this browser. */
  z.object({ at: z.literal('absent') }),
  z.object({ at: z.literal('connected'), hostVersion: z.string() }),
  /** A host of another version: clients are told so, and nothing of theirs is done. */
  z.object({ at: z.literal('wrong-version'), hostVersion: z.string(), older: z.enum(['host', 'extension']) }),
  /** There is a host, but it ended or does not start. It is tried again. `why` is Chrome's. */
  z.object({ at: z.literal('lost'), why: z.string() }),
]);
export type LinkState = z.infer<typeof LinkState>;

/** Key in session storage. */
export const LINK_STATE = 'bridge-link';

/** Writes down how the line stands. It ends with the browser. */
export async function keepLinkState(state: LinkState): Promise<void> {
  await browser.storage.session.set({ [LINK_STATE]: state });
}
