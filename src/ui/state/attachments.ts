import { signal } from '@preact/signals';
import type { GivenFile } from '../../store/attachment';

/** Bytes that fit into one message to the worker, with room for base64: Chrome refuses messages above 64 MiB. */
export const MOST_BYTES = 40 * 1024 * 1024;

/** Files that go along with the next task. They live as long as the panel: nothing is kept that was not sent. */
export const attachments = signal<readonly File[]>([]);

/** Adds files that the person chose. Resolves false when all together would be too large; then none is added. */
export function attach(files: readonly File[]): boolean {
  const all = [...attachments.value, ...files];
  if (all.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return false;
  attachments.value = all;
  return true;
}

export function detach(file: File): void {
  attachments.value = attachments.value.filter((each) => each !== file);
}

/** The files as a command carries them. Rejects when one cannot be read any more. */
export function givenFiles(files: readonly File[]): Promise<GivenFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, data: await base64(file) })));
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
}
