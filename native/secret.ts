import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder } from './home';
import { WireError } from './wire/wire-error';

/** Where the secret of an install lies. */
export function secretFile(home: string): string {
  return join(home, 'secret');
}

/**
 * The secret that lets a program in, 64 hex digits.
 *
 * Throws a WireError `refused` that says what to do when it is missing, malformed, or can be read by other users.
 */
export async function readSecret(home: string): Promise<string> {
  const file = secretFile(home);
  const found = await lstat(file).catch(() => undefined);
  if (!found) throw new WireError('refused', `There is no secret at ${file}. Run: offstage install`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new WireError('refused', `Other users can read the secret. Run: chmod 600 ${file}`);
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (!/^[\da-f]{64}$/.test(secret)) {
    throw new WireError('refused', `The secret at ${file} is damaged. Delete that file and run: offstage install`);
  }
  return secret;
}

/** Makes the secret unless there is one. Resolves with whether it was made now. */
export async function makeSecret(home: string): Promise<boolean> {
  await makePrivateFolder(home);
  try {
    await writeFile(secretFile(home), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** What a client answers to a challenge: HMAC-SHA256 over the nonce, in hex (src/bridge/handshake.ts). */
export function prove(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(nonce).digest('hex');
}

/** Whether a proof fits, in a time that does not depend on where it differs. */
export function proofFits(secret: string, nonce: string, proof: string): boolean {
  const expected = Buffer.from(prove(secret, nonce));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
