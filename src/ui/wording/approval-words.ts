import type { Approval } from '../../store/approval';
import type { Messages } from '../messages/en';
import type { AskedKind } from '../messages/shapes';

type Effect = Approval['effect'];

/** The card's question and the verb on its button. A kind without words of its own is an unexplained one. */
export function approvalWords({ summary }: Pick<Effect, 'summary'>, t: Messages): { ask: string; verb: string } {
  const words = t.approvals[isAsked(summary.kind, t) ? summary.kind : 'unexplained'];
  return { ask: words.ask(summary), verb: words.verb(summary) };
}

/** Why the policy stopped it: its codes (src/policy/classify.ts) as parts of a sentence. */
export function reasonWords(reasons: Effect['reasons'], t: Messages): string {
  return reasons.map((reason) => oneReason(reason, t)).join(', ');
}

function oneReason({ source, code, detail }: Effect['reasons'][number], t: Messages): string {
  const words = t.reasons;
  if (source === 'rule') return words.rule(detail);
  switch (code) {
    case 'path':
    case 'host':
      return words.address(detail);
    case 'field':
      return words.field(detail);
    case 'file':
      return words.file(detail);
    case 'method':
      return words.method(detail);
    case 'label':
      return words.label(detail);
    case 'confirm':
      return words.confirm(detail);
    case 'graphql':
    case 'grpc':
    case 'json-rpc':
    case 'trpc':
      return words.operation(detail);
    default:
      return words.other(detail || code);
  }
}

function isAsked(kind: string, t: Messages): kind is AskedKind {
  return Object.hasOwn(t.approvals, kind);
}
