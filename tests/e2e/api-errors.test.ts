import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './harness/world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

async function failureWith(provider: { baseURL?: string; apiKey?: string; model?: string }): Promise<unknown> {
  const { session, standIn } = world;
  await session.configure({ baseURL: standIn.baseURL, ...provider });
  const task = await session.untilEnded(await session.start('Say hello'));
  return task.state.status === 'failed' ? task.state.failure.code : task.state;
}

test('no key: the task does not even begin', async () => {
  await world.session.configure({ baseURL: 'https://api.anthropic.com', apiKey: '' });
  expect(await world.session.send({ type: 'start-task', prompt: 'Say hello' })).toMatchObject({
    ok: false,
    code: 'no-key',
  });
});

test.each([
  ['wrong-key', { apiKey: 'wrong' }],
  ['no-credit', { apiKey: 'broke' }],
  ['unknown-model', { model: 'no-such-model' }],
  ['unreachable', { baseURL: 'http://127.0.0.1:9' }],
  ['endpoint-not-found', { baseURL: 'WRONG-PATH' }],
])('%s', async (code, provider) => {
  const baseURL =
    'baseURL' in provider && provider.baseURL === 'WRONG-PATH'
      ? `${world.standIn.baseURL}/elsewhere`
      : 'baseURL' in provider
        ? provider.baseURL
        : world.standIn.baseURL;
  expect(await failureWith({ ...provider, baseURL })).toBe(code);
});

test('the check of the settings really asks the endpoint, and tells the same codes', async () => {
  const { session, standIn } = world;
  const check = (provider: { baseURL: string; apiKey: string; model: string }) =>
    session.send({ type: 'check-endpoint', provider });
  const good = { baseURL: standIn.baseURL, apiKey: 'any', model: 'stand-in-1' };
  expect(await check(good)).toEqual({ ok: true, model: 'stand-in-1' });
  expect(await check({ ...good, apiKey: 'wrong' })).toMatchObject({ ok: false, code: 'wrong-key' });
  expect(await check({ ...good, model: 'other' })).toMatchObject({ ok: false, code: 'unknown-model' });
  expect(await check({ ...good, baseURL: 'http://127.0.0.1:9' })).toMatchObject({ ok: false, code: 'unreachable' });
});

test('429: the task waits as long as it is told to, shows it, and goes on', async () => {
  const { session, standIn } = world;
  await session.configure({ baseURL: standIn.baseURL });
  standIn.faults.push('rate-limit');
  const id = await session.start('Say hello');
  const waiting = await session.until(id, ({ state }) => state.status === 'waiting', 'the wait is shown');
  expect(waiting.state).toMatchObject({ on: { for: 'rate-limit', attempt: 1 } });
  expect((await session.untilEnded(id)).status).toBe('done');
});

test.each(['overloaded', 'server-error', 'cut'] as const)(
  '%s: asked for again, and nothing done twice',
  async (fault) => {
    const { session, standIn } = world;
    await session.configure({ baseURL: standIn.baseURL });
    standIn.faults.push(fault);
    const id = await session.start('SCRIPT [[{"name":"new_tab","input":{}}]]');
    const task = await session.untilEnded(id);
    expect(task.state).toMatchObject({ status: 'done', result: expect.stringContaining('new_tab ok') });
    const events = await session.journal(id);
    expect(events.filter(({ type }) => type === 'turn_interrupted')).toHaveLength(1);
    expect(events.filter((event) => event.type === 'call_started' && event.tool === 'new_tab')).toHaveLength(1);
  },
);

test('forbidden and billing are told apart', async () => {
  world.standIn.faults.push('forbidden');
  expect(await failureWith({})).toBe('forbidden');
  world.standIn.faults.push('billing');
  expect(await failureWith({})).toBe('no-credit');
});

test('no secret is in the journal, in the task, or in what the model is sent', async () => {
  const { session, standIn } = world;
  await session.configure({ baseURL: standIn.baseURL, apiKey: 'sk-very-secret-key' });
  const id = await session.start('SCRIPT [[{"name":"new_tab","input":{}}]]');
  await session.untilEnded(id);
  const kept = JSON.stringify([await session.rows('journal'), await session.rows('tasks')]);
  expect(kept).not.toContain('very-secret');
  expect(JSON.stringify(standIn.requests)).not.toContain('very-secret');
});
