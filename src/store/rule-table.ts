import type { OffstageDatabase } from './database';
import { readableRows } from './readable-rows';
import { Rule, RuleFile, RuleGiven } from './rule';

/** All rules, by site. A row that does not read counts as absent: the default asks. */
export async function allRules(db: OffstageDatabase): Promise<Rule[]> {
  const rules = readableRows(await db.rules.toArray(), Rule);
  return rules.sort((a, b) => a.site.localeCompare(b.site) || a.kind.localeCompare(b.kind));
}

/** Sets the answer for a site and kind. Throws a ZodError when the site is no host name. */
export async function putRule(db: OffstageDatabase, given: RuleGiven): Promise<void> {
  await db.rules.put(rowOf(RuleGiven.parse(given)));
}

export async function removeRule(db: OffstageDatabase, id: string): Promise<void> {
  await db.rules.delete(id);
}

/** What came of reading a file: its rules, or what is wrong with it and where. */
export type ReadRules = { ok: true; rules: RuleGiven[] } | { ok: false; problem: string };

/** Reads the text of a file of rules. With anything wrong in it, none of it counts. */
export function readRules(text: string): ReadRules {
  const json = parsed(text);
  if (json === undefined) return { ok: false, problem: 'it is no JSON' };
  const file = RuleFile.safeParse(json);
  if (file.success) return { ok: true, rules: file.data.rules };
  const issue = file.error.issues[0];
  const place = issue?.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ');
  return { ok: false, problem: [place, issue?.message].filter(Boolean).join(': ') };
}

/**
 * Adds the rules of a file's text to those that there are; one for the same site and kind takes the place of the old.
 * A file with anything wrong in it changes nothing.
 */
export async function importRules(db: OffstageDatabase, text: string): Promise<ReadRules> {
  const read = readRules(text);
  if (read.ok) await db.rules.bulkPut(read.rules.map(rowOf));
  return read;
}

/** All rules as the text of a file that {@link importRules} reads. */
export async function exportRules(db: OffstageDatabase): Promise<string> {
  const rules = (await allRules(db)).map(({ site, kind, answer }) => ({ site, kind, answer }));
  return JSON.stringify({ offstage: 'rules', version: 1, rules } satisfies RuleFile, null, 2);
}

function rowOf({ site, kind, answer }: RuleGiven): Rule {
  return { id: `${site} ${kind}`, site, kind, answer, at: Date.now() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
