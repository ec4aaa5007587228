import { AnthropicError, APIConnectionError, APIError } from '@anthropic-ai/sdk';
import type { TaskFailure } from '../store/task';

/** What to do about a failed request to the model. */
export type ModelFailure =
  | { next: 'fail'; failure: TaskFailure }
  /** 429, 529, 5xx and cut streams. `afterMs` is the server's Retry-After. */
  | { next: 'retry'; code: 'rate-limited' | 'overloaded'; detail: string; afterMs?: number }
  /** No answer at all: offline, refused by CORS, or nothing listens there. Found out by `diagnoseConnection`. */
  | { next: 'diagnose'; detail: string }
  /** The endpoint does not know the toolset: offer plain tools. */
  | { next: 'plain-tools'; detail: string };

const DETAIL_LENGTH = 400;

/**
 * Sorts an error of the SDK by what has to be done about it. Error types:
 * https://platform.claude.com/docs/en/api/errors
 *
 * @param offered encoding of the request that failed
 * @param apiKey of that request; what is told of the failure does not hold it, though many an endpoint repeats it
 */
export function readModelFailure(error: unknown, offered: 'toolset' | 'tools', apiKey: string): ModelFailure {
  const detail = withoutKey(
    error instanceof APIError ? (error.apiMessage ?? detailOf(error)) : detailOf(error),
    apiKey,
  );
  if (error instanceof APIConnectionError) return { next: 'diagnose', detail };
  if (!(error instanceof APIError)) {
    // A stream that broke off: the SDK throws its base error, or lets fetch's TypeError through.
    if (error instanceof AnthropicError || error instanceof TypeError) {
      return { next: 'retry', code: 'overloaded', detail };
    }
    return fail('bad-response', detail);
  }
  const status: number | undefined = error.status;
  const afterMs = retryAfter(error.headers);
  // An error event in the middle of a stream has a type but no status.
  if (status === 429 || error.type === 'rate_limit_error') {
    return { next: 'retry', code: 'rate-limited', detail, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  if (
    status === 529 ||
    (status !== undefined && status >= 500) ||
    error.type === 'overloaded_error' ||
    error.type === 'api_error'
  ) {
    return { next: 'retry', code: 'overloaded', detail, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  if (status === 401) return fail('wrong-key', detail);
  if (status === 402 || error.type === 'billing_error' || /credit balance/i.test(detail))
    return fail('no-credit', detail);
  // Local servers refuse a browser extension's Origin with a bare 403 (Ollama: OLLAMA_ORIGINS).
  if (status === 403) return error.type ? fail('forbidden', detail) : fail('cors-refused', detail);
  if (status === 404) return /model/i.test(detail) ? fail('unknown-model', detail) : fail('endpoint-not-found', detail);
  if (status === 400 && /prompt is too long|context (window|limit)/i.test(detail)) return fail('context-full', detail);
  if ((status === 400 || status === 422) && offered === 'toolset' && isAboutToolset(detail)) {
    return { next: 'plain-tools', detail };
  }
  return fail('request-rejected', detail);
}

/**
 * An endpoint that does not know `browser_toolset_20260801` says so by naming the type, the tag it expected, or the
 * first tool's missing fields. A complaint about a call or result of the toolset names `toolset_name` instead.
 */
function isAboutToolset(detail: string): boolean {
  if (/toolset_name|browser_state/.test(detail)) return false;
  return /browser_toolset|tools\.0|tools\[0\]|tools\b.*\b(type|name|input_schema|function)\b|unknown tool|unsupported tool/i.test(
    detail,
  );
}

/**
 * Finds out why no answer came.
 *
 * @param reach answers whether a request without CORS gets through to the host
 */
export async function diagnoseConnection(
  baseURL: string,
  reach: (url: string) => Promise<boolean>,
  online: boolean,
): Promise<{ next: 'wait-online' } | { next: 'fail'; failure: TaskFailure }> {
  const host = new URL(baseURL).host;
  if (await reach(baseURL)) return fail('cors-refused', host);
  const local = /^(localhost|127\.|\[::1\])/.test(host);
  return !online && !local ? { next: 'wait-online' } : fail('unreachable', host);
}

/** True when the host answers at all; `no-cors` gets past a refusal that hides the answer. Never throws. */
export async function reachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', method: 'GET', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

function fail(code: TaskFailure['code'], detail: string): { next: 'fail'; failure: TaskFailure } {
  return { next: 'fail', failure: { code, detail: detail.slice(0, DETAIL_LENGTH) } };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A shorter one is a made-up word for a local server, such as `ollama`, and would be taken out of ordinary sentences.
 */
const SHORTEST_KEY = 8;

function withoutKey(text: string, apiKey: string): string {
  return apiKey.length < SHORTEST_KEY ? text : text.replaceAll(apiKey, '•••');
}

/** Retry-After in milliseconds; seconds or an HTTP date (RFC 9110 §10.2.3). */
function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
