/** What sort of page is in front, as far as its address and title tell. */
export type PageSort = 'mail' | 'shop' | 'page' | 'none';

const MAIL = /(^|[./-])(mail|webmail|inbox|outlook|posteingang)([./-]|$)/i;
const SHOP = /(^|[./-])(shop|store|cart|basket|product|products|dp|warenkorb|angebote?)([./-]|$)/i;

/** Sorts a page, to offer what fits it. Only words of host and path count: titles change with every message. */
export function sortOfPage(url: string | undefined): PageSort {
  if (!url || !URL.canParse(url)) return 'none';
  const { host, pathname } = new URL(url);
  const address = host + pathname;
  return MAIL.test(address) ? 'mail' : SHOP.test(address) ? 'shop' : 'page';
}
