import { signal } from '@preact/signals';
import type { GivenFile } from '../../store/attachment';
import { MOST_FILES } from '../../store/command';

/** Bytes that fit into one message to the worker, with room for base64: Chrome refuses messages above 64 MiB. */
const MOST_BYTES = 40 * 1024 * 1024;

/** Files that go along with the next task. They live as long as the panel: nothing is kept that was not sent. */
export const attachments = signal<readonly File[]>([]);

/** Why files cannot go along; undefined when all is well. */
export const attachTrouble = signal<
  { why: 'too-large' } | { why: 'too-many'; most: number } | { why: 'unreadable'; name: string } | undefined
>(undefined);

/** Adds files that the person chose. When all together would be too many or too large, none is added. */
export function attach(files: readonly File[]): void {
  const all = [...attachments.value, ...files];
  if (all.length > MOST_FILES) attachTrouble.value = { why: 'too-many', most: MOST_FILES };
  else if (all.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) attachTrouble.value = { why: 'too-large' };
  else keep(all);
}

export function detach(file: File): void {
  keep(attachments.value.filter((each) => each !== file));
}

/** These files went along. What was chosen meanwhile waits for the next task. */
export function wentAlong(files: readonly File[]): void {
  keep(attachments.value.filter((each) => !files.includes(each)));
}

/** Files as a command carries them; undefined when one cannot be read any more, which is then said. */
export async function givenFiles(files: readonly File[]): Promise<GivenFile[] | undefined> {
  const given: GivenFile[] = [];
  for (const file of files) {
    const data = await base64(file);
    if (data === undefined) {
      attachTrouble.value = { why: 'unreadable', name: file.name };
      return undefined;
    }
    given.push({ name: file.name, type: file.type, data });
  }
  return given;
}

function keep(files: readonly File[]): void {
  attachments.value = files;
  attachTrouble.value = undefined;
}

/** A file that was changed, moved or deleted since it was chosen cannot be read: undefined. */
function base64(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(undefined);
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
}
