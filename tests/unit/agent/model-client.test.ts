import { afterEach, beforeEach, expect, test } from 'vitest';
import { modelClient, receiveTurn } from '../../../src/agent/model-client';
import { readModelFailure } from '../../../src/agent/model-failure';
import { type StandIn, startStandIn } from '../../model/server';
import { TOOLSET } from '../model/valid-request';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn?.close());

function ask(idleMs?: number, signal = new AbortController().signal) {
  const client = modelClient({ baseURL: standIn.baseURL, apiKey: 'any' }, idleMs);
  const messages = [{ role: 'user' as const, content: 'Say hello' }];
  return receiveTurn(client, { model: 'stand-in-1', tools: [TOOLSET], messages }, signal);
}

test('an answer that stops in the middle is broken off and tried again', async () => {
  standIn.faults.push('stalled');
  const error = await ask(200).catch((reason: unknown) => reason);
  expect(readModelFailure(error, 'toolset', 'any')).toEqual({
    next: 'retry',
    code: 'overloaded',
    detail: 'the answer stopped: nothing of it came for 0.2 seconds',
  });
  expect((await ask()).content).toHaveLength(1);
});

test('a stop of the task ends an answer that has stopped', async () => {
  standIn.faults.push('stalled');
  const stop = new AbortController();
  const asked = ask(undefined, stop.signal);
  await expect.poll(() => standIn.requests).toHaveLength(1);
  stop.abort();
  await expect(asked).rejects.toThrow();
});
