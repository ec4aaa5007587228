import { randomUUID } from 'node:crypto';
import { MOST_BYTES, NATIVE_FRAME_BYTES, type ToWorker } from '../../src/bridge/protocol';
import { encodeFrame } from './frame';
import { WireError } from './wire-error';

/**
 * UTF-16 units of JSON text in a chunk. Inside the chunk's own JSON a unit takes at most three bytes of UTF-8 (a quote
 * or backslash two), and the two halves of a pair cut in two six each, so a chunk stays below NATIVE_FRAME_BYTES.
 */
const CHUNK_UNITS = 300_000;

/**
 * A message to the worker as the frames that Chrome takes: one, or chunks of its JSON text when it is above 1 MB.
 * They are made one by one, so that a large message does not lie in memory twice.
 *
 * Throws a WireError `too-large` above MOST_BYTES, before the first frame.
 */
export function* workerFrames(message: ToWorker): Generator<Buffer, void, undefined> {
  const json = JSON.stringify(message);
  const bytes = Buffer.byteLength(json);
  if (bytes > MOST_BYTES) {
    throw new WireError('too-large', `A message of ${bytes} bytes is above the limit of ${MOST_BYTES}. Send less.`);
  }
  if (bytes <= NATIVE_FRAME_BYTES) {
    yield encodeFrame(message, NATIVE_FRAME_BYTES);
    return;
  }
  const of = randomUUID();
  for (let from = 0, at = 0; from < json.length; from += CHUNK_UNITS, at += 1) {
    const text = json.slice(from, from + CHUNK_UNITS);
    const chunk: ToWorker = { type: 'chunk', of, at, last: from + CHUNK_UNITS >= json.length, text };
    yield encodeFrame(chunk, NATIVE_FRAME_BYTES);
  }
}
