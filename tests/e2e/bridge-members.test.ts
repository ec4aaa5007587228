import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBERS } from '../../src/browser/member-schemas';
import { type Site, startSite } from '../sites/site';
import { type Agent, type Install, refIn, startInstall, textOf } from './harness/bridged';
import { ref } from './harness/hands';
import { script, type World } from './harness/world';

let install: Install;
let world: World;
let site: Site;
let fields: Site;
let agent: Agent;

beforeAll(async () => {
  [install, site, fields] = await Promise.all([
    startInstall(),
    startSite('controls', () => false),
    startSite('hard', () => false),
  ]);
  ({ world } = await install.browser());
  agent = await install.agent();
});
afterAll(async () => {
  const activations = await world?.activations();
  await install?.close();
  await Promise.all([site?.close(), fields?.close()]);
  expect(activations).toEqual([]);
});

test('lists the task tools and every member, and none that approves', async () => {
  const { tools } = await agent.client.listTools();
  const names = tools.map(({ name }) => name);
  for (const member of Object.keys(MEMBERS)) expect(names).toContain(`browser_${member}`);
  expect(names.filter((name) => /task/.test(name)).sort()).toEqual([
    'browser_task',
    'browser_task_reply',
    'browser_task_status',
    'browser_task_stop',
  ]);
  expect(names.filter((name) => /approv|allow|grant|confirm/.test(name))).toEqual([]);
});

test('uploads a file that the client named, for a session and for a task, and no other path', async () => {
  const path = join(install.home, 'given.txt');
  const other = join(install.home, 'secret');
  await writeFile(path, 'From the desktop.');
  const session = 'files';
  expect(await agent.say('browser_new_tab', { session, files: ['notes.txt'] })).toContain('must be a whole path');
  expect(await agent.say('browser_new_tab', { session, files: ['/tmp/../etc/passwd'] })).toContain('no . or ..');
  await agent.call('browser_new_tab', { session, files: [path] });
  await agent.call('browser_navigate', { session, url: `${fields.origin}/files.html` });
  const target = refIn(await agent.say('browser_read_page', { session }), 'file picker', 'Report');
  const upload = (paths: string[]) => agent.call('browser_file_upload', { session, target, paths });
  const refused = await upload([other]);
  expect(refused.isError).toBe(true);
  expect(textOf(refused)).toContain('may not be uploaded');
  expect(textOf(await upload([path]))).toContain('now has "given.txt"');
  await expect.poll(() => agent.say('browser_get_page_text', { session })).toContain('one has given.txt 17 From the');

  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${fields.origin}/files.html` } }];
  const puts = (paths: string[]) => [{ name: 'file_upload', input: { target: ref('button', 'Report'), paths } }];
  const task = script([...open, { name: 'read_page' }], puts([path]), puts([other]));
  const said = await agent.say('browser_task', { task, files: [path] });
  expect(said).toMatch(/file_upload ok: Uploaded\.\s.*given\.txt/);
  expect(said).toMatch(/file_upload ERROR: .*may not be uploaded/);
  expect(JSON.stringify(world.standIn.requests.at(-1)?.messages[0])).toContain(path);
  // Another task was given nothing.
  expect(await agent.say('browser_task', { task })).not.toContain('file_upload ok');
});

test('drives every member on a real page, in a tab group of its own', async () => {
  await world.own.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    const members = { file_upload: true, read_console: true, read_network: true, javascript_exec: true };
    await chrome.storage.local.set({ settings: { ...settings, members } });
  });
  const driven = new Set<string>();
  const drive = async (member: string, input: Record<string, unknown>, says: string | RegExp = '', works = true) => {
    const result = await agent.call(`browser_${member}`, input);
    const said = `${member}: ${textOf(result)}`;
    expect(said).toMatch(says);
    expect([said, result.isError === true]).toEqual([said, !works]);
    driven.add(member);
    return said;
  };
  const at = (x: number, y: number) => ({ type: 'coordinate', x, y });

  await drive('new_tab', {}, 'tab_opened');
  await drive('navigate', { url: `${site.origin}/` }, site.origin);
  const page = await drive('read_page', { filter: 'all' }, 'button "Pad"');
  const pad = refIn(page, 'button', 'Pad');
  await drive('find', { query: 'Pad' }, 'button "Pad"');
  await drive('get_page_text', {}, 'One two three');
  await drive('left_click', { target: pad }, 'click button=0 detail=1 trusted=true');
  await drive('right_click', { target: pad }, 'button=2');
  await drive('middle_click', { target: pad }, 'auxclick button=1');
  await drive('double_click', { target: pad }, 'dblclick button=0 detail=2');
  await drive('triple_click', { target: at(340, 130) }, 'selected One two three four');
  await drive('hover', { target: refIn(page, 'button', 'Hover') }, 'hovered');
  await drive('left_click_drag', { from: at(480, 70), target: at(600, 200) }, 'dragged to 600,200');
  await drive('left_mouse_down', { target: at(480, 70) });
  await drive('mouse_move', { target: at(500, 90) });
  await drive('left_mouse_up', { target: at(540, 130) }, 'dragged to 540,130');
  await drive('form_input', { target: refIn(page, 'checkbox', 'Check'), value: true }, 'changed check on true');
  await agent.call('browser_left_click', { target: refIn(page, 'textbox', 'Text') });
  await drive('type', { text: 'Zoë' }, 'typed Zoë');
  await drive('key', { text: 'ctrl+a Backspace' }, /says "typed"/);
  await drive('hold_key', { text: 'F2', duration: 0.5 }, 'held long');
  for (let turn = 0; turn < 3; turn += 1)
    await drive('scroll', { scroll_direction: 'down', target: at(300, 300), scroll_amount: 10 });
  expect(await agent.say('browser_read_page')).toContain('The far end');
  await drive('scroll_to', { target: pad });
  expect(await agent.say('browser_read_page')).toContain('button "Pad"');
  await drive('javascript_exec', { text: '20 + 22' }, '42');
  await drive('read_console', {});
  await drive('read_network', {}, site.origin);
  await drive('wait', { duration: 0.1 });
  // No file was handed over: what matters is that the member is reached and refuses in words.
  await drive('file_upload', { target: pad, paths: ['/etc/passwd'] }, '', false);
  for (const member of ['screenshot', 'zoom'] as const) {
    const input = member === 'zoom' ? { region: [0, 0, 200, 100] } : {};
    const { content } = await agent.call(`browser_${member}`, input);
    const image = content.find(({ type }) => type === 'image');
    expect(image?.type === 'image' && Buffer.from(image.data, 'base64').length).toBeGreaterThan(500);
    driven.add(member);
  }
  const tabs = await agent.call('browser_list_tabs');
  const [tab] = (tabs.structuredContent as { tabs: { tab_id: string }[] }).tabs;
  driven.add('list_tabs');
  await drive('switch_tab', { tab_id: tab?.tab_id }, site.origin);
  await drive('close_tab', { tab_id: tab?.tab_id }, 'No tabs are open');
  expect([...driven].sort()).toEqual(Object.keys(MEMBERS).sort());
});

test('sessions of one client have tabs apart; ending one closes its tabs', async () => {
  const titles = () =>
    world.own.evaluate(async () => (await chrome.tabGroups.query({})).map(({ title }) => title).sort());
  for (const session of ['mail', 'shop']) {
    await agent.call('browser_new_tab', { session });
    await agent.call('browser_navigate', { session, url: `${site.origin}/?${session}` });
  }
  expect(await agent.say('browser_list_tabs', { session: 'mail' })).not.toContain('?shop');
  expect(await titles()).toEqual(expect.arrayContaining(['Test Agent: mail', 'Test Agent: shop']));

  const other = await install.agent({ name: 'Other Agent' });
  await other.call('browser_new_tab', { session: 'mail' });
  expect(await other.say('browser_list_tabs', { session: 'mail' })).not.toContain(site.origin);
  await other.close();
  await expect.poll(titles, { timeout: 20_000 }).not.toContain('Other Agent: mail');
  expect(await agent.say('browser_list_tabs', { session: 'mail' })).toContain('?mail');
});

test('a wrong input is an error that names the field, and nothing was done', async () => {
  const result = await agent.call('browser_left_click', { target: { type: 'ref', ref: 'no' } });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toMatch(/target.*ref/);
});
