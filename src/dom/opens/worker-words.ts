import type { WorkerLine } from '../worker-line';

/**
 * What a page says to the worker about tabs that it opens. An `id` names such a tab; null is the page that opened this
 * one.
 */
export type OpenMessage =
  /**
   * A tab is to be opened; `opener` when the page may speak to it. `referrer` is empty where the page keeps it back.
   */
  | { kind: 'open'; id: string; url: string; name: string; opener: boolean; referrer: string }
  | { kind: 'go'; id: string; url: string }
  /** A form waits for the tab that Chrome opened for it under this name. */
  | { kind: 'form'; id: string }
  | { kind: 'close'; id: string | null }
  /** A message, as JSON, for the window on the other side, if its origin is `to` (or that is `*`). */
  | { kind: 'post'; id: string | null; data: string; from: string; to: string };

/** What the worker says to the page about them. */
export type WorkerWords =
  /** The tab of this name is guarded: its form may post into it. */
  | { kind: 'guarded'; name: string }
  | { kind: 'closed'; id: string }
  | { kind: 'message'; id: string | null; data: string; from: string };

/** A page's line to the worker, about the tabs that it opens. */
export type OpensLine = WorkerLine<OpenMessage, WorkerWords>;
