import type { TaskClient } from '../store/task';

/** The program behind a call, as the native host let it in. */
export type Caller = Pick<TaskClient, 'name' | 'version' | 'instance' | 'commandLine'>;

/** One call on its way: who asked, and how to reach them while it runs. */
export interface CallContext {
  caller: Caller;
  /** Aborts when the client gave the call up, or ended. */
  signal: AbortSignal;
  /** News of the call while it is under way. */
  progress(text: string): void;
  /** True when the host died meanwhile: nobody will get the answer, but the client may come back. */
  isOrphaned(): boolean;
}
