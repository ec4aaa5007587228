import type { RequestEvidence } from './evidence';
import { frameOperations } from './frame-operation';
import { graphqlIn, graphqlInUrl, type Operation, readDocument } from './graphql-operation';
import { jmapCalls } from './jmap-call';
import { isFields } from './json-fields';
import { bodyFields, parsed } from './payload';

export type { Operation } from './graphql-operation';

/** Every operation of a request: a batch has several. Empty when it is no call by name. */
export function operationsOf(request: RequestEvidence): Operation[] {
  const url = new URL(request.url);
  if (request.method === 'WEBSOCKET') return frameOperations(request.body ?? '', url);
  const type = request.headers['content-type'] ?? '';
  const segments = url.pathname.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  if (/^application\/(grpc|connect|proto)/i.test(type)) {
    // `shop.v1.OrderService/CreateOrder`: where the method says little, the service says of what.
    return [{ protocol: 'grpc', name: last, of: segments.at(-2)?.split('.').at(-1) ?? '' }];
  }
  if (/^application\/graphql\b/i.test(type)) return present(readDocument(request.body ?? '', undefined));
  const body = parsed(request.body) ?? formObject(request, type);
  const mail = jmapCalls(body);
  if (mail.length > 0) return mail;
  const calls = (Array.isArray(body) ? body : [body]).filter(isFields);
  const graphql = calls.flatMap((call) => present(graphqlIn(call, url)));
  if (graphql.length > 0) return graphql;
  const fromUrl = graphqlInUrl(url, request.method);
  if (fromUrl) return [fromUrl];
  const rpc = calls.flatMap(({ jsonrpc, method, params }): Operation[] =>
    typeof jsonrpc === 'string' && typeof method === 'string' ? [remoteCall(method, params)] : [],
  );
  if (rpc.length > 0) return rpc;
  if (/\/trpc\//i.test(url.pathname)) {
    // https://trpc.io/docs/rpc: queries are GET, mutations POST.
    const read = request.method === 'GET' ? { type: 'query' as const } : {};
    return last.split(',').map((name) => ({ protocol: 'trpc', name, ...read }));
  }
  return componentCalls(calls);
}

/** Some servers have one method that carries the real one: Odoo's `{method: 'call', params: {model, method}}`. */
function remoteCall(method: string, params: unknown): Operation {
  const inner = /^(call|call_kw|execute|execute_kw|invoke)$/i.test(method) && isFields(params) ? params : {};
  if (typeof inner.method !== 'string') return { protocol: 'json-rpc', name: method };
  const of = typeof inner.model === 'string' ? inner.model : undefined;
  return { protocol: 'json-rpc', name: inner.method, ...(of === undefined ? {} : { of }) };
}

/** Livewire and its like post `{components: [{calls: [{method: 'deleteInvoice'}]}]}`. */
function componentCalls(calls: readonly Record<string, unknown>[]): Operation[] {
  return calls
    .flatMap(({ components }) => (Array.isArray(components) ? components.filter(isFields) : []))
    .flatMap((component) => (Array.isArray(component.calls) ? component.calls.filter(isFields) : []))
    .flatMap(({ method }): Operation[] =>
      typeof method === 'string' && !method.startsWith('$')
        ? [{ protocol: 'component', name: method, ...(PAGES.test(method) ? { type: 'query' } : {}) }]
        : [],
    );
}

/** https://livewire.laravel.com/docs/pagination */
const PAGES = /^(goto|next|previous|set|reset)Page$/;

/** GraphQL in a form: Facebook's fields, or `operations` of a multipart upload. */
function formObject(request: RequestEvidence, type: string): unknown {
  if (!/form-urlencoded|form-data/i.test(type)) return undefined;
  const fields = bodyFields(request);
  const value = (prefix: string) =>
    fields.flatMap(({ path, value }) => (path.startsWith(prefix) ? [[path.slice(prefix.length), value] as const] : []));
  const upload = value('operations.');
  return Object.fromEntries(upload.length > 0 ? upload : value(''));
}

function present(operation: Operation | undefined): Operation[] {
  return operation ? [operation] : [];
}
