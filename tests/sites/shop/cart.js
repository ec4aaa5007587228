document.addEventListener('click', async (event) => {
  const id = event.target.closest('[data-add]')?.dataset.add;
  if (!id) return;
  const answer = await fetch('/cart/items', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id }),
  });
  const { count } = await answer.json();
  document.querySelector('#said').textContent = `In the cart: ${count}`;
});

document.addEventListener('click', async (event) => {
  const { method, path, body } = event.target.dataset;
  if (!path) return;
  await fetch(path, { method, headers: { 'content-type': 'application/json' }, body });
  document.querySelector('#said').textContent = `${event.target.textContent}: done`;
});

for (const choice of document.querySelectorAll('[name=payment]')) {
  choice.addEventListener('change', () => {
    const card = document.querySelector('#card');
    // A disabled fieldset keeps its fields out of the form, as if they were not there.
    card.disabled = choice.value !== 'card';
    card.hidden = card.disabled;
  });
}
