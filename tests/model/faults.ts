import { ApiError } from './api-error';

/** What may go wrong with a request on its way to a model. */
export type Fault = Refusal | BrokenStream;
/** Answered with an error instead of a message. */
export type Refusal = 'rate-limit' | 'overloaded' | 'server-error' | 'forbidden' | 'billing';
/**
 * The stream begins well. `cut`: the connection breaks in the middle. `error-event`: an error comes as an event. `stalled`:
 * nothing more comes, and the connection stays.
 */
export type BrokenStream = 'cut' | 'error-event' | 'stalled';
const BROKEN_STREAMS: readonly Fault[] = ['cut', 'error-event', 'stalled'];

/** Models whose first request on a server meets a fault, for trying one by hand in the settings. */
const FAULTY_MODELS: ReadonlyMap<string, Fault> = new Map([
  ['stand-in-429', 'rate-limit'],
  ['stand-in-529', 'overloaded'],
  ['stand-in-500', 'server-error'],
  ['stand-in-cut', 'cut'],
  ['stand-in-error-event', 'error-event'],
  ['stand-in-stalled', 'stalled'],
]);

/** Deals out the faults of a server: first those that were ordered, then the first request of a faulty model. */
export function faultPlan(ordered: Fault[]): (model: unknown) => Fault | undefined {
  const met = new Set<string>();
  return (model) => {
    const next = ordered.shift();
    if (next || typeof model !== 'string' || met.has(model)) return next;
    met.add(model);
    return FAULTY_MODELS.get(model);
  };
}

export function isRefusal(fault: Fault): fault is Refusal {
  return !BROKEN_STREAMS.includes(fault);
}

/** The error of a fault, as the API words it. */
export function faultOf(fault: Refusal): ApiError {
  switch (fault) {
    case 'rate-limit':
      return new ApiError(429, 'rate_limit_error', 'This request would exceed your rate limit.', {
        'retry-after': '1',
      });
    case 'overloaded':
      return new ApiError(529, 'overloaded_error', 'Overloaded', { 'retry-after': '0' });
    case 'server-error':
      return new ApiError(500, 'api_error', 'Internal server error', { 'retry-after': '0' });
    case 'forbidden':
      return new ApiError(403, 'permission_error', 'Your API key does not have permission to use this model.');
    case 'billing':
      return new ApiError(402, 'billing_error', 'Your account has a billing problem.');
  }
}
