import { COMMIT_KINDS, EFFECT_KINDS, type EffectKind, type Rule } from '../policy/evidence';
import { Client } from './client';
import type { OffstageDatabase } from './database';
import { readableRows } from './readable-rows';

/** Kinds that a person can let a program do unasked. Not those of which nobody can say what they will be. */
export const GRANTABLE = [...COMMIT_KINDS, 'upload'] as const satisfies readonly EffectKind[];
export type Grantable = (typeof GRANTABLE)[number];

/** Writes down that a program works through the bridge. What it may do stays as it is. */
export async function clientWorks(
  db: OffstageDatabase,
  { name, version }: Pick<Client, 'name' | 'version'>,
): Promise<void> {
  await db.transaction('rw', db.clients, async () => {
    const now = Date.now();
    const known = await readClient(db, name);
    await db.clients.put({ firstSeenAt: now, allowed: [], ...known, name, version, lastSeenAt: now });
  });
}

/** Lets a program do one kind of effect unasked, or takes that back. Nothing happens for a program that is not known. */
export async function allowClient(
  db: OffstageDatabase,
  name: string,
  kind: Grantable,
  allowed: boolean,
): Promise<void> {
  await db.transaction('rw', db.clients, async () => {
    const client = await readClient(db, name);
    if (!client) return;
    const others = client.allowed.filter((each) => each !== kind);
    await db.clients.update(name, { allowed: allowed ? [...others, kind] : others });
  });
}

/** What the person lets a program do, as rules for every site: a rule for a site of its own is narrower and wins. */
export async function rulesOfClient(db: OffstageDatabase, name: string): Promise<Rule[]> {
  const client = await readClient(db, name);
  return (client?.allowed ?? []).flatMap((allowed) => {
    const kind = EFFECT_KINDS.find((known) => known === allowed);
    return kind ? [{ site: '*', kind, answer: 'allow' } satisfies Rule] : [];
  });
}

/** All programs, the one that worked last first. */
export async function allClients(db: OffstageDatabase): Promise<Client[]> {
  return readableRows(await db.clients.toArray(), Client).sort((a, b) => b.lastSeenAt - a.lastSeenAt);
}

async function readClient(db: OffstageDatabase, name: string): Promise<Client | undefined> {
  const parsed = Client.safeParse(await db.clients.get(name));
  return parsed.success ? parsed.data : undefined;
}
