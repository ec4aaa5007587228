/** Endings under which anyone may register a name: there a site is one label longer. Countries use the first ones. */
const SHARED =
  /^((co|com|net|org|gov|gob|gouv|ac|edu|or|ne|go)\.[a-z]{2}|(github|gitlab|netlify|vercel|pages|web|herokuapp|blogspot|wordpress|myshopify|cloudfront|workers|firebaseapp|azurewebsites)\.(io|app|dev|com|net))$/i;

/** Host name of a web page's address; undefined for any other address. */
export function webHostOf(url: string): string | undefined {
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).hostname : undefined;
}

/** Origins are of one site when one registrable name covers both. An address without a name is a site by itself. */
export function sameSite(a: string, b: string): boolean {
  return a === b || siteOf(a) === siteOf(b);
}

/**
 * True when a person who named `allowed` meant `origin` too: the same host, with or without `www.`, or one below it.
 */
export function isWithin(origin: string, allowed: string): boolean {
  if (!URL.canParse(origin) || !URL.canParse(allowed)) return origin === allowed;
  const named = new URL(allowed);
  const host = named.host.replace(/^www\./, '');
  const asked = new URL(origin);
  return asked.host === host || asked.host.endsWith(`.${host}`) || asked.host === named.host;
}

/**
 * The name that a person calls a site by: `amazon` of `https://www.amazon.co.uk`. Undefined for an address without one.
 */
export function siteName(origin: string): string | undefined {
  const [name, ...ending] = siteOf(origin).split('.');
  return ending.length > 0 && !/^[\d.]+$|:/.test(siteOf(origin)) ? name : undefined;
}

function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const { hostname, host } = new URL(origin);
  const labels = hostname.split('.');
  // Ports tell programs on one machine apart; `localhost` is nobody's domain, so each name below it is a site.
  if (labels.length < 2 || /^[\d.]+$|:/.test(hostname)) return host;
  const ending = labels.slice(-2).join('.');
  return labels.slice(SHARED.test(ending) ? -3 : -2).join('.');
}
