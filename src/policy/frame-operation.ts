import { graphqlIn, type Operation } from './graphql-operation';
import { type Fields, isFields } from './json-fields';
import { parsed } from './payload';

/** Fields by which protocols on WebSockets name what a frame is, most telling first. */
const NAME_FIELDS = ['method', 'target', 'action', 'op', 'event', 'type', 'command', 'cmd', 'msg', 't', 'kind'];
/** Names that only carry another name further in: DDP's `method`, Action Cable's `message`, SignalR's `1`. */
const CARRIERS = /^(method|message|invoke|call|publish|data|\d+)$/i;

/**
 * https://socket.io/docs/v4/engine-io-protocol and …/socket-io-protocol: one digit for the packet, one for Socket.IO's
 * own, then attachments, namespace and acknowledgement. Opening and closing, ping and pong, upgrades, connecting to a
 * namespace.
 */
const CARRIES_NOTHING = /^(?:0\{|[2356]$|[23]probe$|4[014](?:\/[^,]*,?)?(?:\{|$))/;

const RECORD_END = '\u001e';

/**
 * What one WebSocket frame calls for. Known are plain JSON with a name, Socket.IO, SockJS, Phoenix, DDP, Action Cable,
 * SignalR, STOMP, JSON-RPC and graphql-ws. Empty when the frame names nothing.
 */
export function frameOperations(frame: string, url: URL): Operation[] {
  const text = frame.trim();
  const stomp = /^([A-Z]{3,12})\r?\n([\s\S]*)$/.exec(text);
  if (stomp?.[1])
    return [named(stomp[1] === 'SEND' ? (/destination:(\S+)/.exec(stomp[2] ?? '')?.[1] ?? 'send') : 'ping')];
  if (CARRIES_NOTHING.test(text)) return [named('ping')];
  // Only an event (42, 45) says something: `42/chat,17["bid",{}]`. A program that uses Engine.IO alone sends `4{…}`.
  const body = parsed(text.replace(/^4(?:[2356](?:\d+-)?(?:\/[^,[]*,)?\d*(?=\[)|(?=[{"]))/, ''));
  // SignalR ends its JSON with a record separator.
  return inValue(body ?? parsed(text.split(RECORD_END)[0]), url);
}

function inValue(value: unknown, url: URL): Operation[] {
  if (Array.isArray(value)) return inArray(value, url);
  if (!isFields(value)) return [];
  const payload = isFields(value.payload) ? value.payload : value;
  const graphql = graphqlIn(payload, url);
  if (graphql) return [graphql];
  const name = nameOf(value);
  return name === undefined ? [] : [named(name)];
}

/** `["event", data]` of Socket.IO, `[join, ref, topic, event, payload]` of Phoenix, `["{…}"]` of SockJS. */
function inArray(items: readonly unknown[], url: URL): Operation[] {
  const inner = items.flatMap((item) => (typeof item === 'string' ? [parsed(item)] : [])).filter(isFields);
  if (inner.length > 0) return inner.flatMap((item) => inValue(item, url));
  const texts = items.filter((item): item is string => typeof item === 'string' && /[A-Za-z]{2}/.test(item));
  const name = items.length === 5 ? (liveEvent(items) ?? texts.at(-1)) : texts[0];
  return name === undefined ? [] : [named(name)];
}

/** Phoenix LiveView carries the page's own event in one that is always called `event`. What only keeps says nothing. */
function liveEvent(items: readonly unknown[]): string | undefined {
  const [, , , name, payload] = items;
  const inner = name === 'event' && isFields(payload) ? payload.event : undefined;
  return typeof inner === 'string' && !/^(save|update|create|edit|change|next|continue|step|go)$/i.test(inner)
    ? inner
    : undefined;
}

function nameOf(value: Fields): string | undefined {
  const names = NAME_FIELDS.flatMap((field) => {
    const name = value[field];
    return typeof name === 'string' && name.length <= 80 ? [name] : [];
  });
  const telling = names.find((name) => !CARRIERS.test(name));
  if (telling !== undefined) return telling;
  const data = parsed(typeof value.data === 'string' ? value.data : undefined) ?? value.data;
  return (isFields(data) ? nameOf(data) : undefined) ?? names[0];
}

/** Subscribing to a channel and keeping a connection alive only listen. */
function named(name: string): Operation {
  const words = name.split(/[:/._-]/);
  const listens = words.some((word) =>
    /^(un)?sub(scribe|s)?$|^ping$|^pong$|^heartbeat$|^connect(ion)?(_init)?$|^init$|^hello$|^phx$|^join$|^leave$|^nosub$/i.test(
      word,
    ),
  );
  return { protocol: 'frame', name, ...(listens ? { type: 'subscription' as const } : {}) };
}
