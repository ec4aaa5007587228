import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The WebSockets of a server: hears text frames, says some, and ends with `close`. */
export interface Sockets {
  /** Says a text of less than 64 K to everyone who is connected. */
  say(text: string): void;
  close(): void;
}

/** Accepts every WebSocket of a server, and tells each text frame that arrives. Enough of RFC 6455 for a test. */
export function acceptSockets(server: Server, heard: (text: string) => void): Sockets {
  const sockets = new Set<Socket>();
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${HANDSHAKE}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => undefined);
    // A server's socket stays half open otherwise, also when the browser is gone.
    socket.on('end', () => socket.end());
    socket.on('close', () => sockets.delete(socket));
    let left = Buffer.alloc(0);
    socket.on('data', (data) => {
      left = Buffer.concat([left, data]);
      // Frames that were sent together arrive together, and long ones in pieces.
      for (let frame = firstFrame(left); frame; frame = firstFrame(left)) {
        left = left.subarray(frame.length);
        if (frame.text !== undefined) heard(frame.text);
      }
    });
  });
  return {
    say(text) {
      const body = Buffer.from(text);
      const head = body.length < 126 ? [0x81, body.length] : [0x81, 126, body.length >> 8, body.length & 255];
      for (const socket of sockets) socket.write(Buffer.concat([Buffer.from(head), body]));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The first frame of what arrived so far, when it is whole; `text` is undefined for any but a text frame. */
function firstFrame(data: Buffer): { length: number; text: string | undefined } | undefined {
  if (data.length < 2) return undefined;
  const short = (data[1] ?? 0) & 127;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (data.length < head + 4) return undefined;
  const size = short === 127 ? Number(data.readBigUInt64BE(2)) : short === 126 ? data.readUInt16BE(2) : short;
  const length = head + 4 + size;
  if (data.length < length) return undefined;
  const mask = data.subarray(head, head + 4);
  const bytes = data.subarray(head + 4, length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return { length, text: ((data[0] ?? 0) & 15) === 1 ? Buffer.from(bytes).toString('utf8') : undefined };
}
