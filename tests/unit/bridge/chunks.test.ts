import { expect, test } from 'vitest';
import { ChunkJoiner } from '../../../src/bridge/chunks';

const request = { type: 'request', client: 1, id: 1, call: { method: 'ping', text: 'ü"🎈'.repeat(9) } };

function chunksOf(message: unknown, units: number, of = 'a') {
  const json = JSON.stringify(message);
  const count = Math.ceil(json.length / units);
  return Array.from({ length: count }, (_, at) => ({
    type: 'chunk',
    of,
    at,
    last: at === count - 1,
    text: json.slice(at * units, (at + 1) * units),
  }));
}

test('joins chunks, also where a pair of surrogates was cut, and takes whole messages as they are', () => {
  const joiner = new ChunkJoiner();
  for (const units of [1, 7, 1000]) {
    const taken = chunksOf(request, units).map((chunk) => joiner.take(chunk));
    expect(taken.at(-1)).toEqual(request);
    expect(taken.slice(0, -1).every((each) => each === undefined)).toBe(true);
    expect(joiner.take(request)).toEqual(request);
  }
});

test.each([
  ['a chunk is missing', (all: object[]) => [all[0], all[2]]],
  ['another message comes between', (all: object[]) => [all[0], request]],
  ['chunks of two are mixed', (all: object[]) => [all[0], chunksOf(request, 50, 'b')[1]]],
  ['it does not begin at the beginning', (all: object[]) => [all[1]]],
  ['it is no message at all', () => [{ type: 'other' }]],
  ['the whole is no message', () => chunksOf({ type: 'other' }, 5)],
  ['the whole is no JSON', () => [{ type: 'chunk', of: 'a', at: 0, last: true, text: '{' }]],
])('throws when %s', (_, messages) => {
  const joiner = new ChunkJoiner();
  expect(() => messages(chunksOf(request, 50)).map((message) => joiner.take(message))).toThrow();
});
