import { describe, expect, test } from 'vitest';
import { encodeFrame, FrameDecoder } from '../../native/wire/frame';
import { workerFrames } from '../../native/wire/worker-frames';
import { NATIVE_FRAME_BYTES, ToWorker } from '../../src/bridge/protocol';

const MOST = 1000;

function rawFrame(body: Uint8Array): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
}

describe('a frame', () => {
  test('is a little-endian length and UTF-8 JSON', () => {
    expect([...encodeFrame('é', MOST)]).toEqual([4, 0, 0, 0, 0x22, 0xc3, 0xa9, 0x22]);
  });

  test('arrives whole when it comes byte by byte', () => {
    const decoder = new FrameDecoder(MOST);
    const bytes = Buffer.concat([encodeFrame({ a: 'ü' }, MOST), encodeFrame([1], MOST)]);
    const got = [...bytes].flatMap((byte) => [...decoder.push(Uint8Array.of(byte))]);
    expect(got).toEqual([{ a: 'ü' }, [1]]);
    expect(decoder.midFrame).toBe(false);
  });

  test('several arrive from one read', () => {
    const bytes = Buffer.concat([1, 2, 3].map((n) => encodeFrame(n, MOST)));
    expect([...new FrameDecoder(MOST).push(bytes)]).toEqual([1, 2, 3]);
  });

  test('at the limit passes, and one byte more is refused before its body is there', () => {
    const exact = encodeFrame('x'.repeat(MOST - 2), MOST);
    expect([...new FrameDecoder(MOST).push(exact)]).toHaveLength(1);
    expect(() => encodeFrame('x'.repeat(MOST - 1), MOST)).toThrow(/1001 bytes is above the limit of 1000/);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(MOST + 1);
    expect(() => [...new FrameDecoder(MOST).push(header)]).toThrow(/above the limit/);
  });

  test.each([
    ['empty', Buffer.alloc(0), /empty/],
    ['not JSON', Buffer.from('{"a":'), /not JSON/],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), /not UTF-8/],
  ])('that is %s is refused, and so is everything after it', (_, body, words) => {
    const decoder = new FrameDecoder(MOST);
    expect(() => [...decoder.push(rawFrame(body))]).toThrow(words);
    expect(() => [...decoder.push(encodeFrame(1, MOST))]).toThrow(words);
  });

  test('before a broken one still counts', () => {
    const got: unknown[] = [];
    const bytes = Buffer.concat([encodeFrame('good', MOST), rawFrame(Buffer.from('bad'))]);
    expect(() => {
      for (const message of new FrameDecoder(MOST).push(bytes)) got.push(message);
    }).toThrow(/not JSON/);
    expect(got).toEqual(['good']);
  });

  test('that promises much and brings little takes little memory', () => {
    const decoder = new FrameDecoder(64 * 1024 * 1024);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(64 * 1024 * 1024);
    expect([...decoder.push(Buffer.concat([header, Buffer.from('"abc')]))]).toEqual([]);
    expect(decoder.midFrame).toBe(true);
    expect(decoder.heldBytes).toBeLessThanOrEqual(4096);
  });
});

describe('a message to the worker', () => {
  const request = (text: string): ToWorker => ({ type: 'request', client: 1, id: 2, call: { text } });

  function joined(message: ToWorker): { whole: unknown; sizes: number[] } {
    const decoder = new FrameDecoder(NATIVE_FRAME_BYTES);
    const frames = [...workerFrames(message)];
    const got = frames.flatMap((frame) => [...decoder.push(frame)]).map((one) => ToWorker.parse(one));
    const chunks = got.flatMap((one) => (one.type === 'chunk' ? [one] : []));
    if (chunks.length === 0) return { whole: got[0], sizes: frames.map((frame) => frame.length - 4) };
    expect(chunks.map((chunk) => chunk.at)).toEqual(chunks.map((_, index) => index));
    expect(chunks.map((chunk) => chunk.last)).toEqual(chunks.map((_, index) => index === chunks.length - 1));
    expect(new Set(chunks.map((chunk) => chunk.of)).size).toBe(1);
    const whole: unknown = JSON.parse(chunks.map((chunk) => chunk.text).join(''));
    return { whole, sizes: frames.map((frame) => frame.length - 4) };
  }

  test('below 1 MB is one frame', () => {
    const message = request('x'.repeat(1000));
    expect(joined(message)).toEqual({ whole: message, sizes: [expect.any(Number)] });
  });

  test.each([
    ['ASCII', 'x'],
    ['quotes and backslashes', '"\\'],
    ['three-byte signs', '語'],
    ['emoji, cut anywhere', 'a😀'],
    ['control characters', '\u0001'],
  ])('above 1 MB comes back from chunks that Chrome takes: %s', (_, sign) => {
    const message = request(sign.repeat(2_500_000 / sign.length));
    const { whole, sizes } = joined(message);
    expect(whole).toEqual(message);
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(NATIVE_FRAME_BYTES);
  });

  test('above 64 MB is refused', () => {
    expect(() => workerFrames(request('x'.repeat(64 * 1024 * 1024))).next()).toThrow(/above the limit/);
  });
});
