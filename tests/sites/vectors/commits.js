// Every commit of commit-table.ts, each with a button that says nothing: what counts is what is sent.
const other =
  location.hostname === '127.0.0.1' ? `http://localhost:${location.port}` : `http://127.0.0.1:${location.port}`;
const quiet = (promise) =>
  promise.then(
    (answer) => answer.text(),
    () => undefined,
  );
const aFile = () => new File(['%PDF-1.4 the year in numbers'], 'taxes-2025.pdf', { type: 'application/pdf' });

/**
 * Puts all commits into the page. Resolves with what sends all of them at once; forms then answer into frames, so that
 * none takes the place of another.
 */
export async function openCommits(place) {
  const commits = await (await fetch('/commits.json')).json();
  const socket = new WebSocket(`ws://${location.host}/socket`);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const runs = commits.map((commit, at) => make(commit, `Continue ${at + 1}`, place, socket));
  return () => {
    commits.forEach(({ elsewhere }, at) => {
      if (!elsewhere) runs[at]();
    });
  };
}

/** One commit with its button; resolves with what sends it without leaving the page. */
function make(commit, label, place, socket) {
  if (commit.by === 'form' || commit.by === 'upload-form') return makeForm(commit, label, place);
  const text = JSON.stringify(commit.body);
  const send = {
    fetch: () =>
      quiet(fetch(commit.path, { method: commit.method, headers: { 'content-type': 'application/json' }, body: text })),
    upload: () => {
      const data = new FormData();
      for (const [name, value] of Object.entries(commit.body)) data.append(name, value);
      data.append('file', aFile());
      quiet(fetch(commit.path, { method: 'POST', body: data }));
    },
    frame: () => socket.send(text),
    link: () => quiet(fetch(commit.path)),
  }[commit.by];
  const element = document.createElement(commit.by === 'link' ? 'a' : 'button');
  element.textContent = label;
  if (commit.by === 'link') element.href = commit.path;
  else element.onclick = send;
  place.append(element, ' ');
  return send;
}

function makeForm(commit, label, place) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = (commit.elsewhere ? other : '') + commit.path;
  if (commit.by === 'upload-form') form.enctype = 'multipart/form-data';
  for (const [name, value] of Object.entries(commit.body)) {
    const shown = Object.assign(document.createElement('input'), { name, value });
    shown.type = name.startsWith('_') ? 'hidden' : 'text';
    shown.setAttribute('aria-label', name);
    form.append(shown);
  }
  if (commit.by === 'upload-form') {
    const file = Object.assign(document.createElement('input'), { name: 'file', type: 'file' });
    const held = new DataTransfer();
    held.items.add(aFile());
    file.files = held.files;
    file.setAttribute('aria-label', 'file');
    form.append(file);
  }
  form.append(Object.assign(document.createElement('button'), { textContent: label }));
  place.append(form);
  return () => {
    const sink = document.createElement('iframe');
    sink.name = `sink-${commit.name}`;
    sink.hidden = true;
    document.body.append(sink);
    form.target = sink.name;
    form.requestSubmit();
  };
}
