import type { RequestEvidence } from './evidence';
import { parsed } from './payload';

/** A call by name inside a request: GraphQL, JSON-RPC, gRPC-web, tRPC. */
export interface Operation {
  protocol: 'graphql' | 'json-rpc' | 'grpc' | 'trpc';
  /** GraphQL's own word; calls of the others have none. */
  type?: 'query' | 'mutation' | 'subscription';
  name: string;
}

type Fields = Record<string, unknown>;

/** Every operation of a request: a batch has several. Empty when it is no call by name. */
export function operationsOf(request: RequestEvidence): Operation[] {
  const url = new URL(request.url);
  const type = request.headers['content-type'] ?? '';
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (/^application\/(grpc|connect|proto)/i.test(type)) return [{ protocol: 'grpc', name: last }];
  const body = parsed(request.body);
  const calls = (Array.isArray(body) ? body : [body]).filter(
    (call): call is Fields => typeof call === 'object' && call !== null,
  );
  const graphql = calls.flatMap((call) => graphqlIn(call, url));
  if (graphql.length > 0) return graphql;
  const fromUrl = graphqlInUrl(url);
  if (fromUrl) return [fromUrl];
  const rpc = calls.flatMap(({ jsonrpc, method }): Operation[] =>
    typeof jsonrpc === 'string' && typeof method === 'string' ? [{ protocol: 'json-rpc', name: method }] : [],
  );
  if (rpc.length > 0) return rpc;
  if (/\/trpc\//i.test(url.pathname)) return last.split(',').map((name) => ({ protocol: 'trpc', name }));
  return [];
}

function graphqlIn(call: Fields, url: URL): Operation[] {
  const document = typeof call.query === 'string' ? call.query : '';
  const persisted = typeof call.extensions === 'object' || typeof call.id === 'string' || isGraphqlPath(url);
  const named =
    typeof call.operationName === 'string' ? call.operationName : (url.searchParams.get('opname') ?? undefined);
  const inDocument = readDocument(document, named);
  if (inDocument) return [inDocument];
  if (named === undefined || !persisted) return [];
  const type = typeIn(url.searchParams.get('optype')) ?? typeByName(named);
  return [{ protocol: 'graphql', name: named, ...(type ? { type } : {}) }];
}

function graphqlInUrl(url: URL): Operation | undefined {
  const document = url.searchParams.get('query') ?? '';
  const named = url.searchParams.get('operationName') ?? url.searchParams.get('opname') ?? undefined;
  const inDocument = readDocument(document, named);
  if (inDocument) return inDocument;
  if (named && (isGraphqlPath(url) || url.searchParams.has('extensions'))) {
    const type = typeIn(url.searchParams.get('optype')) ?? typeByName(named);
    return { protocol: 'graphql', name: named, ...(type ? { type } : {}) };
  }
  // Some servers put the operation's name behind the path: /graphql/AcceptPayment.
  const behind = /\/(?:graphql|gql)\/([A-Za-z_]\w+)\/?$/.exec(url.pathname)?.[1];
  if (!behind) return undefined;
  const type = typeByName(behind);
  return { protocol: 'graphql', name: behind, ...(type ? { type } : {}) };
}

/** The operation that a document runs: the named one, else its first. A document of `{ … }` alone is a query. */
function readDocument(document: string, named: string | undefined): Operation | undefined {
  const code = document.replace(/#[^\n]*/g, ' ').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (/^\s*\{/.test(code)) return { protocol: 'graphql', type: 'query', name: named ?? firstField(code) };
  const heads = [...code.matchAll(/\b(query|mutation|subscription)\b\s*([A-Za-z_]\w*)?[^{]*(\{[^}]*)/g)];
  const head = heads.find(([, , name]) => named !== undefined && name === named) ?? heads[0];
  const type = typeIn(head?.[1]);
  if (!head || !type) return undefined;
  return { protocol: 'graphql', type, name: [head[2] ?? named ?? '', firstField(head[3] ?? '')].join(' ').trim() };
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
