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
