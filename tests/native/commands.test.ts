import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, startCommand } from './harness/command';
import { hostHere, newHome } from './harness/host';
import { type Script, serveTasks } from './harness/task-worker';

const at = 0;
const DONE = { status: 'done', result: 'Two flights found.' } as const;

describe('offstage', () => {
  test('lists its commands and exit codes', async () => {
    const { code, out } = await command(await newHome(), '--help');
    expect(code).toBe(0);
    for (const name of ['install', 'uninstall', 'mcp', 'run', 'tasks', 'stop', 'doctor', 'config']) {
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
    expect(out).toMatch(/Exit codes:\n +0 /);
  });

  test.each([
    [[], 2],
    [['dance'], 2],
    [['run'], 2],
    [['run', 'a', 'b'], 2],
    [['run', 'a', '--budget-usd', 'much'], 2],
    [['run', 'a', '--url', 'file:///etc/passwd'], 2],
    [['run', 'a', '--schema', '/nowhere.json'], 2],
    [['stop'], 2],
    [['config', 'get', 'provider.apiKey'], 2],
    [['config', 'set', 'budget.usd', 'much'], 2],
    [['config', 'set', 'budget.usd'], 2],
  ])('%j is a usage error', async (args, code) => {
    const home = await newHome();
    await hostHere(home);
    const done = await command(home, ...args);
    expect(done.code).toBe(code);
    expect(`${done.out}${done.err}`.length).toBeGreaterThan(20);
  });

  test('says what to do when no browser is there', async () => {
    const home = await newHome();
    await command(home, 'install', '--user-data-dir', join(home, 'data'), '--yes');
    const { code, err } = await command(home, 'tasks');
    expect(code).toBe(3);
    expect(err).toMatch(/No browser with Offstage is connected/);
  });
});

describe('offstage run', () => {
  test('tells the steps and prints the result', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [
      { news: [{ seq: 0, at, text: 'Opens example.com' }] },
      { status: 'waiting', waitingFor: 'your approval: send a message', news: [{ seq: 1, at, text: 'Wants to send' }] },
      { ...DONE, news: [{ seq: 2, at, text: 'Done' }] },
    ]);
    await writeFile(join(home, 'schema.json'), '{"type":"object"}');
    const { code, out, err } = await command(
      home,
      'run',
      'Find a flight',
      '--url',
      'https://example.com',
      '--schema',
      join(home, 'schema.json'),
      '--budget-usd',
      '0.5',
    );
    expect({ code, out }).toEqual({ code: 0, out: 'Two flights found.\n' });
    expect(err).toBe('Opens example.com\nWants to send\nWaits for: your approval: send a message\nDone\n');
    expect(calls[0]).toEqual({
      method: 'start-task',
      prompt: 'Find a flight',
      url: 'https://example.com',
      schema: { type: 'object' },
      budgetUsd: 0.5,
    });
  });

  test('prints JSON when asked', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [{ ...DONE, structured: { flights: 2 } }]);
    const { code, out } = await command(home, 'run', 'x', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ taskId: 't1', status: 'done', structured: { flights: 2 } });
  });

  test.each<[Script[number], number, RegExp]>([
    [{ status: 'failed', failure: { code: 'x', message: 'The model was not reached.' } }, 1, /not reached/],
    [{ status: 'stopped' }, 4, /stopped/],
    [{ status: 'waiting', question: { text: 'Which day?', options: ['Mon'] } }, 5, /Which day\?/],
  ])('ends with a code of its own for %j', async (state, code, words) => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [state]);
    const done = await command(home, 'run', 'x');
    expect(done.code).toBe(code);
    expect(done.out).toMatch(words);
  });

  test('leaves at once in the background', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{}]);
    expect(await command(home, 'run', 'x', '--background')).toEqual({ code: 0, out: 't1\n', err: '' });
    expect(calls.map(({ method }) => method)).toEqual(['start-task']);
  });

  test('stops the task on Ctrl+C', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{ news: [{ seq: 0, at, text: 'Works' }] }]);
    const { child, done } = startCommand(home, ['run', 'x']);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    expect((await done).code).toBe(130);
    expect(calls.at(-1)).toEqual({ method: 'stop-task', taskId: 't1' });
  });
});

describe('offstage tasks, stop and config', () => {
  test('list and stop', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{ status: 'waiting', waitingFor: 'you' }]);
    expect((await command(home, 'tasks')).out).toMatch(/^t1 {2}waiting {2}A task {2}\(waits for: you\)$/m);
    expect(JSON.parse((await command(home, 'tasks', '--json', '--all')).out)).toHaveLength(1);
    expect((await command(home, 'stop', 't1')).out).toBe('Stopped t1.\n');
    expect((await command(home, 'stop', '--all')).out).toBe('Stopped t1.\n');
    expect(calls.filter(({ method }) => method === 'stop-task')).toHaveLength(2);
  });

  test('read and change settings', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{}], (call, request) => {
      if (call.method !== 'read-config') return false;
      worker.answer(request, { config: { autonomy: 'auto', 'budget.usd': 2 } });
      return true;
    });
    expect((await command(home, 'config', 'get')).out).toBe('autonomy = auto\nbudget.usd = 2\n');
    expect((await command(home, 'config', 'get', 'budget.usd')).out).toBe('2\n');
    expect((await command(home, 'config', 'set', 'budget.usd', '1.5')).code).toBe(0);
    expect(calls.at(-1)).toEqual({ method: 'write-config', key: 'budget.usd', value: 1.5 });
  });
});
