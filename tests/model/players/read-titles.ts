import { pageLines } from '../page-lines';
import { addressIn, call, finish, giveUp, newest, type Player } from '../player';

/** Opens a front page with numbered stories and answers with the first five titles as a table. */
export const readTitles: Player = {
  name: 'read-titles',
  plays: (prompt) => /first five titles/i.test(prompt),
  move(conversation) {
    const { calls, prompt } = conversation;
    if (calls.length === 0)
      return {
        calls: [call('new_tab'), call('navigate', { url: addressIn(prompt) }), call('read_page', { filter: 'all' })],
      };
    const tree = newest(conversation, 'read_page');
    if (calls.at(-1)?.isError || tree === undefined) return giveUp(conversation);
    const titles = titlesIn(tree).slice(0, 5);
    return finish(['| # | Title |', '|---|---|', ...titles.map((title, at) => `| ${at + 1} | ${title} |`)].join('\n'));
  },
};

/** A story is the first link of several words on the line of its number, or just below it. */
function titlesIn(tree: string): string[] {
  const lines = tree.split('\n').map((line) => line.trim());
  const titles: string[] = [];
  lines.forEach((line, at) => {
    if (!line.startsWith(`${titles.length + 1}.`)) return;
    const near = pageLines(lines.slice(at, at + 4).join('\n'));
    const link = near.find(({ role, name }) => role === 'link' && name.split(/\s+/).length > 1);
    if (link) titles.push(link.name);
  });
  return titles;
}
