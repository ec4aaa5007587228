import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { Hello, RESERVED_NAME } from '../../src/bridge/handshake';
import { FromClient, PROTOCOL_VERSION } from '../../src/bridge/protocol';
import { proofFits } from '../secret';
import { FrameDecoder } from '../wire/frame';
import { WireError } from '../wire/wire-error';
import type { HostLimits } from './limits';
import { Outbox } from './outbox';
import type { Switchboard } from './switchboard';

/** What a host needs to serve its clients. */
export interface ClientDoor {
  switchboard: Switchboard;
  limits: HostLimits;
  hostVersion: string;
  /** Reads the secret anew each time, so that a new install needs no new host. */
  secret(): Promise<string>;
  /** Who the browser is. Throws a WireError when the extension speaks another version. */
  browser(): { browser: string; extension: string };
  /** Resolves when the worker takes more: clients wait meanwhile, instead of filling the host's memory. */
  workerReady(): Promise<void>;
}

/** Serves one connection from challenge to end. Never rejects: what goes wrong is told to the client. */
export async function serveClient(socket: Socket, door: ClientDoor): Promise<void> {
  const outbox = new Outbox(socket, door.limits);
  // An error is followed by 'close', which ends the loop below.
  socket.on('error', () => undefined);
  const deadline = setTimeout(
    () => refuse(outbox, `No hello within ${door.limits.helloMs} ms. Answer the challenge at once.`),
    door.limits.helloMs,
  );
  let number: number | undefined;
  try {
    const nonce = randomBytes(32).toString('hex');
    outbox.send({ type: 'challenge', version: PROTOCOL_VERSION, nonce });
    const decoder = new FrameDecoder(door.limits.helloBytes);
    for await (const message of messages(socket, decoder, outbox, door.limits)) {
      if (outbox.ended) break;
      if (number === undefined) {
        number = await letIn(message, nonce, outbox, door);
        clearTimeout(deadline);
        decoder.allow(door.limits.frameBytes);
        continue;
      }
      const parsed = FromClient.safeParse(message);
      if (!parsed.success) throw new WireError('bad-request', 'A message was neither a request nor a cancel.');
      door.switchboard.fromClient(number, parsed.data);
      await door.workerReady();
    }
  } catch (error) {
    const code = error instanceof WireError ? error.code : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    if (number === undefined) refuse(outbox, message);
    else outbox.close({ code, message });
  } finally {
    clearTimeout(deadline);
    if (number !== undefined) door.switchboard.close(number);
    // After a last message nothing more is taken from it, but its own end must still be seen.
    if (outbox.ended) socket.resume();
    else socket.destroy();
  }
}

async function letIn(message: unknown, nonce: string, outbox: Outbox, door: ClientDoor): Promise<number> {
  const hello = Hello.safeParse(message);
  if (!hello.success)
    throw new WireError('bad-request', 'The first message was not a hello (src/bridge/handshake.ts).');
  const { name, kind, version, clientVersion, instance, proof } = hello.data;
  if (version !== PROTOCOL_VERSION) {
    const older = version < PROTOCOL_VERSION ? 'the program that connects' : 'Offstage (offstage install)';
    throw new WireError(
      'wrong-version',
      `The program speaks version ${version} of the bridge, the host ${PROTOCOL_VERSION}. Update ${older}.`,
    );
  }
  if (!proofFits(await door.secret(), nonce, proof)) {
    throw new WireError('refused', 'The proof does not fit the secret of this install. Run: offstage doctor');
  }
  if (kind === 'program' && RESERVED_NAME.test(name)) {
    throw new WireError(
      'refused',
      `Only the offstage command is called ${JSON.stringify(name)}. Give your program another name.`,
    );
  }
  const { browser, extension } = door.browser();
  if (door.switchboard.full) {
    throw new WireError('too-many', `${door.limits.clients} programs are connected already. Close one of them.`);
  }
  outbox.send({ type: 'welcome', version: PROTOCOL_VERSION, browser, extension, hostVersion: door.hostVersion });
  return door.switchboard.open(
    { name, version: clientVersion, instance, commandLine: kind === 'command-line' },
    { send: (sent) => outbox.send(sent), close: (error) => outbox.close(error) },
  );
}

/** The messages of a connection until it ends. One that stops in the middle of a frame is thrown out. */
async function* messages(socket: Socket, decoder: FrameDecoder, outbox: Outbox, limits: HostLimits) {
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const chunk of chunks(socket)) {
      clearTimeout(timer);
      yield* decoder.push(chunk);
      if (!decoder.midFrame) continue;
      const error = { code: 'bad-request', message: `A frame did not end within ${limits.frameMs} ms.` } as const;
      timer = setTimeout(() => outbox.close(error), limits.frameMs);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** What a socket brings. A connection that breaks ends like one that closes: either way the client is gone. */
async function* chunks(socket: Socket): AsyncGenerator<Buffer, void, undefined> {
  try {
    // Not destroyed when the loop ends early: a last message may still have to go out.
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch {
    return;
  }
}

function refuse(outbox: Outbox, message: string): void {
  outbox.end({ type: 'refused', message });
}
