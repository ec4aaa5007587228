import type { BridgeError } from '../../src/bridge/protocol';

/** A failure with one of the bridge's codes. `message` says what happened and what to do next. */
export class WireError extends Error {
  readonly code: BridgeError['code'];

  constructor(code: BridgeError['code'], message: string) {
    super(message);
    this.name = 'WireError';
    this.code = code;
  }
}
