import { openCommits } from '/commits.js';

// Every vector of shared/effects-measured.csv: each sends one message to /api/messages/send?vector=<its name>.
const other =
  location.hostname === '127.0.0.1' ? `http://localhost:${location.port}` : `http://127.0.0.1:${location.port}`;
const to = (vector, base = '') => `${base}/api/messages/send?vector=${vector}`;
const message = JSON.stringify({ to: 'ann@example.com', text: 'Hello' });
const json = (more) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: message,
  ...more,
});
const quiet = (promise) => promise.catch(() => undefined);

function form(action, target) {
  const element = document.createElement('form');
  element.method = 'post';
  element.action = action;
  if (target) element.target = target;
  element.innerHTML =
    '<input type="hidden" name="to" value="ann@example.com"><input type="hidden" name="text" value="Hello">';
  document.body.append(element);
  return element;
}

function frame(src, name) {
  return new Promise((resolve) => {
    const element = document.createElement('iframe');
    element.title = name;
    element.onload = () => resolve(element);
    element.src = src;
    document.body.append(element);
  });
}

const worker = new Worker('/worker.js');
const shared = 'SharedWorker' in window ? new SharedWorker('/shared-worker.js') : undefined;
shared?.port.start();
const socket = new WebSocket(`ws://${location.host}/socket`);
const oopif = frame(`${other}/frame.html`, 'other site');
const query = new URLSearchParams(location.search);
const useServiceWorker = query.has('sw');

const toServiceWorker = (what) => navigator.serviceWorker.controller?.postMessage(what);

export const vectors = {
  fetch: () => quiet(fetch(to('fetch'), json())),
  xhr_put: () => {
    const xhr = new XMLHttpRequest();
    xhr.open('PUT', to('xhr_put'));
    xhr.setRequestHeader('content-type', 'application/json');
    xhr.send(message);
  },
  beacon: () => navigator.sendBeacon(to('beacon'), message),
  keepalive_fetch: () => quiet(fetch(to('keepalive_fetch'), json({ keepalive: true }))),
  fetchLater: () => window.fetchLater?.(to('fetchLater'), { method: 'POST', body: message, activateAfter: 0 }),
  // Without a time it goes out when its page is left.
  fetchLater_direct: () => {
    window.fetchLater?.(to('fetchLater_direct'), { method: 'POST', body: message });
    location.href = '/left.html';
  },
  big_body_3MB: () => quiet(fetch(to('big_body_3MB'), { method: 'POST', body: message + ' '.repeat(3 << 20) })),
  blob_body: () => quiet(fetch(to('blob_body'), { method: 'POST', body: new Blob([message]) })),
  formdata_file: () => {
    const data = new FormData();
    data.append('to', 'ann@example.com');
    data.append('file', new File(['Hello'], 'hello.txt'));
    return quiet(fetch(to('formdata_file'), { method: 'POST', body: data }));
  },
  cors_preflighted: () => quiet(fetch(to('cors_preflighted', other), json({ headers: { 'x-test': '1' } }))),
  redirect307: () => quiet(fetch('/redirect?vector=redirect307', json())),
  a_ping: () => {
    const link = document.createElement('a');
    link.href = '#pinged';
    link.ping = to('a_ping');
    document.body.append(link);
    link.click();
  },
  csp_report: () => frame('/blocked.html?csp', 'policy'),
  dedicated_worker_fetch: () => worker.postMessage('fetch'),
  worker_websocket: () => worker.postMessage('socket'),
  shared_worker_fetch: () => shared?.port.postMessage('fetch'),
  websocket: () => socket.send(JSON.stringify({ type: 'send_message', vector: 'websocket', to: 'ann', text: 'Hello' })),
  img_GET: () => {
    new Image().src = '/api/messages/delete?vector=img_GET&id=7';
  },
  link_prefetch_GET: () => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = '/api/messages/delete?vector=link_prefetch_GET&id=7';
    document.head.append(link);
  },
  srcdoc_iframe_fetch: () => {
    const element = document.createElement('iframe');
    element.srcdoc = `<script>fetch('${to('srcdoc_iframe_fetch', location.origin)}', ${JSON.stringify(json())})</script>`;
    document.body.append(element);
  },
  form_iframe: () => form(to('form_iframe'), 'sink').submit(),
  oopif_fetch: async () => (await oopif).contentWindow.postMessage('fetch', '*'),
  oopif_form: async () => (await oopif).contentWindow.postMessage('form', '*'),
  form_target_blank: () => form(to('form_target_blank'), '_blank').submit(),
  popup_script_fetch: () => window.open('/popup.html', '_blank'),
  form_main_nav: () => form(to('form_main_nav')).submit(),
  pagehide_beacon: () => {
    addEventListener('pagehide', () => navigator.sendBeacon(to('pagehide_beacon'), message));
    location.href = '/left.html';
  },
  ...(useServiceWorker && {
    sw_own_fetch: () => toServiceWorker('own'),
    sw_bgsync_fetch: async () => (await navigator.serviceWorker.ready).sync?.register('sw_bgsync_fetch'),
    sw_forwarded_fetch: () => quiet(fetch(to('sw_forwarded_fetch'), json())),
    sw_rewritten_get_as_POST: () => quiet(fetch('/rewrite')),
  }),
};

const leaves = ['form_main_nav', 'pagehide_beacon', 'fetchLater_direct'];
const buttons = document.querySelector('#buttons');
function button(name, run) {
  const element = document.createElement('button');
  element.textContent = name;
  element.onclick = run;
  buttons.append(element);
}

if (useServiceWorker) {
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'synced') document.querySelector('#state').textContent = 'Synced';
  });
  await navigator.serviceWorker.register('/service-worker.js');
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
}
await oopif;
if (socket.readyState === 0) await new Promise((resolve) => socket.addEventListener('open', resolve));
await new Promise((resolve) => {
  worker.addEventListener('message', resolve, { once: true });
  worker.postMessage('ready?');
});
for (const [name, run] of Object.entries(vectors)) button(name, run);
const commitEverything = await openCommits(document.querySelector('#commits'));
button('everything', () => {
  for (const [name, run] of Object.entries(vectors)) if (!leaves.includes(name)) run();
  commitEverything();
  addEventListener('pagehide', () => navigator.sendBeacon(to('pagehide_beacon'), message));
  window.fetchLater?.(to('fetchLater_direct'), { method: 'POST', body: message });
  // In a page that is watched it leaves nothing: the navigation is stopped.
  if (query.has('leave')) vectors.form_main_nav();
  globalThis.tries = 0;
  const again = () => fetch(to('fetch'), json()).then(undefined, () => undefined);
  if (query.has('retry')) setInterval(() => again().then(() => globalThis.tries++), 150);
});
document.querySelector('#state').textContent = 'Ready';
