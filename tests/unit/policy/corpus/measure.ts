import { decideRequest } from '../../../../src/policy/decide-request';
import { learnedKeyOf } from '../../../../src/policy/signature';
import type { LabelledCase } from './case-line';

export interface KindFigures {
  cases: number;
  /** Cases whose verdict is right. */
  right: number;
  /** Cases whose kind is right as well: only the card's wording hangs on it. */
  named: number;
}

export interface Figures {
  cases: number;
  irreversible: number;
  /** Share of the irreversible cases that were asked about. */
  recall: number;
  /** Share of the reversible cases that were asked about. */
  false_pauses: number;
  per_kind: Record<string, KindFigures>;
  /** Irreversible cases that passed. */
  missed: string[];
  /** Reversible cases that were asked about, with the kind they were taken for. */
  needless: string[];
}

/** Runs every case through the policy, and counts. */
export function measure(cases: readonly LabelledCase[]): Figures {
  const per_kind: Record<string, KindFigures> = {};
  const missed: string[] = [];
  const needless: string[] = [];
  for (const { line, verdict, kind, evidence, learned } of cases) {
    const key = learned && evidence.request ? [learnedKeyOf(evidence.request)] : [];
    const decision = decideRequest({ ...evidence, learned: key });
    const figures = per_kind[kind] ?? { cases: 0, right: 0, named: 0 };
    figures.cases += 1;
    if (decision.verdict === verdict) figures.right += 1;
    if (decision.verdict === verdict && decision.kind === kind) figures.named += 1;
    per_kind[kind] = figures;
    if (decision.verdict === verdict) continue;
    if (verdict === 'ask') missed.push(`${line} → ${decision.kind}`);
    else needless.push(`${line} → ${decision.kind}`);
  }
  const irreversible = cases.filter(({ verdict }) => verdict === 'ask').length;
  return {
    cases: cases.length,
    irreversible,
    recall: share(irreversible - missed.length, irreversible),
    false_pauses: share(needless.length, cases.length - irreversible),
    per_kind,
    missed,
    needless,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
