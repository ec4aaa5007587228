import type { SeenConversation } from '../conversation';
import { lineWith, pageLines } from '../page-lines';
import { addressIn, call, finish, giveUp, type Move, newest, type Player } from '../player';

const PLAN = ['Open the inbox', 'Read the newest mail', 'Write the reply', 'Send it'];

/** Reads the newest mail of a webmail and replies with the text that stands in quotes in the prompt. */
export const mailReply: Player = {
  name: 'mail-reply',
  plays: (prompt) => /\b(reply|antworte)\b/i.test(prompt) && /\bmail\b/i.test(prompt),
  move(conversation) {
    const { calls, prompt } = conversation;
    const last = calls.at(-1);
    if (!last) {
      return {
        say: 'I will open the inbox first.',
        calls: [plan(0), call('new_tab'), call('navigate', { url: addressIn(prompt) }), call('read_page')],
      };
    }
    if (last.isError) return afterError(conversation);
    const tree = newest(conversation, 'read_page') ?? '';
    if (!calls.some(({ name }) => name === 'left_click')) return openNewest(tree);
    if (!calls.some(({ name }) => name === 'form_input')) return write(conversation, tree);
    return finish(`The reply to ${recipient(conversation)} is sent:\n\n> ${reply(prompt)}`);
  },
};

function openNewest(tree: string): Move {
  const inbox = pageLines(tree).findIndex(({ role, name }) => role === 'heading' && name === 'Inbox');
  const mail = pageLines(tree)
    .slice(inbox)
    .find(({ role, ref }) => role === 'button' && ref !== undefined);
  if (!mail?.ref) return finish('The inbox shows no mail.');
  return { calls: [plan(1), click(mail.ref), call('read_page')] };
}

/** Presses Reply when the mail is open; writes and sends when the form is. */
function write(conversation: SeenConversation, tree: string): Move {
  const answer = lineWith(tree, /^button$/, /^Reply$/);
  if (answer) return { calls: [plan(2), click(answer.ref), call('read_page', { filter: 'interactive' })] };
  const body = lineWith(tree, /^textbox$/, /^Message$/);
  const send = lineWith(tree, /^button$/, /^Send$/);
  if (!body || !send) return finish('The mail has no form to reply with.');
  return {
    say: 'Now I write the reply and send it.',
    calls: [
      call('form_input', { target: { type: 'ref', ref: body.ref }, value: reply(conversation.prompt) }),
      plan(3),
      click(send.ref),
    ],
  };
}

function afterError(conversation: SeenConversation): Move {
  const { calls } = conversation;
  const text = calls.findLast(({ isError }) => isError)?.text ?? '';
  if (/denied/.test(text)) {
    return finish(`The reply to ${recipient(conversation)} is written but was not sent, because you denied it.`);
  }
  // What was interrupted may have happened: look before anything is repeated.
  const looked = calls.at(-1)?.name === 'read_page';
  if (/unknown/.test(text) && !looked) return { calls: [call('read_page')] };
  return giveUp(conversation);
}

function plan(doing: number): ReturnType<typeof call> {
  const status = (at: number) => (at < doing ? 'done' : at === doing ? 'doing' : 'todo');
  return call('update_plan', { steps: PLAN.map((text, at) => ({ text, status: status(at) })) });
}

function click(ref: string): ReturnType<typeof call> {
  return call('left_click', { target: { type: 'ref', ref } });
}

/** The words in quotes. */
function reply(prompt: string): string {
  return /[“"]([^”"]+)[”"]/.exec(prompt)?.[1] ?? 'Thank you, I will get back to you.';
}

/** The address on the mail that was read. */
function recipient({ calls }: SeenConversation): string {
  const pages = calls.filter(({ name }) => name === 'read_page').map(({ text }) => text);
  return /From [^<\n]*<([^>\s]+)>/.exec(pages.join('\n'))?.[1] ?? 'the sender';
}
