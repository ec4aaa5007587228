import { afterEach, expect, test } from 'vitest';
import type { EncodingRow } from '../../src/store/database';
import type { Knows } from '../model/server';
import { startWorld, type World } from './harness/world';

let world: World | undefined;
afterEach(() => world?.close());

const PROMPT = 'SCRIPT [[{"name":"new_tab","input":{}},{"name":"list_tabs","input":{}}]]';

test.each([
  ['toolset', 'toolset'],
  ['tools', 'tools'],
  ['drops', 'tools'],
] as [Knows, string][])('auto: a server that knows %s gets %s, and is not tried again', async (knows, encoding) => {
  world = await startWorld({ knows });
  const { session, standIn } = world;
  const first = await session.untilEnded(await session.start(PROMPT));
  expect(first.state).toMatchObject({ status: 'done', result: expect.stringContaining('list_tabs ok') });
  const rows = await session.rows<EncodingRow>('encodings');
  expect(rows).toMatchObject([{ id: `${standIn.baseURL} stand-in-1`, encoding }]);
  const tries = standIn.refusals.length;
  expect(tries).toBe(knows === 'tools' ? 1 : 0);

  const asked = standIn.requests.length;
  await session.untilEnded(await session.start(PROMPT));
  expect(standIn.refusals).toHaveLength(tries);
  const offered = standIn.requests
    .slice(asked)
    .map(({ tools }) => tools?.some(({ type }) => type !== undefined && type !== 'custom'));
  expect(offered).toEqual(offered.map(() => encoding === 'toolset'));
});
