import type { z } from 'zod';
import type { DebuggerSession } from './debugger-session';

/** Where in a tab something was said. */
export interface Speaker {
  contextId: number;
  /** Of a child session; undefined for the tab itself. */
  sessionId: string | undefined;
}

/** The debugger's binding that scripts of ours speak through, with JSON. */
export interface PageBinding {
  /** Nobody else knows it, so nobody in the page can speak in a script's place. */
  name: string;
  /** Puts the function of this name into a tab or a child session; with `world` only into the isolated one of that name. */
  add(sessionId?: string, world?: string): Promise<void>;
}

/**
 * Hears what scripts of ours say in a tab and everything below it, until the signal aborts.
 *
 * @param schema what a script says; anything else was said by nobody and is passed over
 */
export function hearBinding<M>(
  session: DebuggerSession,
  schema: z.ZodType<M>,
  heard: (message: M, speaker: Speaker) => void,
  signal: AbortSignal,
): PageBinding {
  const name = secretWord();
  session.on(
    'Runtime.bindingCalled',
    ({ name: called, payload, executionContextId: contextId }, sessionId) => {
      if (called !== name) return;
      const message = schema.safeParse(parsed(payload));
      if (message.success) heard(message.data, { contextId, sessionId });
    },
    signal,
  );
  return {
    name,
    add: (sessionId, world) =>
      session.send('Runtime.addBinding', { name, ...(world && { executionContextName: world }) }, sessionId),
  };
}

/** A word that no page can guess. */
export function secretWord(): string {
  return `w${crypto.randomUUID().replaceAll('-', '')}`;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
