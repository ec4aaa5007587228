import { ApiError } from './api-error';

/** What may go wrong with a request on its way to a model. */
export type Fault = 'rate-limit' | 'overloaded' | 'server-error' | 'cut' | 'forbidden' | 'billing';

/** The refusal of a fault, as the API words it. `cut` is no refusal: the stream breaks off. */
export function faultOf(fault: Exclude<Fault, 'cut'>): ApiError {
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
