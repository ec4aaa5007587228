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

/** A story is a link that stands after its number and before its site. */
function titlesIn(tree: string): string[] {
  const lines = pageLines(tree);
  const titles: string[] = [];
  for (let at = 0, number = 1; at < lines.length; at++) {
    if (!new RegExp(`(^|\\s)"?${number}\\.`).test(lines[at]?.name ?? '')) continue;
    const link = lines.slice(at).find(({ role, name }) => role === 'link' && name.split(/\s+/).length > 1);
    if (link) titles.push(link.name);
    number++;
  }
  return titles;
}
