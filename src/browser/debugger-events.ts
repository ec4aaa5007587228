type EventListener = (method: string, params: object, sessionId: string | undefined) => void;
type DetachListener = (reason: `${chrome.debugger.DetachReason}`) => void;

/** A request that the Fetch domain holds, in the tab itself or in a session below it. */
export interface HeldRequest {
  requestId: string;
  sessionId: string | undefined;
}

/**
 * The one listener to chrome.debugger in the worker: Chrome wakes a worker only for listeners that were added in its
 * first turn, so sessions register here and not with Chrome.
 */
export class DebuggerEvents {
  readonly #events = new Map<number, Set<EventListener>>();
  readonly #detaches = new Map<number, Set<DetachListener>>();

  /** Requests that were held before anybody listened to their tab: they woke this worker, or came while it began. */
  readonly #unheard = new Map<number, HeldRequest[]>();

  constructor() {
    chrome.debugger.onEvent.addListener(({ tabId, sessionId }, method, params) => {
      if (tabId === undefined) return;
      if (method === 'Fetch.requestPaused' && !this.#events.has(tabId)) this.#note(tabId, params, sessionId);
      for (const listener of [...(this.#events.get(tabId) ?? [])]) listener(method, params ?? {}, sessionId);
    });
    chrome.debugger.onDetach.addListener(({ tabId }, reason) => {
      if (tabId === undefined) return;
      for (const listener of [...(this.#detaches.get(tabId) ?? [])]) listener(reason);
    });
  }

  /** What was held in a tab before anybody listened to it, once. */
  takeUnheard(tabId: number): HeldRequest[] {
    const unheard = this.#unheard.get(tabId) ?? [];
    this.#unheard.delete(tabId);
    return unheard;
  }

  #note(tabId: number, params: object | undefined, sessionId: string | undefined): void {
    if (!params || !('requestId' in params) || typeof params.requestId !== 'string') return;
    const unheard = this.#unheard.get(tabId) ?? [];
    unheard.push({ requestId: params.requestId, sessionId });
    this.#unheard.set(tabId, unheard);
  }

  /** Calls back for each event of a tab and its child sessions until the signal aborts. */
  onEvent(tabId: number, listener: EventListener, signal: AbortSignal): void {
    addTo(this.#events, tabId, listener, signal);
  }

  /** Calls back when the debugger lost the tab: it closed, or the person pressed Cancel in the infobar. */
  onDetach(tabId: number, listener: DetachListener, signal: AbortSignal): void {
    addTo(this.#detaches, tabId, listener, signal);
  }
}

function addTo<T>(map: Map<number, Set<T>>, tabId: number, listener: T, signal: AbortSignal): void {
  const listeners = map.get(tabId) ?? new Set<T>();
  map.set(tabId, listeners.add(listener));
  signal.addEventListener(
    'abort',
    () => {
      listeners.delete(listener);
      if (listeners.size === 0 && map.get(tabId) === listeners) map.delete(tabId);
    },
    { once: true },
  );
}
