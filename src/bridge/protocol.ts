import { z } from 'zod';

/**
 * What travels between a local program and the extension (docs/bridge.md):
 *
 *     client (offstage mcp, offstage run) ── socket ── native host ── native messaging ── service worker
 *
 * The host is a switchboard: it lets a client in (see handshake.ts), gives it a number, and carries its requests and
 * the answers. It understands none of them. So one set of messages holds for both legs, and the worker trusts the
 * `client` number and name, because only the host writes them.
 */

/** Raised when a message changes its meaning. Both ends refuse another version with words that say which to update. */
export const PROTOCOL_VERSION = 1;

/** Chrome refuses larger messages to an extension: https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging */
export const NATIVE_FRAME_BYTES = 1024 * 1024;

/** Frames above this are refused on the socket, and so is a message that chunks add up to. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Settings that a local program may read and set. The API key is not among them: it never leaves the extension. */
export const ConfigKey = z.enum([
  'provider.baseURL',
  'provider.model',
  'provider.encoding',
  'autonomy',
  'budget.usd',
  'budget.turns',
  'budget.minutes',
]);

/** Whole paths on this computer, as one file has one: a path with `.` or `..` would be another one than it says. */
const Files = z
  .array(
    z
      .string()
      .max(4096)
      .regex(/^(\/|[a-z]:[\\/]|\\\\)/i, 'must be a whole path, from the root')
      .refine(
        (path) => !path.split(/[\\/]/).some((part) => part === '.' || part === '..'),
        'must have no . or .. in it',
      ),
  )
  .max(100);

/** What a client can ask for. `session` is the client's name for its own set of tabs; absent means its only one. */
export const BridgeCall = z.discriminatedUnion('method', [
  z.object({ method: z.literal('ping') }),
  /** One member of the browser toolset, with the member's own input. */
  z.object({
    method: z.literal('member'),
    session: z.string().max(100).optional(),
    member: z.string().max(64),
    input: z.record(z.string(), z.unknown()),
    /** Handed over: from now on file_upload of this session takes them, and no others. */
    files: Files.optional(),
  }),
  z.object({ method: z.literal('end-session'), session: z.string().max(100).optional() }),
  z.object({
    method: z.literal('start-task'),
    prompt: z.string().min(1).max(100_000),
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** JSON schema that the result must fit. */
    schema: z.record(z.string(), z.unknown()).optional(),
    budgetUsd: z.number().positive().optional(),
    /** Handed over with the task: file_upload takes them, and no others. */
    files: Files.optional(),
  }),
  /** Answers at once, or, with `waitMs`, when the task has news after `seen`, whichever comes first. */
  z.object({
    method: z.literal('task-status'),
    taskId: z.string().max(100),
    seen: z.number().int().nonnegative().optional(),
    waitMs: z.number().int().nonnegative().max(60_000).optional(),
  }),
  /** Answers the open question of a task, or says something to it. Never an approval. */
  z.object({ method: z.literal('reply-task'), taskId: z.string().max(100), text: z.string().min(1).max(100_000) }),
  z.object({ method: z.literal('stop-task'), taskId: z.string().max(100) }),
  z.object({ method: z.literal('list-tasks'), open: z.boolean().optional() }),
  /** A picture that a result or a status named. */
  z.object({ method: z.literal('read-picture'), artifactId: z.string().max(100) }),
  z.object({ method: z.literal('read-config') }),
  z.object({ method: z.literal('write-config'), key: ConfigKey, value: z.union([z.string(), z.number()]) }),
]);
export type BridgeCall = z.infer<typeof BridgeCall>;

/** Why a call failed. `message` says what happened and what to do next, in English, for a person or a model. */
export const BridgeError = z.object({
  code: z.enum([
    'bad-request',
    'unknown-method',
    'wrong-version',
    'not-connected',
    'too-large',
    'too-many',
    'cancelled',
    'unknown-task',
    'refused',
    'failed',
  ]),
  message: z.string(),
});
export type BridgeError = z.infer<typeof BridgeError>;

/** Id that a client gives a request; unique among its own that are under way. */
const RequestId = z.number().int().nonnegative();
const ClientNumber = z.number().int().positive();

/** Client → host, after the handshake. */
export const FromClient = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request'), id: RequestId, call: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: RequestId }),
]);
export type FromClient = z.infer<typeof FromClient>;

/** Host → client. `value` is what `call.method` answers with, see answers.ts. */
export const ToClient = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: RequestId, value: z.unknown() }),
  z.object({ type: z.literal('error'), id: RequestId, error: BridgeError }),
  /** News of a request that is still under way: `waits for Ann's approval: send a message …`. */
  z.object({ type: z.literal('progress'), id: RequestId, text: z.string() }),
  /** Last message of a connection that the host ends: why, for every request still under way. */
  z.object({ type: z.literal('closing'), error: BridgeError }),
]);
export type ToClient = z.infer<typeof ToClient>;

/** Host → worker. A message above the native limit comes as chunks of its JSON text, in order. */
export const ToWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('host'), version: z.number(), hostVersion: z.string(), socket: z.string() }),
  z.object({
    type: z.literal('client-opened'),
    client: ClientNumber,
    name: z.string().max(100),
    version: z.string(),
    /** True for the `offstage` command itself. */
    commandLine: z.boolean().default(false),
    /** The same after a reconnection of the same running program, see handshake.ts. */
    instance: z.string(),
  }),
  z.object({ type: z.literal('client-closed'), client: ClientNumber }),
  z.object({ type: z.literal('request'), client: ClientNumber, id: RequestId, call: z.unknown() }),
  z.object({ type: z.literal('cancel'), client: ClientNumber, id: RequestId }),
  z.object({ type: z.literal('chunk'), of: z.string(), at: z.number().int(), last: z.boolean(), text: z.string() }),
]);
export type ToWorker = z.infer<typeof ToWorker>;

/** Worker → host. Chrome takes up to 64 MB in this direction, so nothing is split. */
export const FromWorker = z.discriminatedUnion('type', [
  /** First message on a port: who this browser is, for clients that choose one by name. */
  z.object({ type: z.literal('browser'), version: z.number(), extension: z.string(), browser: z.string() }),
  z.object({ type: z.literal('answer'), client: ClientNumber, id: RequestId, value: z.unknown() }),
  z.object({ type: z.literal('error'), client: ClientNumber, id: RequestId, error: BridgeError }),
  z.object({ type: z.literal('progress'), client: ClientNumber, id: RequestId, text: z.string() }),
]);
export type FromWorker = z.infer<typeof FromWorker>;
