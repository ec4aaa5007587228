import { within } from '../browser/wait';

/** Longest time in which nothing of an answer comes, in milliseconds: the API sends a ping every few seconds. */
const IDLE_MS = 120_000;

/**
 * `fetch` whose answer's body fails with a TypeError when nothing of it comes for so long: a connection that died
 * without a word would keep a task waiting for ever. Bytes are counted and not the SDK's events, which leave out pings.
 */
export function impatientFetch(idleMs = IDLE_MS): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    return response.body ? new Response(impatient(response.body, idleMs), response) : response;
  };
}

function impatient(body: ReadableStream<Uint8Array>, idleMs: number): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const read = await within(idleMs, reader.read());
          if (!read) throw new TypeError(`the answer stopped: nothing of it came for ${idleMs / 1000} seconds`);
          if (read.done) controller.close();
          else controller.enqueue(read.value);
        } catch (error) {
          // Closes the connection. Who reads gets the reason, whether that works or not.
          reader.cancel(error).catch(() => undefined);
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
