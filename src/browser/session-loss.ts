import type { DebuggerSession } from './debugger-session';
import { pause } from './wait';

/** Longest time from a refused command until Chrome says that the tab is lost. */
const LOSS_MS = 500;

/**
 * True when an error came of the debugger losing its tab. Chrome refuses what is under way first, and tells of the loss
 * a moment later.
 */
export async function wentAway({ gone }: DebuggerSession, error: unknown): Promise<boolean> {
  if (gone.aborted || !/detached|not attached|went away|closed/i.test(String(error))) return gone.aborted;
  await pause(LOSS_MS, gone).catch(() => undefined);
  return gone.aborted;
}
