import { describe, expect, it } from 'vitest';
import { innerRequests } from '../../../src/policy/batch';
import { operationsOf } from '../../../src/policy/operation';
import { requestOf } from './evidence-of';

function frame(body: string) {
  return operationsOf(
    requestOf({ method: 'WEBSOCKET', url: 'wss://chat.example/ws', headers: {}, resourceType: 'WebSocket', body }),
  );
}

describe('operationsOf a WebSocket frame', () => {
  it.each([
    ['plain JSON', '{"type":"send_message","text":"hi"}', 'send_message'],
    ['Socket.IO', '42["send message",{"text":"hi"}]', 'send message'],
    ['Socket.IO with an acknowledgement', '4217["bid",{"lot":4}]', 'bid'],
    ['Socket.IO in a namespace', '42/chat,["bid",{"lot":4}]', 'bid'],
    ['Engine.IO alone', '4{"type":"sendMessage","text":"hi"}', 'sendMessage'],
    ['SockJS', '["{\\"action\\":\\"bid\\"}"]', 'bid'],
    ['Phoenix', '["3","9","room:4","new_msg",{"body":"hi"}]', 'new_msg'],
    ['DDP', '{"msg":"method","method":"sendMessage","params":[]}', 'sendMessage'],
    ['SignalR', '{"type":1,"target":"SendMessage","arguments":[]}\u001e', 'SendMessage'],
    ['Action Cable', '{"command":"message","data":"{\\"action\\":\\"publish\\"}"}', 'publish'],
    ['STOMP', 'SEND\r\ndestination:/app/chat.send\r\n\r\n{}', '/app/chat.send'],
    ['graphql-ws', '{"type":"subscribe","payload":{"query":"mutation { deleteBoard { ok } }"}}', 'deleteBoard'],
  ])('reads %s', (_, body, name) => {
    expect(frame(body).map((operation) => operation.name)).toEqual([name]);
  });

  it.each([
    '2',
    '3',
    '2probe',
    '3probe',
    '5',
    '6',
    '0{"sid":"a"}',
    '40',
    '40{"token":"t"}',
    '40/chat,',
    '41',
    '{"type":"ping"}',
    '{"op":"subscribe"}',
    'SUBSCRIBE\nid:0\n\n',
  ])('knows that %s only listens', (body) => {
    expect(frame(body)[0]?.type).toBe('subscription');
  });

  it('names nothing where nothing is named', () => {
    expect(frame('{"a":7,"b":[1]}')).toEqual([]);
    for (const text of ['\u0000\u0001', '4"hello"', '4{"a":7}', '7', '12', '12{"a":1}', '2{"a":1}', '40say hello'])
      expect(frame(text)).toEqual([]);
  });
});

describe('operationsOf a GraphQL document', () => {
  const named = (query: string, operationName?: string) =>
    operationsOf(requestOf({ url: 'https://x.test/graphql', json: { query, operationName } }))[0];

  it('reads the operation that runs', () => {
    expect(named('query A { me { id } } mutation B { removeProject(id: 4) { ok } }', 'B')).toMatchObject({
      type: 'mutation',
      name: 'B removeProject',
    });
    expect(named('fragment F on T { a } mutation ($a: In = {b: 1}) { add(a: $a) { id } }')).toMatchObject({
      type: 'mutation',
      name: 'add',
    });
    expect(named('{ cart { id } }')).toMatchObject({ type: 'query' });
    expect(named('query Q { search(text: "mutation { delete }") { id } }')).toMatchObject({ type: 'query' });
  });

  it('takes the mutation where it is not said which one runs', () => {
    expect(named('query A { me } mutation B { buy }')?.type).toBe('mutation');
  });

  it('reads a long text in one pass', () => {
    const begun = performance.now();
    named('query '.repeat(40_000));
    named(`mutation ${'{'.repeat(200_000)}`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('innerRequests', () => {
  it('reads HTTP messages in multipart/mixed', () => {
    const body =
      '--b\r\n\r\nGET /Items(3) HTTP/1.1\r\n\r\n--b\r\n\r\nPOST Orders HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"id":4}\r\n--b--';
    const inner = innerRequests(
      requestOf({
        url: 'https://x.test/odata/$batch',
        headers: { 'content-type': 'multipart/mixed; boundary=b' },
        body,
      }),
    );
    expect(inner.map(({ method, url, body: each }) => [method, url, each])).toEqual([
      ['GET', 'https://x.test/Items(3)', undefined],
      ['POST', 'https://x.test/odata/Orders', '{"id":4}'],
    ]);
  });

  it('reads lists of requests in JSON', () => {
    const json = { requests: [{ method: 'post', url: '/me/sendMail', body: { to: 'ann' } }, { id: 2 }] };
    expect(innerRequests(requestOf({ json })).map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"to":"ann"}'],
    ]);
  });

  it('takes no other list for a batch', () => {
    expect(innerRequests(requestOf({ json: { items: [{ method: 'express' }] } }))).toEqual([]);
  });
});
