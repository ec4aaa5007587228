import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';

/** Whether screenshots number what can be operated. Saved with the click: there is nothing else to decide. */
export function PictureForm({ settings }: { settings: Settings }): JSX.Element {
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={settings.marks}
          onChange={({ currentTarget }) => saveSettings((stored) => ({ ...stored, marks: currentTarget.checked }))}
        />{' '}
        {t.options.marks}
      </label>
      <p class="faint">{t.options.marksHint}</p>
    </>
  );
}
