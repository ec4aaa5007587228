import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../messages/current';
import { attach, attachments, detach } from '../state/attachments';
import { Icon } from './icon';

/** The button that lets files go along with the next task. */
export function AttachButton(): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const tooLarge = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="quiet with-icon"
        title={t.composer.attachHint}
        onClick={() => field.current?.click()}
      >
        <Icon name="clip" />
        {t.composer.attach}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t.composer.attach}
        onChange={({ currentTarget }) => {
          tooLarge.value = !attach([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was taken out.
          currentTarget.value = '';
        }}
      />
      {tooLarge.value && <span role="alert">{t.composer.tooLarge}</span>}
    </>
  );
}

/** The files that go along, each with the way to leave it out. */
export function AttachedFiles(): JSX.Element | null {
  if (attachments.value.length === 0) return null;
  return (
    <>
      {attachments.value.map((file) => (
        <div class="chip context" key={`${file.name} ${file.size} ${file.lastModified}`}>
          <Icon name="clip" />
          <span class="cut">{file.name}</span>
          <button
            type="button"
            class="icon-button small"
            aria-label={t.composer.removeFile(file.name)}
            title={t.composer.removeFile(file.name)}
            onClick={() => detach(file)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </>
  );
}
