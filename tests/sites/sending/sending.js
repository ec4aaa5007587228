// The same site without what must not leave the other one.
if (location.search === '?plain') document.querySelector('#code').remove();

const status = document.querySelector('#status');
const form = document.querySelector('#message');
const say = (text) => {
  status.textContent = text;
};
// How often each button's request was tried, for tests that wait for a try.
globalThis.tries = 0;

const headers = { 'content-type': 'application/json' };
fetch('/api/other')
  .then((answer) => answer.json())
  .then(({ url }) => {
    if (url) document.querySelector('#other').href = url;
  });

async function send(path = '/api/messages/send') {
  globalThis.tries++;
  const body = JSON.stringify({ to: form.elements.to.value, text: form.elements.text.value });
  const answer = await fetch(path, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(String(answer.status));
  say('Message sent.');
}

const failed = () => say('It did not go out.');
const on = (id, press) => document.querySelector(`#${id}`).addEventListener('click', press);

on('plain', () => send().catch(failed));

// As mail programs do: nothing leaves for a while, and the page says that it did.
let held;
on('undo', () => {
  say('Message sent. Undo');
  held = setTimeout(() => send().catch(failed), 3000);
});

// Whatever is pressed next takes the chance to undo away.
on('one', () => {
  const count = document.querySelector('#count');
  count.value = Number(count.value) + 1;
  if (held !== undefined) send().catch(failed);
  clearTimeout(held);
  held = undefined;
});

on('posted', () => {
  say('Message sent. Undo');
  setTimeout(() => document.querySelector('#post').submit(), 3000);
});

// A button that is gone once it was pressed: the page does not send again.
on('once', ({ target }) => {
  target.disabled = true;
  send(`/api/messages/send${location.search}`).catch(failed);
});

const both = document.querySelector('#both');
if (location.search === '?both') {
  both.hidden = false;
  both.style = 'position: fixed; inset: 0';
}
on('both', () => {
  send().catch(failed);
  send('/api/posts/publish').catch(failed);
});

on('twice', () => {
  for (const _ of [1, 2]) send().catch(failed);
});

on('retry', async () => {
  for (;;) {
    try {
      return await send('/api/messages/send?broken=1');
    } catch {
      say('Trying again');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
});

// Says nothing of what it does, and tries again until it works, whether there was an answer to the last try or not.
on('sync', () => {
  const attempt = async () => {
    globalThis.tries++;
    const body = JSON.stringify({ doc_id: '77', k: 1 });
    const answer = await fetch('/api/q7', { method: 'POST', headers, body }).catch(() => undefined);
    if (!answer?.ok) return;
    clearInterval(trying);
    say('Synced.');
  };
  const trying = setInterval(attempt, 200);
  void attempt();
});

on('follow', () => {
  send().then(() => send('/api/posts/publish'), failed);
});

on('list', () => {
  fetch('/api/cart/items', { method: 'POST', headers, body: JSON.stringify({ sku: 'A-1' }) }).then(
    () => say('On the list.'),
    failed,
  );
});

document.querySelector('#search input').addEventListener('input', ({ target }) => {
  void fetch(`/api/suggest?q=${encodeURIComponent(target.value)}`).catch(() => undefined);
  // Measured with a picture, as many sites do.
  new Image().src = `/pixel.png?typed=${encodeURIComponent(target.value)}`;
});
