const main = document.querySelector('#main');
const status = document.querySelector('#status');
const mails = await (await fetch('/api/mails')).json();

// Measurements go out by themselves, as everywhere.
navigator.sendBeacon('/api/telemetry', JSON.stringify({ event: 'open', mails: mails.length }));

renderList();

function renderList() {
  const list = document.querySelector('#mails');
  list.replaceChildren(
    ...mails.map((mail) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const from = Object.assign(document.createElement('span'), { className: 'from', textContent: mail.from });
      const subject = Object.assign(document.createElement('span'), { textContent: mail.subject });
      subject.className = mail.unread ? 'unread' : '';
      button.append(from, subject);
      button.addEventListener('click', () => read(mail));
      item.append(button);
      return item;
    }),
  );
}

function read(mail) {
  mail.unread = false;
  renderList();
  document.title = `${mail.subject} – Pigeon Mail`;
  const heading = Object.assign(document.createElement('h1'), { textContent: mail.subject });
  const from = Object.assign(document.createElement('p'), { textContent: `From ${mail.from} <${mail.address}>` });
  const body = Object.assign(document.createElement('div'), { className: 'body', textContent: mail.body });
  const reply = Object.assign(document.createElement('button'), { className: 'primary', textContent: 'Reply' });
  reply.addEventListener('click', () => compose(mail));
  main.replaceChildren(heading, from, body, reply);
}

function compose(mail) {
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
  form.elements.to.value = mail.address;
  form.elements.subject.value = `Re: ${mail.subject}`;
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
