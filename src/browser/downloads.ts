import type { BetaBrowserStateChange } from '@anthropic-ai/sdk/resources/beta';
import type { DebuggerSession } from './debugger-session';
import { within } from './wait';

/** Longest time from the begin of a download until the debugger's word of it is heard, in milliseconds. */
const TOLD_LATE_MS = 10_000;

/** A download of a task. `path` is known once it is complete. */
interface Download {
  id: string;
  url: string;
  name: string;
  bytes: number;
  /** `Date.now()` when it was told to begin. */
  begun: number;
  state: 'running' | 'completed' | 'failed';
  path?: string;
  /** States that were told: in a result's line, and in a state report. */
  told?: Download['state'];
  reported?: Download['state'];
}

/**
 * The downloads that the pages of one task began, to their end. The debugger tells of each with size and state
 * (Page.downloadWillBegin, downloadProgress); only where Chrome put the file needs the `downloads` permission.
 */
export class Downloads {
  readonly #downloads = new Map<string, Download>();
  #heeded = true;
  #wake: () => void = () => undefined;

  /** Begins to follow the downloads of one tab, until the signal aborts. */
  watch(session: DebuggerSession, signal: AbortSignal): void {
    session.on(
      'Page.downloadWillBegin',
      ({ guid, url, suggestedFilename }) => {
        if (!this.#heeded) return;
        const name = suggestedFilename;
        this.#downloads.set(guid, { id: guid, url, name, bytes: 0, begun: Date.now(), state: 'running' });
      },
      signal,
    );
    session.on(
      'Page.downloadProgress',
      ({ guid, receivedBytes, state }) => {
        const download = this.#downloads.get(guid);
        if (download?.state !== 'running') return;
        download.bytes = receivedBytes;
        if (state !== 'inProgress') void this.#end(download, state === 'completed');
      },
      signal,
    );
  }

  /** Whether downloads that begin from now on are the task's: what the person downloads is theirs. */
  heed(heeded: boolean): void {
    this.#heeded = heeded;
  }

  /** Paths of what was downloaded: the person let this task have these files. */
  paths(): string[] {
    return [...this.#downloads.values()].flatMap(({ path }) => path ?? []);
  }

  /** Resolves when no download runs, or after so many milliseconds. */
  async idle(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while ([...this.#downloads.values()].some(({ state }) => state === 'running')) {
      const left = end - performance.now();
      if (left <= 0) return;
      const ended = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await within(left, ended);
    }
  }

  /** Lines about downloads that began or ended since this was last asked. */
  news(): string[] {
    return [...this.#downloads.values()].flatMap((download) => {
      if (download.told === download.state) return [];
      download.told = download.state;
      return said(download);
    });
  }

  /** The same for the next state report. */
  takeChanges(): BetaBrowserStateChange[] {
    return [...this.#downloads.values()].flatMap((download) => {
      if (download.reported === download.state) return [];
      download.reported = download.state;
      return change(download);
    });
  }

  async #end(download: Download, completed: boolean): Promise<void> {
    if (completed) {
      const path = await pathOf(download);
      if (path !== undefined) download.path = path;
    }
    download.state = completed ? 'completed' : 'failed';
    this.#wake();
  }
}

/**
 * Where Chrome put it. The newest of that address, since the debugger and chrome.downloads share no id; never one of
 * another address or of before, whatever it is called: a file with a known path may be uploaded, and those are the
 * person's.
 */
async function pathOf({ url, begun }: Download): Promise<string | undefined> {
  const found = await chrome.downloads.search({ orderBy: ['-startTime'], limit: 20 }).catch(() => []);
  const mine = found.find(
    (item) => (item.finalUrl === url || item.url === url) && Date.parse(item.startTime) >= begun - TOLD_LATE_MS,
  );
  return mine?.filename || undefined;
}

function said({ state, name, bytes, path }: Download): string {
  const what = JSON.stringify(name);
  if (state === 'running') return `download of ${what} began`;
  if (state === 'failed') return `download of ${what} failed or was cancelled`;
  return `downloaded ${what}, ${bytes} bytes${path ? `, to ${path}` : ''}`;
}

function change({ id, url, state, bytes, path }: Download): BetaBrowserStateChange {
  const download = { download_id: id, url };
  if (state === 'running') return { type: 'download_started', ...download };
  if (state === 'failed') return { type: 'download_failed', ...download };
  return { type: 'download_completed', ...download, size_bytes: bytes, ...(path ? { path } : {}) };
}
