import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MEMBERS } from '../../src/browser/member-schemas';
import { hostHere, newHome } from './harness/host';
import { callTool, mcpClient, textOf } from './harness/mcp-client';
import { serveTasks } from './harness/task-worker';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const DONE = { status: 'done', result: 'All done.' } as const;

describe('the tools', () => {
  test('are the four of tasks and every member, and none that approves', async () => {
    const home = await newHome();
    const { client } = await mcpClient(home);
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    const tasks = ['browser_task', 'browser_task_status', 'browser_task_reply', 'browser_task_stop'];
    expect(names).toEqual([...tasks, ...Object.keys(MEMBERS).map((member) => `browser_${member}`)]);
    expect(names.filter((name) => /approv|grant|allow/i.test(name))).toEqual([]);
    expect(client.getInstructions()).toMatch(/You cannot approve/);
  });

  test('take the input of their member, and a session', async () => {
    const { client } = await mcpClient(await newHome());
    const { tools } = await client.listTools();
    for (const [member, { input }] of Object.entries(MEMBERS)) {
      const tool = tools.find(({ name }) => name === `browser_${member}`);
      expect(Object.keys(tool?.inputSchema.properties ?? {})).toEqual([
        ...Object.keys(input.shape),
        'session',
        ...(member === 'new_tab' ? ['files'] : []),
      ]);
      expect(tool?.annotations).toMatchObject({
        readOnlyHint: expect.any(Boolean),
        openWorldHint: expect.any(Boolean),
      });
    }
    const hints = (name: string) => tools.find((tool) => tool.name === name)?.annotations;
    expect(hints('browser_read_page')).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(hints('browser_left_click')).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    expect(hints('browser_navigate')).toMatchObject({ readOnlyHint: false, destructiveHint: false });
    expect(hints('browser_task')).toMatchObject({ readOnlyHint: false, destructiveHint: true, openWorldHint: true });
    // Forms of JSON Schema that hosts of other models refuse.
    expect(JSON.stringify(tools)).not.toMatch(/"prefixItems"|"type":"null"/);
    const zoom = tools.find(({ name }) => name === 'browser_zoom')?.inputSchema.properties?.region;
    expect(zoom).toMatchObject({ type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 });
  });

  test('are listed and refuse in words when no browser is there', async () => {
    const { client } = await mcpClient(await newHome());
    const result = await callTool(client, 'browser_list_tabs');
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(/offstage install/);
  });
});

describe('resources and prompts', () => {
  test('tasks are transcripts, and pictures are pictures', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [{ ...DONE, news: [{ seq: 0, at: 3_723_000, text: 'Opens a page' }] }], (call, request) => {
      if (call.method !== 'read-picture') return false;
      worker.answer(request, { mediaType: 'image/png', data: PIXEL });
      return true;
    });
    const { client } = await mcpClient(home);
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: 'offstage://task/t1', title: 'A task' }]);
    const Text = z.object({ contents: z.tuple([z.object({ text: z.string() })]) });
    const read = Text.parse(await client.readResource({ uri: 'offstage://task/t1' }));
    expect(read.contents[0].text).toMatch(/# A task[\s\S]*- 01:02:03 Opens a page[\s\S]*All done\./);
    const picture = await client.readResource({ uri: 'offstage://picture/p1' });
    expect(picture.contents).toEqual([{ uri: 'offstage://picture/p1', mimeType: 'image/png', blob: PIXEL }]);
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow(/no resource/);
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(2);
  });

  test('prompts are filled in, and say what is missing', async () => {
    const { client } = await mcpClient(await newHome());
    const { prompts } = await client.listPrompts();
    expect(prompts.length).toBeGreaterThan(2);
    const filled = await client.getPrompt({
      name: 'fill_in_form',
      arguments: { url: 'https://a.example', details: 'Name: Ann' },
    });
    expect(JSON.stringify(filled.messages)).toMatch(/https:\/\/a\.example.*Name: Ann/);
    await expect(client.getPrompt({ name: 'fill_in_form', arguments: { url: 'x' } })).rejects.toThrow(/needs details/);
    await expect(client.getPrompt({ name: 'dance' })).rejects.toThrow(/no prompt dance/);
  });
});
