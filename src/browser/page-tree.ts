import type { StitchedFrame } from '../dom/frame-contract';
import type { FindResult, ReadOptions, ReadResult, RefProblem } from '../dom/reader-contract';
import type { OpenTab } from './open-tab';
import { callReader, PAGE } from './page-reader';
import { callByRef, framesOf, type TabFrame, viewInto } from './tab-frames';
import { pause } from './wait';

/** Most characters of a read, of all frames together. */
const CAP = 50_000;
/** What frames may take of it when the page needs the rest. */
const FRAMES_CAP = 20_000;
/** Frames in frames are followed no deeper than this. */
const MOST_DEPTH = 8;

/**
 * Reads a tab's page, or what a ref names, with the frames of other sites in their place. Refs of all frames are
 * counted together, so that each names one element of the tab.
 */
export async function readTree(
  tab: OpenTab,
  options: Omit<ReadOptions, 'firstRef' | 'cap' | 'view'>,
  signal: AbortSignal,
): Promise<ReadResult | RefProblem> {
  const first = { ...options, firstRef: tab.nextRef };
  const { answer, frameId } = options.ref
    ? await callByRef(tab.tabId, 'read', [first], signal)
    : { answer: await callReader(tab.tabId, 'read', [first], signal), frameId: PAGE };
  if (!answer.ok || answer.frames.length === 0) return answer;
  const stitching = new Stitching(tab.tabId, options, Math.max(FRAMES_CAP, CAP - answer.text.length), signal);
  const inside = await stitching.inside(answer, 1);
  const room = CAP - stitching.used;
  if (answer.text.length <= room) return { ...answer, text: placed(answer, inside), nextRef: stitching.nextRef };
  // The page itself filled the read: it is folded a little more, so that its frames have their room.
  const smaller = await callReader(
    tab.tabId,
    'read',
    [{ ...options, firstRef: stitching.nextRef, cap: room }],
    signal,
    frameId,
  );
  return smaller.ok ? { ...smaller, text: placed(smaller, inside) } : smaller;
}

/** Longest time that a read waits for frames that are on their way, in milliseconds. */
const LOADING_MS = 4000;
/** A frame that cannot be asked is between two documents, or never lets us in: that is known a little later. */
const SHUT_MS = 1000;
const LOOK_MS = 60;

/**
 * The frames of a tab when those that a read shows have loaded, or a while later: a page is there before its frames.
 */
async function loadedFrames(tabId: number, shown: readonly StitchedFrame[], signal: AbortSignal): Promise<TabFrame[]> {
  const begun = performance.now();
  for (;;) {
    const frames = await framesOf(tabId, signal);
    const waiting = shown.some(({ path, src }) => {
      const frame = frames.find((each) => each.path === path);
      if (!frame) return performance.now() - begun < SHUT_MS;
      // A process of its own hears of its window's size a moment later; until then it shows nothing.
      const unsized = frame.width === 0 || frame.height === 0;
      return frame.loading || unsized || (frame.blank && /^https?:/.test(src));
    });
    if (!waiting || performance.now() - begun > LOADING_MS) return frames;
    await pause(LOOK_MS, signal);
  }
}

class Stitching {
  readonly #tabId: number;
  readonly #options: Omit<ReadOptions, 'firstRef'>;
  readonly #room: number;
  readonly #signal: AbortSignal;
  nextRef = 0;
  /** Characters of frames so far. */
  used = 0;

  constructor(tabId: number, { ref, ...options }: Omit<ReadOptions, 'firstRef'>, room: number, signal: AbortSignal) {
    this.#tabId = tabId;
    this.#room = room;
    // In a frame of what was asked for by its ref, all is asked for.
    this.#options = ref === undefined ? options : { ...options, filter: options.filter ?? 'all' };
    this.#signal = signal;
  }

  /** Texts of the frames of a read by their markers. */
  async inside(read: ReadResult, depth: number): Promise<Map<string, string>> {
    this.nextRef = Math.max(this.nextRef, read.nextRef);
    const texts = new Map<string, string>();
    if (read.frames.length === 0) return texts;
    const frames = await loadedFrames(this.#tabId, read.frames, this.#signal);
    for (const frame of read.frames) texts.set(frame.marker, await this.#textOf(frame, frames, depth));
    return texts;
  }

  async #textOf(frame: StitchedFrame, frames: readonly TabFrame[], depth: number): Promise<string> {
    const known = frames.find(({ path }) => path === frame.path);
    if (!known) return `(this frame cannot be read${frame.src ? `: ${frame.src.slice(0, 200)}` : ''})`;
    const view = this.#options.filter === undefined ? viewInto(frame, known) : undefined;
    const room = this.#room - this.used;
    if ((this.#options.filter === undefined && !view) || room < 500 || depth > MOST_DEPTH) return '(not read here)';
    const options = { ...this.#options, firstRef: this.nextRef, cap: room, ...(view ? { view } : {}) };
    const read = await callReader(this.#tabId, 'read', [options], this.#signal, known.frameId);
    if (!read.ok) return `(${read.message})`;
    this.used += read.text.length;
    return placed(read, await this.inside(read, depth + 1));
  }
}

/** A read with the texts of its frames below their lines. What a fold took away has no line. */
function placed({ text, frames }: ReadResult, inside: ReadonlyMap<string, string>): string {
  if (frames.length === 0) return text;
  const lines = text.split('\n');
  for (const { marker } of frames) {
    const at = lines.findIndex((line) => line.endsWith(marker));
    const line = lines[at];
    if (line === undefined) continue;
    const own = line.slice(0, -marker.length).trimEnd();
    const below = inside.get(marker) ?? '';
    const indent = ' '.repeat(own.length - own.trimStart().length + 1);
    // A lone remark stands on the frame's own line.
    if (/^\([^\n]*\)$/.test(below)) lines[at] = `${own} ${below}`;
    else lines.splice(at, 1, own, ...below.split('\n').map((each) => indent + each));
  }
  return lines.join('\n');
}

const MATCHES = 20;

/** Up to 20 elements of a tab that fit a description, in all its frames, best first. */
export async function findInTree(
  tab: OpenTab,
  query: string,
  signal: AbortSignal,
): Promise<{ text: string; nextRef: number } | RefProblem> {
  const found = await callReader(tab.tabId, 'find', [{ query, firstRef: tab.nextRef }], signal);
  if (!found.ok) return found;
  const results: FindResult[] = [found];
  let { nextRef } = found;
  for (let shown = found.frames; shown.length > 0; ) {
    const frames = await loadedFrames(tab.tabId, shown, signal);
    const below: StitchedFrame[] = [];
    for (const { frameId } of shown.flatMap(({ path }) => frames.find((each) => each.path === path) ?? [])) {
      const inner = await callReader(tab.tabId, 'find', [{ query, firstRef: nextRef }], signal, frameId);
      if (!inner.ok) continue;
      results.push(inner);
      below.push(...inner.frames);
      nextRef = inner.nextRef;
    }
    shown = below;
  }
  const matches = results.flatMap((result) => result.matches).sort((a, b) => b.score - a.score);
  const left = results.reduce((sum, result) => sum + result.left, 0) + Math.max(0, matches.length - MATCHES);
  if (matches.length === 0) {
    return {
      text: `Nothing on this page matches ${JSON.stringify(query)}. Read the page, or try other words.`,
      nextRef,
    };
  }
  const lines = matches.slice(0, MATCHES).map(({ line }) => line);
  if (left > 0) lines.push(`(${left} weaker matches left out)`);
  return { text: lines.join('\n'), nextRef };
}
