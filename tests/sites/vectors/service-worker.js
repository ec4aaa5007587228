const send = (vector) =>
  fetch(`/api/messages/send?vector=${vector}`, { method: 'POST', body: '{"text":"Hello"}' }).catch(() => undefined);
addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('message', ({ data }) => {
  if (data === 'own') send('sw_own_fetch');
});
addEventListener('sync', (event) => {
  event.waitUntil(send(event.tag));
  // The browser takes its time: the page says when it was.
  event.waitUntil(self.clients.matchAll().then((pages) => pages.map((page) => page.postMessage('synced'))));
});
addEventListener('fetch', (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (pathname === '/rewrite') event.respondWith(send('sw_rewritten_get_as_POST').then(() => new Response('sent')));
  else if (searchParams.get('vector') === 'sw_forwarded_fetch') event.respondWith(fetch(event.request));
});
