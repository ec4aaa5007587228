import { pageLines } from '../page-lines';
import { addressIn, call, finish, giveUp, newest, type Player } from '../player';

const FIELDS = /^(textbox|searchbox|combobox|listbox|checkbox|radio|spinbutton|slider|switch)$/;

/** Opens a page and answers with the fields of its form as a table. */
export const formFields: Player = {
  name: 'form-fields',
  plays: (prompt) => /fields of the form/i.test(prompt),
  move(conversation) {
    const { calls, prompt } = conversation;
    if (calls.length === 0)
      return {
        calls: [call('new_tab'), call('navigate', { url: addressIn(prompt) }), call('read_page', { filter: 'all' })],
      };
    const tree = newest(conversation, 'read_page');
    if (calls.at(-1)?.isError || tree === undefined) return giveUp(conversation);
    const rows = pageLines(tree)
      .filter(({ role, ref }) => FIELDS.test(role) && ref !== undefined)
      .map(
        ({ role, name, rest }) => `| ${name || '(no name)'} | ${role} | ${/\brequired\b/.test(rest) ? 'yes' : 'no'} |`,
      );
    return finish(['| Field | Kind | Required |', '|---|---|---|', ...rows].join('\n'));
  },
};
