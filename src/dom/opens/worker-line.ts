import type { OpenMessage, WorkerWords } from './worker-words';

/** A page's line to the worker. */
export interface WorkerLine {
  say(message: OpenMessage): void;
  /** Calls back for what the worker says, but for `arm`. */
  hear(heard: (words: WorkerWords) => void): void;
  /** Hands words on to the frames of this site: the worker speaks to the top one. */
  handOn(words: WorkerWords): void;
  /**
   * True for a while after an input of the agent: a page that nobody hears any more must work for the person as ever.
   */
  isArmed(): boolean;
}

/**
 * Takes hold of the line, out of the page's sight. Undefined where the debugger gave none. A part of interceptOpens.
 */
export function workerLine({ binding, channel }: { binding: string; channel: string }): WorkerLine | undefined {
  const page = globalThis as unknown as Record<string, unknown>;
  const bound = page[binding];
  if (typeof bound !== 'function') return undefined;
  delete page[binding];
  const clock = performance.now.bind(performance);
  let armedUntil = 0;
  const hearers: ((words: WorkerWords) => void)[] = [];

  const handOn = (words: WorkerWords) => {
    for (let at = 0; at < window.length; at++) {
      try {
        window[at]?.dispatchEvent(new CustomEvent(channel, { detail: words }));
      } catch {
        // A frame of another site.
      }
    }
  };
  window.addEventListener(channel, (event) => {
    event.stopImmediatePropagation();
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (typeof detail !== 'object' || detail === null) return;
    // Nobody but the worker knows the channel (src/browser/page-script.ts).
    const words = detail as WorkerWords;
    if (words.kind === 'arm') {
      armedUntil = clock() + words.ms;
      handOn(words);
    } else for (const heard of hearers) heard(words);
  });
  return {
    say: (message) => void bound(JSON.stringify(message)),
    hear: (heard) => void hearers.push(heard),
    handOn,
    isArmed: () => clock() < armedUntil,
  };
}
