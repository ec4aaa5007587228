import { type Figures, measure } from '../../unit/policy/corpus/measure';
import { corpus } from '../../unit/policy/corpus/split';
import { table } from '../table';
import { serverFigures } from './server-figures';

/**
 * The policy on its corpus: develop, held-out, second-look and third-look part. `recall` and `false_pauses` of the result are over all cases;
 * the parts stand beside them, so that nobody mistakes the part that the rules were made on for the other.
 */
export async function benchPolicy(say: (line: string) => void): Promise<object> {
  const develop = measure(corpus('develop'));
  const heldOut = measure(corpus('held-out'));
  const secondLook = measure(corpus('second-look'));
  const thirdLook = measure(corpus('third-look'));
  const all = measure([...corpus('develop'), ...corpus('held-out'), ...corpus('second-look'), ...corpus('third-look')]);
  const server = await serverFigures();
  say(print({ develop, 'held-out': heldOut, 'second look': secondLook, 'third look': thirdLook, all }));
  say(
    `at the server: ${server.reached_unapproved} requests reached it unapproved, of ${server.vectors} vectors and ${server.commits} commits × ${server.deaths} endings`,
  );
  return {
    ...all,
    develop: shares(develop),
    held_out: shares(heldOut),
    second_look: shares(secondLook),
    third_look: shares(thirdLook),
    server,
  };
}

function shares({ cases, irreversible, recall, false_pauses }: Figures) {
  return { cases, irreversible, recall, false_pauses };
}

function print(parts: Record<string, Figures>): string {
  const rows = Object.entries(parts).map(([name, part]) => [
    name,
    part.cases,
    part.irreversible,
    percent(part.recall),
    part.missed.length,
    percent(part.false_pauses),
    part.needless.length,
  ]);
  const all = parts.all;
  const kinds = Object.entries(all?.per_kind ?? {}).map(([kind, { cases, right, named }]) => [
    kind,
    cases,
    right,
    named,
  ]);
  return `The policy on its corpus (tests/unit/policy/corpus)
${table(['part', 'cases', 'irreversible', 'recall', 'missed', 'false pauses', 'needless'], rows)}

${table(['kind', 'cases', 'verdict right', 'kind right'], kinds)}
${list('Missed', all?.missed ?? [])}${list('Needless', all?.needless ?? [])}`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
