import { type Fields, isFields } from './json-fields';

/**
 * A call by name inside a request: GraphQL, JSON-RPC, JMAP, gRPC-web, tRPC, a component's method, a WebSocket frame.
 */
export interface Operation {
  protocol: 'graphql' | 'json-rpc' | 'jmap' | 'grpc' | 'trpc' | 'component' | 'frame';
  /** GraphQL's own word; calls of the others have none. */
  type?: 'query' | 'mutation' | 'subscription';
  name: string;
  /** What the name is about where it does not say so itself: a gRPC service. */
  of?: string;
}

/**
 * The GraphQL operation of one JSON object, of form fields, or of one part of a batch; undefined when it is none. A
 * persisted operation is known by its name alone.
 */
export function graphqlIn(call: Fields, url: URL): Operation | undefined {
  const text = (key: string) => (typeof call[key] === 'string' ? call[key] : undefined);
  const extensions = isFields(call.extensions) ? call.extensions : {};
  const persisted = isFields(call.extensions) || text('id') || text('doc_id') || isGraphqlPath(url);
  const named =
    text('operationName') ??
    // Names that large sites use: Facebook's forms, TripAdvisor's registered queries.
    text('fb_api_req_friendly_name') ??
    (typeof extensions.operation === 'string' ? extensions.operation : undefined) ??
    url.searchParams.get('operationName') ??
    url.searchParams.get('opname') ??
    undefined;
  const inDocument = readDocument(text('query') ?? '', named);
  if (inDocument) return inDocument;
  return named !== undefined && persisted ? byName(named, typeIn(url.searchParams.get('optype'))) : undefined;
}

/** The GraphQL operation that the address alone names, as GET requests and `/graphql/AcceptPayment` do. */
export function graphqlInUrl(url: URL, method: string): Operation | undefined {
  const named = url.searchParams.get('operationName') ?? url.searchParams.get('opname') ?? undefined;
  const inDocument = readDocument(url.searchParams.get('query') ?? '', named);
  if (inDocument) return inDocument;
  if (named && (isGraphqlPath(url) || url.searchParams.has('extensions'))) {
    // https://graphql.github.io/graphql-over-http/draft/#sec-GET: a GET must not run a mutation.
    return byName(named, typeIn(url.searchParams.get('optype')) ?? (method === 'GET' ? 'query' : undefined));
  }
  const behind = /\/(?:graphql|gql)\/(?:[\w-]+\/)?([A-Za-z_]\w+)\/?$/.exec(url.pathname)?.[1];
  return behind === undefined || behind === 'ids' ? undefined : byName(behind, undefined);
}

/** The operation that a document runs: the named one, else its first. A document of `{ … }` alone is a query. */
export function readDocument(document: string, named: string | undefined): Operation | undefined {
  const definitions = definitionsIn(document);
  const [first] = definitions;
  if (first?.head === '') return { protocol: 'graphql', type: 'query', name: named ?? first.field };
  const operations = definitions.flatMap(({ head, field }) => {
    const [, word, name] = /^(\w+)\s*([A-Za-z_]\w*)?/.exec(head) ?? [];
    const type = typeIn(word);
    return type ? [{ type, name: name ?? '', field }] : [];
  });
  const run =
    operations.find(({ name }) => named !== undefined && name === named) ??
    operations.find(({ type }) => type === 'mutation') ??
    operations[0];
  if (!run) return undefined;
  return { protocol: 'graphql', type: run.type, name: [run.name || (named ?? ''), run.field].join(' ').trim() };
}

/**
 * The definitions of a document: what stands before the braces of each, and the first field within. Read in one pass,
 * because the page chooses the text and a pattern that starts over at each word would take minutes for a long one.
 */
function definitionsIn(document: string): { head: string; field: string }[] {
  const code = document.replace(/#[^\n]*/g, ' ').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const found: { head: string; field: string }[] = [];
  let depth = 0;
  let brackets = 0;
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const sign = code[at];
    // A default value may be an object: `mutation ($a: In = {b: 1}) { … }`.
    if (sign === '(') brackets += 1;
    else if (sign === ')') brackets = Math.max(0, brackets - 1);
    else if (brackets > 0) continue;
    else if (sign === '{' && depth++ === 0) {
      found.push({
        head: code.slice(from, Math.min(at, from + MOST_HEAD)).trim(),
        field: firstField(code.slice(at, at + MOST_HEAD)),
      });
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) from = at + 1;
    }
  }
  return found;
}

/** Characters of a definition's head, and of its first line, that are read. */
const MOST_HEAD = 300;

function byName(name: string, type: Operation['type']): Operation {
  const known = type ?? typeByName(name);
  return { protocol: 'graphql', name, ...(known ? { type: known } : {}) };
}

function firstField(selection: string): string {
  return /\{\s*(?:\w+\s*:\s*)?([A-Za-z_]\w*)/.exec(selection)?.[1] ?? '';
}

function typeIn(word: string | null | undefined): Operation['type'] {
  const lower = word?.toLowerCase();
  return lower === 'query' || lower === 'mutation' || lower === 'subscription' ? lower : undefined;
}

function typeByName(name: string): Operation['type'] {
  if (/mutation$/i.test(name)) return 'mutation';
  if (/(query|subscription)$/i.test(name)) return /query$/i.test(name) ? 'query' : 'subscription';
  return undefined;
}

function isGraphqlPath(url: URL): boolean {
  return /graphql|\/gql\b/i.test(url.pathname);
}
