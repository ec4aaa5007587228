/**
 * Runs in a page's own world, or in a worker, before its scripts, and sees to what the debugger's Fetch domain does not
 * see (../shared/effects-measured.csv). Each WebSocket frame is told to the worker, and sent when it says so; one that is
 * never answered is never sent, so every death fails closed. Shared workers, WebTransport and fetchLater, which sends when its
 * tab is gone already (Chromium 156), are taken away, so that sites do what they do in browsers without them, which can be
 * seen and asked about.
 *
 * It is sent as its source text, so it may use nothing from around it; and nothing that a page could replace later:
 * `release` may be called by the page too, but not with the key.
 *
 * @param given `binding` is the name of the debugger's binding, `release` of the function that the worker calls, `key`
 *   what proves that it is the worker
 */
export function holdSockets(given: { binding: string; release: string; key: string }): void {
  const world = globalThis as unknown as Record<string, unknown>;
  delete world.SharedWorker;
  delete world.WebTransport;
  delete world.fetchLater;
  const bound = world[given.binding];
  if (typeof bound !== 'function' || typeof WebSocket !== 'function') return;
  delete world[given.binding];
  const { key } = given;
  const apply = Reflect.apply;
  const stringify = JSON.stringify;
  const send = WebSocket.prototype.send;
  const urlOf = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'url')?.get;
  const decoder = new TextDecoder();
  const decode = decoder.decode.bind(decoder);
  const [Buffer, isView] = [ArrayBuffer, ArrayBuffer.isView];
  const textOf = Blob.prototype.text;
  interface Held {
    socket: WebSocket;
    data: unknown;
    next: Held | undefined;
    number: number;
    verdict: boolean | undefined;
  }
  // A chain and not an array or a map: their methods belong to the page.
  let first: Held | undefined;
  let last: Held | undefined;
  let count = 0;

  const tell = (held: Held, text: string) =>
    apply(bound, undefined, [
      stringify({ number: held.number, url: urlOf ? apply(urlOf, held.socket, []) : '', text: text.slice(0, 65_536) }),
    ]);
  /** Sends what was allowed, in the order in which the page sent it: each socket waits for its own first frame. */
  const flush = () => {
    let before: Held | undefined;
    for (let held = first; held; held = held.next) {
      let waits = held.verdict === undefined;
      for (let other = first; other && other !== held; other = other.next) waits ||= other.socket === held.socket;
      if (waits) {
        before = held;
        continue;
      }
      if (before) before.next = held.next;
      else first = held.next;
      if (held === last) last = before;
      if (held.verdict && held.socket.readyState === 1) apply(send, held.socket, [held.data]);
    }
  };
  Object.defineProperty(world, given.release, {
    value: (said: unknown, number: unknown, verdict: unknown) => {
      if (said !== key) return;
      for (let held = first; held; held = held.next) if (held.number === number) held.verdict = verdict === true;
      flush();
    },
  });
  // A proxy of the native function answers toString() as the native one does.
  WebSocket.prototype.send = new Proxy(send, {
    apply(native, socket: WebSocket, args: unknown[]) {
      const [data] = args;
      // Chrome's own errors for what is no socket, not open yet, or closed.
      if (!(socket instanceof WebSocket) || socket.readyState !== 1) return apply(native, socket, args);
      const held: Held = { socket, data, next: undefined, number: ++count, verdict: undefined };
      if (last) last.next = held;
      else first = held;
      last = held;
      if (typeof data === 'string') tell(held, data);
      else if (data instanceof Buffer || isView(data)) tell(held, decode(data as ArrayBuffer));
      else if (data instanceof Blob) void apply(textOf, data, []).then((text: string) => tell(held, text));
      else tell(held, `${data}`);
    },
  });
}
