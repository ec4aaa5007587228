import { innerRequests } from './batch';
import type { ActionEvidence, PageEvidence, RequestEvidence } from './evidence';
import { explainWrite } from './explain-write';
import { type Explained, explainedBy, requestReason, unexplained } from './explained';
import { finalIntent, intentOf } from './intent';
import { type Operation, operationsOf } from './operation';
import { bodyFields } from './payload';
import { isHarmless, meaningOf, meaningOfName } from './sentence';
import { deedOfGet, deedOfSealedLink } from './side-effect-get';
import { splitWords } from './split-words';
import { stateOfFields } from './state-fields';

/**
 * Says what a request would do. What is sent says it first: calls by name, fields that name a deed, the address, the
 * shape of the body. What was pressed is asked only when that says little, and can only make it more serious.
 */
export function classifyRequest(
  request: RequestEvidence,
  action: ActionEvidence | undefined,
  page?: PageEvidence,
): Explained {
  const explained = explain(request, action);
  // It says so itself, and its address has only a friendlier word for it: `restore`.
  const final = action && explained.kind === 'reversible' ? finalIntent(action) : undefined;
  if (final) return { ...final, sure: true };
  if (explained.sure || !(isHarmless(explained.kind) || explained.kind === 'unexplained')) return explained;
  const intent = action?.target && intentOf(action.target, page, action);
  return intent ? { kind: intent.kind, reasons: [...intent.reasons, ...explained.reasons], sure: false } : explained;
}

/** What the request alone says; of the action, only the words of a link that leads to a sealed address. */
export function explain(request: RequestEvidence, action?: ActionEvidence): Explained {
  const inner = innerRequests(request);
  if (inner.length > 0) return worst(inner.map((each) => explain(each)));
  const operations = operationsOf(request);
  if (operations.length > 0) return byStateSet(worst(operations.map(explainOperation)), request);
  if (/^(GET|HEAD|OPTIONS)$/.test(request.method)) return explainOpening(request, action);
  return request.method === 'WEBSOCKET' ? unexplained(request) : explainWrite(request);
}

function explainOpening({ url, method }: RequestEvidence, action: ActionEvidence | undefined): Explained {
  const deed = deedOfGet(url);
  if (deed) return explainedBy(deed.kind, 'get', deed.word);
  const link = action?.target && deedOfSealedLink(url, action.target.name);
  if (!link) return explainedBy('read', 'method', method);
  return { kind: link.kind, reasons: [{ source: 'target', code: 'label', detail: link.word }], sure: true };
}

function explainOperation({ protocol, type, name, of }: Operation): Explained {
  const reasons = [requestReason(protocol, name)];
  if (type === 'query' || type === 'subscription') return { kind: 'read', reasons, sure: true };
  const words = splitWords(name).filter((word) => word !== 'mutation' && word !== 'query');
  const alone = meaningOfName(words, 'POST');
  // `PaymentService/Execute`, `CartService/AddItem`: the method says little, the service says of what.
  const vague = !alone?.sure || alone.by === 'finishing';
  const meaning = of !== undefined && vague ? (meaningOf([...splitWords(of), ...words], 'POST') ?? alone) : alone;
  // A mutation that is named for a thing to look at still changes something.
  const changes = type === 'mutation' && meaning?.kind === 'read' && meaning.by !== 'verb';
  if (!meaning || changes) return { kind: 'unexplained', reasons, sure: false };
  // A calendar's `createEvent` is no measurement.
  if (meaning.kind === 'telemetry' && !meaning.sure) return { kind: 'unexplained', reasons, sure: false };
  return { kind: meaning.kind, reasons, sure: meaning.sure };
}

/** `setState` with `published` publishes, whatever is only kept by its name. */
function byStateSet(explained: Explained, request: RequestEvidence): Explained {
  if (!isHarmless(explained.kind) || explained.kind === 'read') return explained;
  const state = stateOfFields(bodyFields(request));
  return state && !isHarmless(state.kind) ? explainedBy(state.kind, 'field', state.said) : explained;
}

/** Of several calls in one request the one that cannot be taken back counts, else the least explained. */
function worst(each: readonly Explained[]): Explained {
  const commit = each.find(({ kind }) => !isHarmless(kind) && kind !== 'unexplained');
  const doubtful = each.find(({ kind }) => kind === 'unexplained') ?? each.find(({ sure }) => !sure);
  return commit ?? doubtful ?? each[0] ?? { kind: 'unexplained', reasons: [], sure: false };
}
