const MASK = '•••';

/** Names of parameters, headers and JSON fields whose value opens something: they are told, their value is not. */
const SECRET_NAME =
  /pass(word|wd|phrase|code)|^pwd$|secret|token|(^|[_.-])o?auth([_.-]|$)|authorization|api[_-]?key|cookie|session|(^|[_.-])(sid|jwt|otp|pin|csrf|xsrf|sig|signature|cvv|cvc)([_.-]|$)|credential|card[_-]?(number|no)|^code$/i;

/**
 * What looks like a secret wherever it stands: JSON web tokens, bearer values, keys with the prefixes of large issuers.
 */
const SECRET_TEXT =
  /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?|\b(?:sk|pk|rk|ghp|gho|ghs|xox[abprs])[-_][\w-]{12,}|(?<=\b(?:Bearer|Basic)\s)[\w.~+/=-]{6,}/gi;
/** `name=value`, `name: value` and `"name": "value"` in free text. */
const PAIR = /(["']?)([\w.-]{2,40})\1(\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s&;,"'{}]+)/g;

/** True for a header, parameter or field whose value is a secret by its name. */
function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** An address with the values of secret parameters, and a password in it, put out of sight. */
export function maskUrl(address: string): string {
  if (!URL.canParse(address)) return maskText(address);
  const url = new URL(address);
  if (url.protocol === 'data:') return `${address.slice(0, address.indexOf(',') + 1).slice(0, 80)}…`;
  const login = url.username || url.password ? `${MASK}@` : '';
  const head = url.host ? `${url.protocol}//${login}${url.host}` : url.protocol;
  return `${head}${maskText(url.pathname)}${maskPairs(url.search)}${maskPairs(url.hash)}`;
}

/** Headers as `name: value`, secret ones masked. */
export function maskHeader(name: string, value: string): string {
  return `${name}: ${isSecretName(name) ? MASK : maskText(value)}`;
}

/**
 * A request's body with its secrets masked: JSON field by field, forms pair by pair, the rest by what it looks like.
 */
export function maskBody(body: string): string {
  const json = parsedJson(body);
  if (json !== undefined) return JSON.stringify(maskValue(json));
  return /^[\w.%+~*[\]-]+=[^\s]*$/.test(body) ? maskPairs(body) : maskText(body);
}

/** Free text with what looks like a secret masked. */
export function maskText(text: string): string {
  return text
    .replace(SECRET_TEXT, MASK)
    .replace(PAIR, (whole, quote: string, name: string, between: string) =>
      isSecretName(name) ? `${quote}${name}${quote}${between}${MASK}` : whole,
    );
}

function maskPairs(query: string): string {
  return query.replace(/([^?#&=]+)=([^&]*)/g, (_, name: string, value: string) =>
    isSecretName(decoded(name)) ? `${name}=${MASK}` : `${name}=${maskText(value)}`,
  );
}

function maskValue(value: unknown, name = ''): unknown {
  if (name && isSecretName(name) && value !== null && typeof value !== 'boolean') return MASK;
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskValue(inner, key)]));
  return value;
}

function parsedJson(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
