import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Bridge } from '../../native/client/bridge';
import { hostsNamed } from '../../native/client/choose-host';
import { makeSecret, secretFile } from '../../native/secret';
import { DoneAnswer, PingAnswer } from '../../src/bridge/answers';
import type { HostEntry } from '../../src/bridge/handshake';
import { type FakeWorker, isRequest } from './harness/fake-worker';
import { afterTest, hostHere, hostProcess, newHome, runFolder } from './harness/host';

const PING = { method: 'ping' } as const;
const CLICK = { method: 'member', member: 'left_click', input: {} } as const;

function bridge(home: string, browser?: string, waits = { firstWaitMs: 300, againWaitMs: 5000 }): Bridge {
  const made = new Bridge({
    home,
    folders: [runFolder(home)],
    browser,
    who: () => ({ name: 'test', kind: 'program', version: '1' }),
    ...waits,
  });
  afterTest(() => made.close());
  return made;
}

/** Answers pings with the worker's own name, and everything else with done. */
function answering(worker: FakeWorker, browser: string): void {
  worker.onRequest = (asked) => {
    const ping = typeof asked.call === 'object' && asked.call && 'method' in asked.call && asked.call.method === 'ping';
    worker.answer(asked, ping ? { extension: '0.1.0', browser, hasKey: true, tasks: 0 } : { done: true });
  };
}

describe('a client', () => {
  test('asks, hears news, and gets its answer', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) => {
      worker.progress(asked, 'waits for approval');
      worker.answer(asked, { done: true });
    };
    const news: string[] = [];
    const answer = await bridge(home).call(CLICK, DoneAnswer, { onProgress: (text) => news.push(text) });
    expect(answer).toEqual({ done: true });
    expect(news).toEqual(['waits for approval']);
  });

  test('passes the error of the worker on, with its code', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) => worker.fail(asked, 'unknown-task', 'There is no task x. List them first.');
    await expect(bridge(home).call(PING, PingAnswer)).rejects.toMatchObject({
      code: 'unknown-task',
      message: 'There is no task x. List them first.',
    });
  });

  test('cancels, and is rejected at once', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const stop = new AbortController();
    const call = bridge(home).call(CLICK, DoneAnswer, { signal: stop.signal });
    const asked = await worker.until(isRequest);
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await worker.until((message) => message.type === 'cancel' && message.id === asked.id);
  });

  test('says what to do when no browser is there', async () => {
    const home = await newHome();
    await makeSecret(home);
    await expect(bridge(home).call(PING, PingAnswer)).rejects.toMatchObject({
      code: 'not-connected',
      message: expect.stringMatching(
        /No browser with Offstage is connected[\s\S]*offstage install[\s\S]*offstage doctor/,
      ),
    });
  });

  test('says what to do when the install has no secret, or another one', async () => {
    const home = await newHome();
    await expect(bridge(home).call(PING, PingAnswer)).rejects.toThrow(/no secret[\s\S]*offstage install/);
    await hostHere(home);
    const other = await newHome();
    await makeSecret(other);
    const stranger = new Bridge({
      home: other,
      folders: [runFolder(home)],
      who: () => ({ name: 'test', kind: 'program', version: '1' }),
      firstWaitMs: 100,
      againWaitMs: 100,
    });
    await expect(stranger.call(PING, PingAnswer)).rejects.toThrow(/proof does not fit/);
  });

  test('does not take an answer of another shape for one', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) => worker.answer(asked, { done: 'perhaps' });
    await expect(bridge(home).call(CLICK, DoneAnswer)).rejects.toMatchObject({ code: 'wrong-version' });
  });

  test('comes back by itself after a host died, as the same program, so that its tabs are kept', async () => {
    const home = await newHome();
    const first = await hostHere(home);
    const second = await (async () => {
      answering(first.worker, 'Chromium');
      const client = bridge(home);
      await client.call(PING, PingAnswer);
      first.stop();
      await first.done;
      return await hostHere(home);
    })();
    const opened = ({ type }: { type: string }) => type === 'client-opened';
    const [before, after] = [await first.worker.until(opened), await second.worker.until(opened)];
    expect(after).toMatchObject({ name: 'test', instance: 'instance' in before ? before.instance : 'none' });
  });

  test('two at one host get their own answers', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) => worker.fail(asked, 'failed', `client ${asked.client}`);
    const [one, two] = [bridge(home), bridge(home)];
    const ask = (from: Bridge) => from.call(CLICK, DoneAnswer).catch((error: Error) => error.message);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index % 2 ? one : two)));
    const [odd, even] = [answers.filter((_, index) => index % 2), answers.filter((_, index) => index % 2 === 0)];
    expect(new Set(odd).size).toBe(1);
    expect(new Set(even).size).toBe(1);
    expect(odd[0]).not.toBe(even[0]);
  });
});

describe('a client and two browsers', () => {
  test('takes the one it names, else the newest', async () => {
    const home = await newHome();
    const [old, young] = [await hostProcess(home, 'Vivaldi'), await hostProcess(home, 'Chromium')];
    answering(old.worker, 'old');
    answering(young.worker, 'young');
    const browserOf = async (name?: string) => (await bridge(home, name).call(PING, PingAnswer)).browser;
    expect(await browserOf('vivaldi')).toBe('old');
    expect(await browserOf('chromium')).toBe('young');
    expect(await browserOf(old.entry.id)).toBe('old');
    expect(await browserOf()).toBe('young');
  });

  test('lists them when the name fits none', async () => {
    const home = await newHome();
    await hostHere(home);
    await expect(bridge(home, 'edge').call(PING, PingAnswer)).rejects.toThrow(
      /No connected browser is called "edge"[\s\S]*Chromium \(\/profiles\/one\)/,
    );
  });

  test('does not go over to the other one unasked', async () => {
    const home = await newHome();
    const first = await hostHere(home, {}, '/profiles/one');
    answering(first.worker, 'one');
    const client = bridge(home, undefined, { firstWaitMs: 300, againWaitMs: 300 });
    expect((await client.call(PING, PingAnswer)).browser).toBe('one');
    const second = await hostHere(home, {}, '/profiles/two');
    answering(second.worker, 'two');
    first.worker.end();
    await first.done;
    await expect(client.call(CLICK, DoneAnswer)).rejects.toThrow(
      /\/profiles\/one.* is gone.*\/profiles\/two.*next call/,
    );
    expect((await client.call(PING, PingAnswer)).browser).toBe('two');
  });

  test.each<[string | undefined, string[]]>([
    [undefined, ['1-a', '2-b', '3-c']],
    ['chrome', ['1-a']],
    ['CHROMIUM', ['2-b', '3-c']],
    ['work', ['3-c']],
    ['/home/p/work', ['3-c']],
    ['2-b', ['2-b']],
    ['edge', []],
  ])('name %s means %j', (name, ids) => {
    const entry = (id: string, browser: string, profile: string): HostEntry => ({
      id,
      browser,
      profile,
      pid: 1,
      socket: '',
      startedAt: 0,
    });
    const entries = [
      entry('1-a', 'Google Chrome', ''),
      entry('2-b', 'Chromium', '/home/p/home'),
      entry('3-c', 'Chromium', '/home/p/work'),
    ];
    expect(hostsNamed(entries, name).map(({ id }) => id)).toEqual(ids);
  });
});

describe('when the host goes away', () => {
  test('a call under way ends with words about its outcome, and the next one finds the new host', async () => {
    const home = await newHome();
    const first = await hostProcess(home);
    const client = bridge(home);
    const call = client.call(CLICK, DoneAnswer);
    await first.worker.until(isRequest);
    first.process.kill('SIGKILL');
    await expect(call).rejects.toThrow(/left_click was under way, so its outcome is unknown.*look at the page/);
    const next = client.call(PING, PingAnswer);
    await first.exited;
    const second = await hostProcess(home);
    answering(second.worker, 'second');
    expect((await next).browser).toBe('second');
    expect(second.worker.seen.filter(isRequest)).toHaveLength(1);
  });

  test('a plain read is asked again of the new host', async () => {
    const home = await newHome();
    const first = await hostProcess(home);
    const call = bridge(home).call(PING, PingAnswer);
    await first.worker.until(isRequest);
    first.process.kill('SIGKILL');
    const second = await hostProcess(home);
    answering(second.worker, 'second');
    expect((await call).browser).toBe('second');
  });

  test('a call that waits for a new host can be cancelled without ending the others', async () => {
    const home = await newHome();
    const first = await hostProcess(home);
    answering(first.worker, 'first');
    const client = bridge(home);
    await client.call(PING, PingAnswer);
    first.process.kill('SIGKILL');
    await first.exited;
    const stop = new AbortController();
    const [cancelled, waiting] = [
      client.call(PING, PingAnswer, { signal: stop.signal }),
      client.call(PING, PingAnswer),
    ];
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    answering((await hostProcess(home)).worker, 'second');
    expect((await waiting).browser).toBe('second');
  });

  test('a new secret is read at the next connection', async () => {
    const home = await newHome();
    const { worker, entry } = await hostProcess(home);
    answering(worker, 'one');
    await writeFile(secretFile(home), `${'ab'.repeat(32)}\n`);
    expect((await bridge(home).call(PING, PingAnswer)).browser).toBe('one');
    expect(entry.browser).toBe('Chromium');
  });
});
