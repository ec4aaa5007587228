import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';

/** Whether tasks and programs only look. A program can tick it over the bridge; only here can it be taken back. */
export function ReadonlyForm({ settings }: { settings: Settings }): JSX.Element {
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={settings.autonomy === 'readonly'}
          onChange={({ currentTarget }) =>
            saveSettings((stored) => ({ ...stored, autonomy: currentTarget.checked ? 'readonly' : 'auto' }))
          }
        />{' '}
        {t.options.readonly}
      </label>
      <p class="faint">{t.options.readonlyHint}</p>
    </>
  );
}
