addEventListener('connect', ({ ports: [port] }) => {
  port.addEventListener('message', () => {
    fetch('/api/messages/send?vector=shared_worker_fetch', { method: 'POST', body: '{"text":"Hello"}' }).catch(
      () => undefined,
    );
  });
  port.start();
});
