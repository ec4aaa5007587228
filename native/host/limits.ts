import { MOST_BYTES } from '../../src/bridge/protocol';

/** What a host takes from local programs before it refuses. Times are milliseconds. */
export interface HostLimits {
  /** Programs connected at once. */
  clients: number;
  /** Requests of one client that are under way at once. */
  underWay: number;
  /** Largest frame before a client is let in; a hello is below 400 bytes. */
  helloBytes: number;
  /** Largest frame of a client that is in. */
  frameBytes: number;
  /** What may wait for a client that does not read. One message may always wait, however large. */
  queueBytes: number;
  /** Time from connecting to a good hello. */
  helloMs: number;
  /** Time for a frame that has begun to end: one from a program that died in the middle never does. */
  frameMs: number;
  /** Time for a client that is thrown out to read why. */
  goodbyeMs: number;
  /** Time for the worker to say which browser it is in, before clients are let in without knowing. */
  browserMs: number;
}

export const HOST_LIMITS: HostLimits = {
  clients: 32,
  underWay: 64,
  helloBytes: 4096,
  frameBytes: MOST_BYTES,
  queueBytes: 32 * 1024 * 1024,
  helloMs: 5000,
  frameMs: 30_000,
  goodbyeMs: 5000,
  browserMs: 3000,
};
