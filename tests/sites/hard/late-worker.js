addEventListener('message', async () => postMessage((await (await fetch('/api/slow')).json()).slow));
