import type { Protocol } from 'devtools-protocol';
import { expect, test } from 'vitest';
import { requestEvidence } from '../../../src/browser/request-evidence';
import { digestOf } from '../../../src/policy/signature';

/** A paused POST whose body Chrome shows in these pieces; undefined is one that it does not show. */
function paused(type: string, ...pieces: (string | Buffer | undefined)[]): Protocol.Fetch.RequestPausedEvent {
  return {
    requestId: '1',
    frameId: 'f',
    resourceType: 'Fetch',
    request: {
      url: 'https://drive.test/upload',
      method: 'POST',
      headers: { 'Content-Type': type },
      hasPostData: true,
      postDataEntries: pieces.map((piece) =>
        piece === undefined ? {} : { bytes: Buffer.from(piece).toString('base64') },
      ),
      initialPriority: 'High',
      referrerPolicy: 'no-referrer',
    },
  };
}
const seen = (...given: Parameters<typeof paused>) => requestEvidence(paused(...given), 'main');

const upload = (content: string, boundary = '----b1') =>
  [
    `--${boundary}\r\nContent-Disposition: form-data; name="to"\r\n\r\nann`,
    `--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n${content}`,
    `--${boundary}--\r\n`,
  ].join('\r\n');
const multipart = 'multipart/form-data; boundary=--b1';

test.each([
  ['text', 'application/json', ['{"to":"ann"}'], '{"to":"ann"}'],
  ['text in pieces, a letter across two', 'text/plain', [Buffer.from([0xc3]), Buffer.from([0xbc])], 'ü'],
  ['a field for a file that is empty', multipart, [upload('')], undefined],
])('a body that is all there: %s', (_, type, pieces, body) => {
  const request = seen(type, ...pieces);
  expect(request.leftOut).toBeUndefined();
  if (body !== undefined) expect(request.body).toBe(body);
});

test.each([
  ['a file', multipart, [upload('1;2')]],
  ['a file of the disk', multipart, ['--b', undefined]],
  ['no piece that is shown', 'text/plain', [undefined]],
  ['more than is read', 'text/plain', ['x'.repeat(300_000)]],
  ['bytes', 'application/octet-stream', [Buffer.from([1, 0xff, 0xfe])]],
])('a body that is not all there says so: %s', (_, type, pieces) => {
  expect(seen(type, ...pieces).leftOut).toBeDefined();
});

test('what was approved with one content is not approved with another', () => {
  const digest = (...given: Parameters<typeof paused>) => digestOf(seen(...given));
  expect(digest(multipart, upload('1;2'))).toBe(digest(multipart, upload('1;2', '----b2')));
  expect(digest(multipart, upload('1;2'))).not.toBe(digest(multipart, upload('1;3')));
  const long = 'x'.repeat(300_000);
  expect(digest('text/plain', long)).not.toBe(digest('text/plain', `${long}y`));
  const bytes = (last: number) => Buffer.from([1, 0xff, last]);
  expect(digest('application/octet-stream', bytes(0xfe))).not.toBe(digest('application/octet-stream', bytes(0xfd)));
});
