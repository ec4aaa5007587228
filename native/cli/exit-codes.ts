/** Exit codes of `offstage`, as --help and docs/bridge.md list them. */
export const EXIT = {
  ok: 0,
  /** The task failed, or something else went wrong. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** No browser was reached. */
  noBrowser: 3,
  /** The task was stopped. */
  stopped: 4,
  /** The task waits for an answer that cannot be given here. */
  waiting: 5,
  /** `doctor` found something broken. */
  broken: 6,
  /** Ended by Ctrl+C, by the shells' convention of 128 plus the signal's number. */
  interrupted: 130,
} as const;
