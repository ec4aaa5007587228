import type { Approval } from '../../store/approval';
import type { Messages } from '../messages/en';
import type { AskedKind } from '../messages/shapes';

type Effect = Approval['effect'];

/** The card's question and the verb on its button. A kind without words of its own is an unexplained one. */
export function approvalWords(
  { summary, reasons }: Pick<Effect, 'summary' | 'reasons'>,
  t: Messages,
): { ask: string; verb: string } {
  const origin = summary.kind === 'leave' ? reasons.find(({ source }) => source === 'origin') : undefined;
  const kind = isAsked(summary.kind, t) ? summary.kind : 'unexplained';
  const script = reasons.some(({ code, source }) => code === 'script' && source === 'request');
  const words = t.approvals[script ? 'script' : origin?.code === 'new-origin' ? 'newSite' : kind];
  const told = origin?.code === 'carried' ? { ...summary, from: origin.detail } : summary;
  return { ask: words.ask(told), verb: words.verb(told) };
}

/** Why the policy stopped it: its codes (src/policy/classify.ts) as parts of a sentence. */
export function reasonWords(reasons: Effect['reasons'], t: Messages): string {
  // That something is opened explains nothing where there is more to say.
  const telling = reasons.filter(({ code, detail }) => code !== 'method' || detail !== 'GET');
  return (telling.length > 0 ? telling : reasons).map((reason) => oneReason(reason, t)).join(', ');
}

/** What the like of an effect is bound to (src/policy/likeness.ts), and for how long. */
export function likeWords({ to, places, amounts }: NonNullable<Effect['like']>, t: Messages): string {
  const [first, second, ...more] = to;
  const names = [first, second, more.length > 0 ? `+${more.length}` : undefined].filter((name) => name !== undefined);
  const [amount, ...others] = amounts;
  const bounds = [
    names.length > 0 ? t.like.onlyTo(names.join(', ')) : places.length > 0 ? t.like.samePlace : undefined,
    amount === undefined ? undefined : others.length > 0 ? t.like.noMore : t.like.atMost(amount),
  ];
  return t.like.until(bounds.map((bound) => (bound === undefined ? '' : `${bound}, `)).join(''));
}

/** A kind of effect in words; its code when it is one of a newer version. */
export function kindWords(kind: string, t: Messages): string {
  return isKind(kind, t) ? t.kinds[kind] : kind;
}

function oneReason({ source, code, detail }: Effect['reasons'][number], t: Messages): string {
  const words = t.reasons;
  if (source === 'rule') {
    const [site = '', kind = ''] = detail.split(' ');
    return words.rule(site, kindWords(kind, t));
  }
  if (source === 'learned') return words.pagesOwn;
  if (source === 'denied') return words.denied;
  if (source === 'token') return code === 'double' ? words.double : code === 'plan' ? words.ticked : words.answered;
  switch (code) {
    case 'carried':
      return words.carried(detail);
    case 'typed':
      return words.typed(detail);
    case 'person-drives':
      return words.personSent;
    case 'readonly':
      return words.readonly;
    case 'script':
      return words.script;
    case 'new-origin':
      return words.newOrigin(detail);
    case 'get':
      return words.addressWord(detail);
    case 'dialog':
      return words.dialog(detail);
    case 'heading':
      return words.heading(detail);
    case 'form':
      return words.form(detail);
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

function isKind(kind: string, t: Messages): kind is keyof Messages['kinds'] {
  return Object.hasOwn(t.kinds, kind);
}

function isAsked(kind: string, t: Messages): kind is AskedKind {
  return kind !== 'newSite' && kind !== 'script' && Object.hasOwn(t.approvals, kind);
}
