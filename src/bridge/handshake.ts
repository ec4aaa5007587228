import { z } from 'zod';

/**
 * How a local program is let in by the native host, over a socket that only the same user can open:
 *
 *     host   → client   { type: 'challenge', version, nonce }
 *     client → host     { type: 'hello', version, name, kind, clientVersion, instance, proof }   proof = HMAC-SHA256(secret, nonce), hex
 *     host   → client   { type: 'welcome', browser, extension, hostVersion }   or   { type: 'refused', error }
 *
 * The secret is made at install and lies in a file that only the user can read; it is never sent, and never on a
 * command line, where every user of the machine could see it. A client has five seconds.
 *
 * Frames on the socket: a 32-bit little-endian length, then that many bytes of UTF-8 JSON, as on the native leg.
 */
export const Challenge = z.object({ type: z.literal('challenge'), version: z.number(), nonce: z.string() });
export type Challenge = z.infer<typeof Challenge>;

export const Hello = z.object({
  type: z.literal('hello'),
  version: z.number(),
  /** What the person sees in the panel: `Claude Code`, `offstage run`. */
  name: z.string().min(1).max(100),
  /**
   * `offstage run` and its like say `command-line`: the person's own hand. `offstage mcp` speaks for whatever program
   * started it, which chooses its name and not this.
   */
  kind: z.enum(['command-line', 'program']).default('program'),
  clientVersion: z.string().max(50),
  /** Made up by the running program and told to nobody else: by it the extension knows the program again after a host died. */
  instance: z.uuid(),
  proof: z.string().regex(/^[\da-f]{64}$/),
});
export type Hello = z.infer<typeof Hello>;

/** Names of the command line. A program that took one would be shown as it, and have what it may do. */
export const RESERVED_NAME = /^\s*offstage\b/i;

export const Welcome = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    version: z.number(),
    browser: z.string(),
    extension: z.string(),
    hostVersion: z.string(),
  }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type Welcome = z.infer<typeof Welcome>;

/**
 * One file `<id>.json` for each running host, beside its socket, in a folder of mode 0700: how clients find browsers.
 * A file whose process is gone is rubbish of a crash, and whoever finds it removes it.
 */
export const HostEntry = z.object({
  id: z.string(),
  pid: z.number().int(),
  socket: z.string(),
  browser: z.string(),
  /** Profile folder as the host learned it from its parent's command line; empty when unknown. */
  profile: z.string(),
  startedAt: z.number(),
});
export type HostEntry = z.infer<typeof HostEntry>;
