import { describe, expect, test } from 'vitest';
import { encodeFrame, FrameDecoder } from '../../native/wire/frame';
import { WireError } from '../../native/wire/wire-error';
import { workerFrames } from '../../native/wire/worker-frames';
import { MOST_BYTES, NATIVE_FRAME_BYTES, ToWorker } from '../../src/bridge/protocol';
import { Random } from '../random';

const SEED = Number(process.env.FUZZ_SEED ?? 20_251_124);
const FRAMES = 12_000;
const MOST = 5000;

/** Feeds bytes in random pieces and says what came of it. */
function feed(decoder: FrameDecoder, bytes: Buffer, random: Random): { got: unknown[]; error: unknown } {
  const got: unknown[] = [];
  try {
    for (let at = 0; at < bytes.length; ) {
      const to = at + 1 + random.whole(random.next() < 0.3 ? 3 : 2000);
      for (const message of decoder.push(bytes.subarray(at, to))) got.push(message);
      expect(decoder.heldBytes).toBeLessThanOrEqual(MOST);
      at = to;
    }
    return { got, error: undefined };
  } catch (error) {
    return { got, error };
  }
}

describe(`fuzz, seed ${SEED}`, () => {
  test(`${FRAMES} good frames come back in order, cut anywhere`, () => {
    const random = new Random(SEED);
    const decoder = new FrameDecoder(MOST);
    let frames = 0;
    while (frames < FRAMES) {
      const sent = Array.from({ length: 1 + random.whole(40) }, () => ({ text: random.text(random.whole(60)) }));
      const bytes = Buffer.concat(sent.map((message) => encodeFrame(message, MOST)));
      expect(feed(decoder, bytes, random)).toEqual({ got: sent, error: undefined });
      frames += sent.length;
    }
  });

  test(`${FRAMES} broken frames end in a WireError or a message, and hold no memory`, () => {
    const random = new Random(SEED + 1);
    const outcomes = { message: 0, refused: 0, unfinished: 0 };
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const decoder = new FrameDecoder(MOST);
      const { got, error } = feed(decoder, brokenFrame(random), random);
      if (error !== undefined) expect(error).toBeInstanceOf(WireError);
      if (error !== undefined) expect(decoder.heldBytes).toBe(0);
      outcomes[error ? 'refused' : got.length > 0 ? 'message' : 'unfinished'] += 1;
    }
    // Each kind of end was really seen.
    expect(Object.values(outcomes).every((count) => count > 100)).toBe(true);
  });

  test('messages of any size to the worker come back from frames that Chrome takes', () => {
    const random = new Random(SEED + 2);
    for (let round = 0; round < 60; round += 1) {
      const text = random.text(1 + random.whole(3000)).repeat(1 + random.whole(200));
      const message: ToWorker = { type: 'request', client: 1, id: round, call: { text } };
      const decoder = new FrameDecoder(NATIVE_FRAME_BYTES);
      const got = [...workerFrames(message)].flatMap((frame) => [...decoder.push(frame)]);
      const parsed = got.map((one) => ToWorker.parse(one));
      const json = parsed.map((one) => (one.type === 'chunk' ? one.text : JSON.stringify(one))).join('');
      // JSON has no lone surrogates: both sides write them as escapes.
      expect(json).toBe(JSON.stringify(message));
      expect(Buffer.byteLength(json)).toBeLessThan(MOST_BYTES);
    }
  });
});

/** A frame with one thing wrong: bytes turned, cut short, a false length, or noise from end to end. */
function brokenFrame(random: Random): Buffer {
  const frame = encodeFrame({ text: random.text(random.whole(60)) }, MOST);
  const kind = random.whole(5);
  if (kind === 0) return random.bytes(random.whole(300));
  if (kind === 1) return frame.subarray(0, random.whole(frame.length));
  if (kind === 2) frame.writeUInt32LE(random.whole(frame.length * 2));
  if (kind === 3) frame.writeUInt32LE(random.whole(2 ** 32 - 1));
  if (kind === 4) frame[4 + random.whole(frame.length - 4)] = 32 + random.whole(95);
  return frame;
}
