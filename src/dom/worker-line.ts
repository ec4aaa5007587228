/**
 * What the worker says to any page: from now on, for so many milliseconds, it tells the worker instead of having Chrome
 * open something. None lets it work for the person as ever.
 */
export interface ArmWords {
  kind: 'arm';
  ms: number;
}

/** What a script of ours in a page's own world is given to speak with the worker through (src/browser/page-script.ts). */
export interface LineGiven {
  /** The name of the debugger's binding. */
  binding: string;
  /** The event that brings the worker's words. */
  channel: string;
  /** How long a new document is armed without a word of the worker, in milliseconds. */
  armedMs: number;
}

/** A page's line to the worker: `Said` by the page, `Heard` from the worker. */
export interface WorkerLine<Said, Heard> {
  say(message: Said): void;
  /** Calls back for what the worker says, but for `arm`. */
  hear(heard: (words: Heard) => void): void;
  /** Hands words on to the frames of this site: the worker speaks to the top one. */
  handOn(words: Heard): void;
  /**
   * True for a while after an input of the agent: a page that nobody hears any more must work for the person as ever.
   */
  isArmed(): boolean;
}

/**
 * Takes hold of the line, out of the page's sight. Undefined where the debugger gave none.
 *
 * It is sent to the page as its source text, so it may use nothing from around it.
 */
export function workerLine<Said, Heard>({ binding, channel, armedMs }: LineGiven): WorkerLine<Said, Heard> | undefined {
  const page = globalThis as unknown as Record<string, unknown>;
  const bound = page[binding];
  if (typeof bound !== 'function') return undefined;
  delete page[binding];
  const clock = performance.now.bind(performance);
  let armedUntil = clock() + armedMs;
  const hearers: ((words: Heard) => void)[] = [];

  const handOn = (words: Heard | ArmWords) => {
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
    // Nobody but the worker knows the channel.
    const words = detail as ArmWords;
    if (words.kind === 'arm') {
      armedUntil = clock() + words.ms;
      handOn(words);
    } else for (const heard of hearers) heard(detail as Heard);
  });
  return {
    say: (message) => void bound(JSON.stringify(message)),
    hear: (heard) => void hearers.push(heard),
    handOn,
    isArmed: () => clock() < armedUntil,
  };
}
