/** Hands the person a text as a file to save. The browser asks where, or puts it where downloads go. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
