import type { OffstageDatabase } from './database';
import { LoggedEffect } from './logged-effect';
import { readableRows } from './readable-rows';

/** The log keeps this many effects; the oldest go first. */
const MOST_EFFECTS = 5000;

/** Adds one effect and resolves with its number, once it is on disk. */
export async function logEffect(db: OffstageDatabase, effect: Omit<LoggedEffect, 'id'>): Promise<number> {
  return db.transaction('rw', db.effects, async () => {
    const id = await db.effects.add(LoggedEffect.parse(effect));
    await db.effects
      .where('id')
      .belowOrEqual(id - MOST_EFFECTS)
      .delete();
    return id;
  });
}

/** Adds what the person said to an effect that they were asked about. */
export async function logAnswer(
  db: OffstageDatabase,
  id: number,
  answer: NonNullable<LoggedEffect['answer']>,
): Promise<void> {
  await db.effects.update(id, { answer });
}

/**
 * What to show of the log. Words are looked for in site, path, task and reasons, all of them must be there; an empty text
 * is no condition.
 */
export interface EffectQuery {
  words: string;
  verdict: LoggedEffect['verdict'] | 'approved' | 'denied' | '';
  kind: LoggedEffect['kind'] | '';
  site: string;
}

/** All of the log. */
export const EVERY_EFFECT: EffectQuery = { words: '', verdict: '', kind: '', site: '' };

/** The effects that fit, the newest first. */
export async function searchEffects(db: OffstageDatabase, query: EffectQuery, limit: number): Promise<LoggedEffect[]> {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = await db.effects
    .orderBy('id')
    .reverse()
    .filter((row) => fits(row, query, words))
    .limit(limit)
    .toArray();
  return readableRows(rows, LoggedEffect);
}

/** The sites of the log, by name. */
export async function sitesOfEffects(db: OffstageDatabase): Promise<string[]> {
  const sites = new Set<string>();
  await db.effects.each(({ site }) => sites.add(site));
  return [...sites].sort();
}

/** The whole log as the text of a file. */
export async function exportEffects(db: OffstageDatabase): Promise<string> {
  const effects = await searchEffects(db, EVERY_EFFECT, MOST_EFFECTS);
  return JSON.stringify({ offstage: 'effects', version: 1, effects }, null, 2);
}

export async function clearEffects(db: OffstageDatabase): Promise<void> {
  await db.effects.clear();
}

function fits(row: LoggedEffect, { verdict, kind, site }: EffectQuery, words: readonly string[]): boolean {
  if (verdict !== '' && row.verdict !== verdict && row.answer !== verdict) return false;
  if (kind !== '' && row.kind !== kind) return false;
  if (site !== '' && row.site !== site) return false;
  if (words.length === 0) return true;
  const text = [row.site, row.path, row.taskTitle, row.method, ...row.reasons.map(({ detail }) => detail)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
