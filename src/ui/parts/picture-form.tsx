import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';
import { Tick } from './tick';

/** Whether screenshots number what can be operated. */
export function PictureForm({ settings }: { settings: Settings }): JSX.Element {
  return (
    <Tick
      id="marks"
      label={t.options.marks}
      hint={t.options.marksHint}
      checked={settings.marks}
      onChange={(marks) => void saveSettings((stored) => ({ ...stored, marks }))}
    />
  );
}
