import type { Socket } from 'node:net';
import { Challenge, type Hello, Welcome } from '../../src/bridge/handshake';
import { MOST_BYTES, PROTOCOL_VERSION } from '../../src/bridge/protocol';
import { prove } from '../secret';
import { encodeFrame, type FrameDecoder } from '../wire/frame';
import { WireError } from '../wire/wire-error';

/** Who connects: what the person sees in the panel, and the install's secret. */
export interface Caller {
  name: string;
  kind: Hello['kind'];
  version: string;
  /** The same at each connection of this process. */
  instance: string;
  secret: string;
}

export type Welcomed = Extract<Welcome, { type: 'welcome' }>;
export type Messages = AsyncGenerator<unknown, void, undefined>;

/**
 * Answers a host's challenge and resolves with its welcome (src/bridge/handshake.ts). Rejects with a WireError:
 * `not-connected` when nobody or something else is there, `wrong-version`, or `refused` in the host's own words.
 */
export async function shakeHands(socket: Socket, messages: Messages, caller: Caller): Promise<Welcomed> {
  const challenge = Challenge.safeParse((await messages.next()).value);
  if (!challenge.success) throw new WireError('not-connected', 'What listens there is no host of Offstage.');
  const { version, nonce } = challenge.data;
  if (version !== PROTOCOL_VERSION) {
    const older = version < PROTOCOL_VERSION ? 'Offstage in the browser, and restart it' : 'this program';
    throw new WireError(
      'wrong-version',
      `The host speaks version ${version} of the bridge, this program ${PROTOCOL_VERSION}. Update ${older}.`,
    );
  }
  const { name, kind, version: clientVersion, instance, secret } = caller;
  const proof = prove(secret, nonce);
  const hello: Hello = { type: 'hello', version: PROTOCOL_VERSION, name, kind, clientVersion, instance, proof };
  socket.write(encodeFrame(hello, MOST_BYTES));
  const welcome = Welcome.safeParse((await messages.next()).value);
  if (!welcome.success) throw new WireError('not-connected', 'The host ended the connection without a welcome.');
  if (welcome.data.type === 'refused') throw new WireError('refused', welcome.data.message);
  return welcome.data;
}

/**
 * The messages of a socket until it ends, in whatever way. Throws a WireError when nobody listens or a frame is broken.
 */
export async function* received(socket: Socket, decoder: FrameDecoder): Messages {
  try {
    for await (const chunk of socket) if (Buffer.isBuffer(chunk)) yield* decoder.push(chunk);
  } catch (error) {
    if (error instanceof WireError) throw error;
    if (error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOENT')) {
      throw new WireError('not-connected', 'Nobody listens there.');
    }
  }
}
