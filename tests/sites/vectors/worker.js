const socket = new WebSocket(`ws://${location.host}/socket`);
const opened = new Promise((resolve) => socket.addEventListener('open', resolve));
addEventListener('message', async ({ data }) => {
  if (data === 'ready?') postMessage(await opened.then(() => 'ready'));
  if (data === 'fetch')
    fetch('/api/messages/send?vector=dedicated_worker_fetch', { method: 'POST', body: '{"text":"Hello"}' }).catch(
      () => undefined,
    );
  if (data === 'socket')
    socket.send(JSON.stringify({ type: 'send_message', vector: 'worker_websocket', text: 'Hello' }));
});
