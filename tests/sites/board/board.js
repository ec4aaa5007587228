// A board as they are built today: everything over GraphQL, drafts saved while typing, measurements and polling besides.
const said = document.querySelector('#said');
const say = (words) => {
  said.textContent = words;
};
const json = { 'content-type': 'application/json' };
const post = (path, body, method = 'POST') => fetch(path, { method, headers: json, body: JSON.stringify(body) });
const issue = 'i1';

async function graphql(type, operationName, variables) {
  const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
  const query = `${type} ${operationName}($input: ${operationName}Input) { ${field}(input: $input) { id title } }`;
  const answer = await post('/graphql', { operationName, query, variables: { input: variables } });
  return (await answer.json()).data;
}

const view = { text: '', state: 'open', sort: 'date', page: 1 };
async function showIssues() {
  const { issues } = await graphql('query', 'Issues', view);
  document.querySelector('#count').textContent = `${issues.length} shown, page ${view.page}`;
  document
    .querySelector('#list')
    .replaceChildren(...issues.map(({ title }) => Object.assign(document.createElement('li'), { textContent: title })));
}

const measure = (event) => navigator.sendBeacon('/t/collect', JSON.stringify({ event, at: Date.now() }));
measure('open');
// What only the two sides understand, from the beginning and again and again.
const sync = () => post('/x/s', { v: 3, c: [[1, 0, 0]] }).catch(() => undefined);
await sync();
setInterval(sync, 700);
setInterval(() => graphql('query', 'UnreadCount', {}).catch(() => undefined), 900);
setInterval(() => measure('alive'), 1100);
const socket = new WebSocket(`ws://${location.host}/live`);
socket.addEventListener('open', () => {
  socket.send(JSON.stringify({ type: 'ping' }));
  setInterval(() => socket.send(JSON.stringify({ type: 'ping' })), 800);
});

document.querySelector('#search').addEventListener('input', ({ target }) => {
  view.text = target.value;
  showIssues();
});
document.querySelector('#filter').addEventListener('change', ({ target }) => {
  view.state = target.value;
  showIssues();
});
document.querySelector('#theme').addEventListener('change', async ({ target }) => {
  await post('/api/settings', { theme: target.value }, 'PATCH');
  say(`Theme: ${target.value}`);
});
document.querySelector('#mails').addEventListener('change', async ({ target }) => {
  await post('/api/settings', { weeklySummary: target.checked }, 'PATCH');
  say(`Summary: ${target.checked}`);
});
document.querySelector('#per-page').addEventListener('change', async ({ target }) => {
  await post('/api/settings', { perPage: Number(target.value) }, 'PATCH');
  say(`Items: ${target.value}`);
});
let timer;
document.querySelector('#comment').addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  if (socket.readyState === 1) socket.send(JSON.stringify({ type: 'typing', issue }));
  timer = setTimeout(async () => {
    await post(`/api/drafts/${issue}`, { comment: target.value }, 'PUT');
    document.querySelector('#saved').textContent = `Draft saved: ${target.value.length}`;
  }, 100);
});
document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { user, password } = event.target.elements;
  await post('/api/session', { user: user.value, password: password.value });
  say(`Hello ${user.value}`);
});
document.querySelector('#logout').addEventListener('click', async () => {
  await post('/api/session', {}, 'DELETE');
  say('Logged out');
});
document.querySelector('#read-all').addEventListener('click', async () => {
  await post('/api/notifications/mark-read', { all: true });
  say('All read');
});
document.querySelector('#more').addEventListener('click', async () => {
  await graphql('query', 'Activity', { after: 'c20' });
  say('More activity');
});
document.querySelector('#save-view').addEventListener('click', async () => {
  await post('/api/views', { name: 'My view', ...view });
  say('View saved');
});
document.addEventListener('click', async ({ target }) => {
  const { consent, tab, sort, page, do: mutation } = target.dataset;
  measure('click');
  if (consent) {
    await post('/api/consent', { choice: consent });
    document.querySelector('#cookies').hidden = true;
    say('Cookies chosen');
  }
  if (tab) say(`Tab ${tab}`);
  if (sort) view.sort = sort;
  if (page) view.page = Math.max(1, view.page + Number(page));
  if (sort || page) await showIssues();
  if (mutation) {
    const comment = document.querySelector('#comment').value;
    await graphql('mutation', mutation, { issue, ...(mutation === 'AddComment' ? { text: comment } : {}) }).then(
      () => say(`${mutation} done`),
      () => say(`${mutation} failed`),
    );
  }
});
await showIssues();
