const main = document.querySelector('#main');
const status = document.querySelector('#status');
const mails = await (await fetch('/api/mails')).json();

// Measurements go out by themselves, as everywhere.
navigator.sendBeacon('/api/telemetry', JSON.stringify({ event: 'open', mails: mails.length }));

renderFolder();
addEventListener('hashchange', renderFolder);

/** Shows the folder that the address names. Drafts and sent mail are asked for each time: they change. */
async function renderFolder() {
  const folder = location.hash.slice(1) || 'inbox';
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${folder}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (folder === 'drafts') {
    const drafts = await (await fetch('/api/drafts')).json();
    renderList(
      'Drafts',
      drafts.map((draft) => ({ who: `To ${draft.to}`, draft, open: () => compose(repliedTo(draft), draft) })),
    );
  } else if (folder === 'sent') {
    const sent = await (await fetch('/api/messages')).json();
    renderList(
      'Sent',
      sent.map((draft) => ({ who: `To ${draft.to}`, draft, open: () => readSent(draft) })),
    );
  } else {
    renderList(
      'Inbox',
      mails.map((mail) => ({ who: mail.from, draft: mail, open: () => read(mail) })),
    );
  }
}

function renderList(title, entries) {
  document.querySelector('#inbox-title').textContent = title;
  document.querySelector('#mails').replaceChildren(
    ...entries.map(({ who, draft, open }) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const from = Object.assign(document.createElement('span'), { className: 'from', textContent: who });
      const subject = Object.assign(document.createElement('span'), { textContent: draft.subject });
      subject.className = draft.unread ? 'unread' : '';
      button.append(from, subject);
      button.addEventListener('click', open);
      item.append(button);
      return item;
    }),
  );
}

function repliedTo(draft) {
  return mails.find(({ id }) => id === draft.inReplyTo);
}

function readSent(message) {
  document.title = `${message.subject} – Pigeon Mail`;
  const heading = Object.assign(document.createElement('h1'), { textContent: message.subject });
  const to = Object.assign(document.createElement('p'), { textContent: `To ${message.to}` });
  const body = Object.assign(document.createElement('div'), { className: 'body', textContent: message.body });
  main.replaceChildren(heading, to, body);
}

function read(mail) {
  mail.unread = false;
  renderFolder();
  document.title = `${mail.subject} – Pigeon Mail`;
  const heading = Object.assign(document.createElement('h1'), { textContent: mail.subject });
  const from = Object.assign(document.createElement('p'), { textContent: `From ${mail.from} <${mail.address}>` });
  const body = Object.assign(document.createElement('div'), { className: 'body', textContent: mail.body });
  const reply = Object.assign(document.createElement('button'), { className: 'primary', textContent: 'Reply' });
  reply.addEventListener('click', () => compose(mail));
  main.replaceChildren(heading, from, body, reply, ...tools(mail));
}

/** What can be done to a mail and undone. */
function tools({ id }) {
  const each = [
    ['Star', `/api/mails/${id}/star`, {}],
    ['Mark as unread', `/api/mails/${id}`, { unread: true }],
    ['Archive', `/api/mails/${id}/archive`, {}],
    ['Move to trash', `/api/mails/${id}/trash`, {}],
    ['Label: later', `/api/mails/${id}/labels`, { label: 'later' }],
    ['Snooze', `/api/mails/${id}/snooze`, { until: '2026-12-01' }],
  ];
  return each.map(([label, path, fields]) => {
    const button = Object.assign(document.createElement('button'), { textContent: label });
    button.addEventListener('click', async () => {
      const method = path.endsWith(id) ? 'PATCH' : 'POST';
      await fetch(path, { method, headers: json, body: JSON.stringify(fields) });
      status.textContent = `${label}: done`;
    });
    return button;
  });
}

function compose(mail, draft = { to: mail.address, subject: `Re: ${mail.subject}`, body: '' }) {
  const draftId = `d-${mail.id}`;
  document.title = 'New message – Pigeon Mail';
  const form = document.createElement('form');
  form.setAttribute('aria-label', 'New message');
  form.innerHTML = `
    <h1>Reply</h1>
    <label for="to">To</label><input id="to" name="to" type="email" required>
    <label for="subject">Subject</label><input id="subject" name="subject">
    <label for="body">Message</label><textarea id="body" name="body"></textarea>
    <button class="primary" type="submit">Send</button>
    <span class="saved" role="status"></span>
    <p class="alert" role="alert"></p>`;
  for (const name of ['to', 'subject', 'body']) form.elements[name].value = draft[name];
  main.replaceChildren(form);
  form.elements.body.focus();

  const saveDraft = async () => {
    await fetch(`/api/drafts/${draftId}`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify(message(form, mail)),
    });
    form.querySelector('.saved').textContent = 'Draft saved';
  };
  // A draft is there as soon as the form is, and follows what is typed.
  saveDraft();
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(saveDraft, 250);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const send = form.querySelector('[type=submit]');
    send.disabled = true;
    form.querySelector('.alert').textContent = '';
    try {
      const answer = await fetch('/api/messages', {
        method: 'POST',
        headers: { ...json, 'x-request-id': crypto.randomUUID() },
        body: JSON.stringify(message(form, mail)),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      status.textContent = 'Message sent.';
      document.title = 'Inbox – Pigeon Mail';
      main.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Choose a mail to read it.' }));
      renderFolder();
    } catch {
      form.querySelector('.alert').textContent = 'The message could not be sent. It is kept as a draft.';
      send.disabled = false;
    }
  });
}

const json = { 'content-type': 'application/json' };

function message(form, mail) {
  const { to, subject, body } = form.elements;
  return { to: to.value, subject: subject.value, body: body.value, inReplyTo: mail.id };
}
