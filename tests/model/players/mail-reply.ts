import type { SeenConversation } from '../conversation';
import { lineWith, pageLines } from '../page-lines';
import {
  addressIn,
  call,
  finish,
  firstError,
  giveUp,
  type Move,
  newest,
  type PlayedCall,
  type Player,
} from '../player';

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
    const sent = calls.findLast(({ name }) => name === 'left_click');
    if (/it was sent|Message sent/.test(sent?.text ?? '') || /Message sent/.test(tree)) return done(conversation);
    if (lineWith(tree, /^button$/, /^(Reply|Send)$/)) return write(conversation, tree);
    return openNewest(tree);
  },
};

function done(conversation: SeenConversation): Move {
  return finish(`The reply to ${recipient(conversation)} is sent:\n\n> ${reply(conversation.prompt)}`);
}

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
  const text = firstError(conversation);
  if (/denied/.test(text)) {
    return finish(`The reply to ${recipient(conversation)} is written but was not sent, because you denied it.`);
  }
  // What was interrupted may have happened: look before anything is repeated.
  if (/outcome is unknown/.test(text)) return { calls: [call('list_tabs'), ...look(conversation)] };
  return giveUp(conversation);
}

/** Reads the page, or opens it when the interruption came before there was one. */
function look({ calls, prompt }: SeenConversation): PlayedCall[] {
  const opened = calls.some(({ name, isError }) => name === 'navigate' && !isError);
  return opened
    ? [call('read_page')]
    : [call('new_tab'), call('navigate', { url: addressIn(prompt) }), call('read_page')];
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
