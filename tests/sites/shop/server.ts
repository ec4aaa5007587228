import { z } from 'zod';
import { answerHtml, answerJson, type Site, startSite } from '../site';
import { cartPage, checkoutPage, listingPage, orderPage, PRODUCTS, productPage } from './pages';

const Added = z.object({ id: z.string() });

export interface Shop extends Site {
  /** Checkout forms that reached the server, in order. */
  orders: Record<string, string>[];
}

/** A shop as they were always built: pages from the server, a cart over fetch, an order by a form post. */
export async function startShop(port?: number): Promise<Shop> {
  const orders: Record<string, string>[] = [];
  const cart = new Map<string, number>();
  const site = await startSite(
    'shop',
    ({ method, path, body }, response) => {
      const { pathname, searchParams } = new URL(path, 'http://shop');
      if (method === 'GET' && pathname === '/') {
        const [q, sort, part] = ['q', 'sort', 'page'].map((name) => searchParams.get(name) ?? undefined);
        return answerHtml(response, listingPage(q, sort, Number(part ?? 1)));
      }
      if (method === 'GET' && pathname === '/cart') return answerHtml(response, cartPage(cart));
      if (method === 'GET' && pathname === '/checkout') return answerHtml(response, checkoutPage(cart));
      const product = PRODUCTS.find(({ id }) => pathname === `/things/${id}`);
      if (method === 'GET' && product) return answerHtml(response, productPage(product));
      if (method === 'POST' && pathname === '/cart/items') {
        const { id } = Added.parse(JSON.parse(body));
        cart.set(id, (cart.get(id) ?? 0) + 1);
        return answerJson(response, { count: [...cart.values()].reduce((sum, each) => sum + each, 0) });
      }
      if (method === 'POST' && pathname === '/checkout') {
        orders.push(Object.fromEntries(new URLSearchParams(body)));
        cart.clear();
        response.writeHead(303, { location: `/orders/${orders.length}` }).end();
        return true;
      }
      if (/^\/(wishlist|compare|shipping|preferences|cart|t)\//.test(pathname) && method !== 'GET')
        return answerJson(response, {});
      const order = /^\/orders\/(\d+)$/.exec(pathname)?.[1];
      if (method === 'GET' && order) return answerHtml(response, orderPage(order));
      return false;
    },
    port,
  );
  return { ...site, orders };
}
