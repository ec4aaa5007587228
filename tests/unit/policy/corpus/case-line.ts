import type { EffectKind, Evidence, FieldEvidence, RequestEvidence } from '../../../../src/policy/evidence';
import { EFFECT_KINDS } from '../../../../src/policy/evidence';

/** One labelled case: what was seen, and what a careful person says must happen. */
export interface LabelledCase {
  /** The line it was written as: it names the case wherever a case is named. */
  line: string;
  verdict: 'ask' | 'pass';
  kind: EffectKind;
  evidence: Evidence;
  /** True when the page had sent the same before anyone touched it. */
  learned: boolean;
}

/**
 * Reads cases from lines of four to five parts, divided by ` | `; `#` begins a remark:
 *
 *     ask pay | form https://shop.test/order/place | total=30.00&currency=EUR | press Continue ~ heading=Payment
 *
 * `\n` stands for the end of a line, but in a body of JSON, where it is JSON's own.
 *
 * Parts: verdict and kind; how it is sent and where; body or `-`; what the agent did (`press`, `link`, `enter`, `type`,
 * `load` for nothing) with ` ~ `-divided surroundings; further evidence, divided by spaces: `header:name=value`,
 * `learned` (the page sent the same by itself), `from:origin` (the page), `allowed:origin` (sites that the person named),
 * `carried:origin=value` (read there in this task; `+` stands for a space).
 *
 * @throws Error on a line that does not fit, so that no case is lost by a slip of the pen
 */
export function casesFrom(text: string): LabelledCase[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map(caseOf);
}

function caseOf(line: string): LabelledCase {
  const [label = '', sent = '', body = '', deed = '', extra = '', ...rest] = line.split(' | ');
  const [verdict, word] = label.split(' ');
  const kind = EFFECT_KINDS.find((each) => each === word);
  if ((verdict !== 'ask' && verdict !== 'pass') || !kind || deed === '' || rest.length > 0)
    throw new Error(`Not a case: ${line}`);
  const extras = extra.split(' ').filter((each) => each !== '');
  const all = (name: string) =>
    extras.flatMap((each) => (each.startsWith(`${name}:`) ? [each.slice(name.length + 1)] : []));
  const pair = (text: string): [string, string] => {
    const at = text.indexOf('=');
    if (at < 1) throw new Error(`Not a name and a value: ${text}`);
    return [text.slice(0, at), text.slice(at + 1)];
  };
  if (!extras.every((each) => /^(learned|(header|from|allowed|carried):.+)$/.test(each)))
    throw new Error(`Not further evidence: ${line}`);
  const request = requestOf(sent, body === '-' ? '' : body, Object.fromEntries(all('header').map(pair)));
  const origin = all('from')[0] ?? new URL(request.url).origin.replace(/^ws/, 'http');
  const carried = all('carried')
    .map(pair)
    .map(([from, value]) => ({ origin: from, value: value.replaceAll('+', ' ') }));
  const action = actionOf(deed);
  return {
    line,
    verdict,
    kind,
    learned: extras.includes('learned'),
    evidence: {
      request: { ...request, initiatorOrigin: origin },
      page: { url: `${origin}/`, title: '', lang: '' },
      ...(action ? { action } : {}),
      task: { id: 't1', prompt: 'Do what I asked for.', origins: all('allowed'), denied: [] },
      rules: [],
      tokens: [],
      learned: [],
      ...(carried.length > 0 ? { carried } : {}),
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

/** How a request is sent: method, resource type and content type by the word that begins it. */
const WAYS: Record<string, [method: string, resourceType: string, contentType: string]> = {
  get: ['GET', 'Document', ''],
  xget: ['GET', 'Fetch', ''],
  form: ['POST', 'Document', FORM],
  xform: ['POST', 'XHR', `${FORM}; charset=UTF-8`],
  json: ['POST', 'Fetch', 'application/json'],
  put: ['PUT', 'Fetch', 'application/json'],
  patch: ['PATCH', 'XHR', 'application/json'],
  delete: ['DELETE', 'Fetch', 'application/json'],
  beacon: ['POST', 'Ping', 'text/plain;charset=UTF-8'],
  ping: ['POST', 'Ping', 'text/ping'],
  csp: ['POST', 'CSPViolationReport', 'application/csp-report'],
  text: ['POST', 'Fetch', 'text/plain'],
  grpc: ['POST', 'Fetch', 'application/grpc-web+proto'],
  graphql: ['POST', 'Fetch', 'application/graphql'],
  multi: ['POST', 'Document', 'multipart/form-data; boundary=x'],
  xmulti: ['POST', 'XHR', 'multipart/form-data; boundary=x'],
  mixed: ['POST', 'XHR', 'multipart/mixed; boundary=batch'],
  bytes: ['PUT', 'XHR', 'application/octet-stream'],
  frame: ['WEBSOCKET', 'WebSocket', ''],
};

function requestOf(sent: string, body: string, extra: Record<string, string>): RequestEvidence {
  const [way = '', url = ''] = sent.split(/ (.*)/s);
  const known = WAYS[way];
  if (!known || !URL.canParse(url)) throw new Error(`Not a request: ${sent}`);
  const [method, resourceType, contentType] = known;
  const text = /multi$/.test(way) ? multipart(body) : /^[[{]/.test(body) ? body : body.replaceAll('\\n', '\r\n');
  return {
    method,
    url,
    headers: { ...(contentType ? { 'content-type': contentType } : {}), ...extra },
    resourceType,
    frame: 'main',
    ...(text ? { body: text } : {}),
  };
}

/** `title=Hello&photo=@cat.jpg` as multipart text; a file's content is not there, as in the barrier. */
function multipart(fields: string): string {
  const parts = fields.split('&').map((field) => {
    const [name = '', value = ''] = field.split(/=(.*)/s);
    return value.startsWith('@')
      ? `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${value.slice(1)}"\r\n\r\n\r\n`
      : `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${decodeURIComponent(value)}\r\n`;
  });
  return `${parts.join('')}--x--\r\n`;
}

function actionOf(deed: string): Evidence['action'] {
  const [what = '', ...around] = deed.split(' ~ ');
  const [way = '', name = ''] = what.split(/ (.*)/s);
  const said = (key: string) => around.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
  if (way === 'load') return undefined;
  const member = { press: 'left_click', link: 'left_click', enter: 'key', type: 'type', choose: 'form_input' }[way];
  if (!member) throw new Error(`Not an action: ${deed}`);
  const fields = said('fields')?.split(',').map(field);
  const dialog = said('dialog');
  const confirmText = said('confirm');
  return {
    member,
    sinceMs: 120,
    ...(way === 'enter' ? { keys: 'Enter' } : {}),
    ...(confirmText ? { confirmText } : {}),
    target: {
      role: { link: 'link', enter: 'textbox', type: 'textbox', choose: 'combobox' }[way] ?? 'button',
      name,
      tag: { link: 'a', enter: 'input', type: 'textarea', choose: 'select' }[way] ?? 'button',
      headings: [said('heading')].filter((each) => each !== undefined),
      ...(dialog ? { dialog } : {}),
      ...(fields ? { form: { fields } } : {}),
    },
  };
}

function field(name: string): FieldEvidence {
  const secret = /password|card|cvc/.test(name);
  return { name, type: /password/.test(name) ? 'password' : 'text', label: name, value: secret ? '' : 'x', secret };
}
