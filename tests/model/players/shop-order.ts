import type { SeenConversation } from '../conversation';
import { lineWith } from '../page-lines';
import {
  addressIn,
  call,
  finish,
  firstError,
  giveUp,
  type Move,
  newest,
  type PlayedCall,
  type Player,
} from '../player';

const BUYER = { 'Full name': 'Robin Doe', 'E-mail': 'robin@example.com', Address: 'Lindenstraße 4, 1010 Wien' };

/** Searches a shop for what stands in quotes, puts it into the cart, fills in the checkout and places the order. */
export const shopOrder: Player = {
  name: 'shop-order',
  plays: (prompt) => /\border\b/i.test(prompt) && /\bshop\b/i.test(prompt),
  move(conversation) {
    const { calls, prompt } = conversation;
    const last = calls.at(-1);
    if (!last)
      return {
        calls: [call('new_tab'), call('navigate', { url: addressIn(prompt) }), call('read_page', { filter: 'all' })],
      };
    if (last.isError) {
      return /denied/.test(firstError(conversation))
        ? finish('The order was not placed, because you denied it. It is still in the cart.')
        : giveUp(conversation);
    }
    const tree = newest(conversation, 'read_page') ?? '';
    return step(conversation, tree);
  },
};

function step({ calls, prompt }: SeenConversation, tree: string): Move {
  const wanted = /[“"]([^”"]+)[”"]/.exec(prompt)?.[1] ?? '';
  const searched = calls.some(({ name }) => name === 'type');
  const box = lineWith(tree, /^searchbox$/, /./);
  if (!searched && box) {
    return {
      calls: [
        click(box.ref),
        call('type', { text: wanted }),
        call('key', { text: 'Enter' }),
        call('read_page', { filter: 'all' }),
      ],
    };
  }
  const place = lineWith(tree, /^button$/, /^Place order$/);
  if (place) return fillIn(tree, place.ref);
  const checkout = lineWith(tree, /^link$/, /^Check out$/);
  if (checkout) return { calls: [click(checkout.ref), call('read_page', { filter: 'all' })] };
  if (/Order \d+ is placed/.test(tree) || /orders\/\d+/.test(calls.at(-1)?.text ?? ''))
    return finish(`“${wanted}” is ordered.`);
  const add = lineWith(tree, /^button$/, new RegExp(`Add .*${wanted}.* to cart`, 'i'));
  const cart = lineWith(tree, /^link$/, /^Cart$/);
  if (!add || !cart) return finish(`The shop has no “${wanted}”.`);
  return { calls: [click(add.ref), click(cart.ref), call('read_page', { filter: 'all' })] };
}

function fillIn(tree: string, place: string): Move {
  const fills = Object.entries(BUYER).flatMap(([label, value]): PlayedCall[] => {
    const field = lineWith(tree, /^textbox$/, new RegExp(`^${label}$`));
    return field ? [fill(field.ref, value)] : [];
  });
  const country = lineWith(tree, /^combobox$/, /^Country$/);
  const gift = lineWith(tree, /^checkbox$/, /gift/);
  return {
    calls: [
      ...fills,
      ...(country ? [fill(country.ref, 'Austria')] : []),
      ...(gift ? [fill(gift.ref, true)] : []),
      click(place),
      call('read_page', { filter: 'all' }),
    ],
  };
}

function fill(ref: string, value: string | boolean): PlayedCall {
  return call('form_input', { target: { type: 'ref', ref }, value });
}

function click(ref: string): PlayedCall {
  return call('left_click', { target: { type: 'ref', ref } });
}
