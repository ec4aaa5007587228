import { type Agent, refIn } from './bridged';

/**
 * Opens the newest mail of the sample webmail in a session of an agent, step by step, and writes a reply.
 *
 * @returns what to give to left_click, so that it is sent
 */
export async function writtenReply(
  agent: Agent,
  origin: string,
  { session = '', words = 'Yes.' } = {},
): Promise<{ session: string; target: object }> {
  const read = () => agent.say('browser_read_page', { session, filter: 'all' });
  const click = (target: object) => agent.call('browser_left_click', { session, target });
  await agent.call('browser_new_tab', { session });
  await agent.call('browser_navigate', { session, url: `${origin}/` });
  const newest = /button "[^"]*Lunch on Friday[^"]*" \[(ref_\d+)\]/.exec(await read())?.[1];
  await click({ type: 'ref', ref: newest });
  await click(refIn(await read(), 'button', 'Reply'));
  const form = await read();
  await agent.call('browser_form_input', { session, target: refIn(form, 'textbox', 'Message'), value: words });
  return { session, target: refIn(form, 'button', 'Send') };
}
