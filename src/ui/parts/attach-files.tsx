import type { JSX } from 'preact';
import { t } from '../messages/current';
import { attach, attachments, attachTrouble, detach } from '../state/attachments';
import { FileButton } from './file-button';
import { Icon } from './icon';

/** The button that lets files go along with the next task. */
export function AttachButton(): JSX.Element {
  return (
    <FileButton name={t.composer.attach} hint={t.composer.attachHint} look="quiet with-icon" multiple onFiles={attach}>
      <Icon name="clip" />
      <span>{t.composer.attach}</span>
    </FileButton>
  );
}

/** The files that go along, each with the way to leave it out, and why others cannot. */
export function AttachedFiles(): JSX.Element {
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
      {attachTrouble.value && (
        <p class="wrong" role="alert">
          {troubleWords(attachTrouble.value)}
        </p>
      )}
    </>
  );
}

function troubleWords(trouble: NonNullable<typeof attachTrouble.value>): string {
  switch (trouble.why) {
    case 'too-large':
      return t.composer.tooLarge;
    case 'too-many':
      return t.composer.tooMany(trouble.most);
    case 'unreadable':
      return t.composer.unreadable(trouble.name);
  }
}
