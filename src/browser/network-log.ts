import type { Protocol } from 'devtools-protocol';
import { BoundedLog } from './bounded-log';
import type { DebuggerSession } from './debugger-session';
import { maskBody, maskHeader, maskUrl } from './mask-secrets';

const MOST_LINES = 300;
/** Requests that never end (streams) are forgotten, oldest first, beyond this number. */
const MOST_OPEN = 200;
const BODY_LENGTH = 300;

/** Headers that a page chose itself say something about its request; what every request carries does not. */
const USUAL_HEADER =
  /^(accept|accept-.*|user-agent|referer|origin|sec-.*|upgrade-insecure-requests|cache-control|pragma)$/i;

interface OpenRequest {
  request: Protocol.Network.Request;
  type: string;
  /** Seconds, on the clock of the debugger. */
  begun: number;
  response?: Protocol.Network.Response;
}

/** The requests of a tab since the last read, one line each, with secrets masked in addresses, headers and bodies. */
export class NetworkLog {
  readonly #log = new BoundedLog(MOST_LINES);
  readonly #open = new Map<string, OpenRequest>();

  /** Begins to listen, until the signal aborts. The session has the Network domain on. */
  watch(session: DebuggerSession, signal: AbortSignal): void {
    session.on(
      'Network.requestWillBeSent',
      ({ requestId, request, type, timestamp, redirectResponse }) => {
        const before = this.#open.get(requestId);
        if (before && redirectResponse) this.#close(requestId, { ...before, response: redirectResponse }, timestamp);
        this.#open.set(requestId, { request, type: type ?? 'Other', begun: timestamp });
        const oldest = this.#open.size > MOST_OPEN ? this.#open.keys().next().value : undefined;
        if (oldest !== undefined) this.#open.delete(oldest);
      },
      signal,
    );
    session.on(
      'Network.responseReceived',
      ({ requestId, response }) => {
        const open = this.#open.get(requestId);
        if (open) open.response = response;
      },
      signal,
    );
    session.on(
      'Network.loadingFinished',
      ({ requestId, timestamp, encodedDataLength }) => {
        const open = this.#open.get(requestId);
        if (open) this.#close(requestId, open, timestamp, `${encodedDataLength} bytes`);
      },
      signal,
    );
    session.on(
      'Network.loadingFailed',
      ({ requestId, timestamp, errorText, canceled }) => {
        const open = this.#open.get(requestId);
        if (open) this.#close(requestId, open, timestamp, canceled ? 'cancelled' : `failed ${errorText}`);
      },
      signal,
    );
  }

  /** Lines of what ended since the last call, then what is still open. */
  take(): string[] {
    const open = [...this.#open.values()].map((each) => `${each.request.method} … ${each.type} ${told(each.request)}`);
    return [...this.#log.take(), ...open];
  }

  #close(requestId: string, { request, type, begun, response }: OpenRequest, ended: number, outcome = ''): void {
    this.#open.delete(requestId);
    const parts = [
      request.method,
      response ? String(response.status) : '-',
      type,
      response?.mimeType || '-',
      `${Math.round((ended - begun) * 1000)} ms`,
      ...(outcome ? [outcome] : []),
      told(request),
    ];
    this.#log.add(parts.join(' '));
  }
}

/** The address, and of what the page sent itself the headers and the beginning of the body. */
function told(request: Protocol.Network.Request): string {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    USUAL_HEADER.test(name) ? [] : [maskHeader(name, value)],
  );
  const body = request.postData === undefined ? '' : maskBody(request.postData).replace(/\s+/g, ' ');
  return [
    maskUrl(request.url),
    ...(headers.length > 0 ? [`{${headers.join(', ')}}`] : []),
    ...(body ? [`body ${body.slice(0, BODY_LENGTH)}`] : []),
  ].join(' ');
}
