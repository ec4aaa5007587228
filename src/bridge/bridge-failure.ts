import type { BridgeError } from './protocol';

/** A call that cannot be done; the message says what happened and what to do next, for a person or a model. */
export class BridgeFailure extends Error {
  override name = 'BridgeFailure';
  readonly code: BridgeError['code'];

  constructor(code: BridgeError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Any error as the bridge tells it. */
export function asBridgeError(error: unknown): BridgeError {
  if (error instanceof BridgeFailure) return { code: error.code, message: error.message };
  const what = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message: `This did not work inside Offstage: ${what}` };
}
