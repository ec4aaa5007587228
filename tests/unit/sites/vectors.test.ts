import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startVectors } from '../../sites/vectors/server';

test('a connection on which nothing was ever asked does not keep the site from being quiet', async () => {
  const site = await startVectors();
  const unused = connect(Number(new URL(site.origin).port), '127.0.0.1');
  await once(unused, 'connect');
  await site.quiet();
  expect(unused.bytesWritten).toBe(0);
  await site.close();
}, 20_000);
