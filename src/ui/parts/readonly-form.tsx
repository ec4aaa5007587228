import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';
import { Tick } from './tick';

/** Whether tasks and programs only look. A program can tick it over the bridge; only here can it be taken back. */
export function ReadonlyForm({ settings }: { settings: Settings }): JSX.Element {
  return (
    <Tick
      id="readonly"
      label={t.options.readonly}
      hint={t.options.readonlyHint}
      checked={settings.autonomy === 'readonly'}
      onChange={(only) => void saveSettings((stored) => ({ ...stored, autonomy: only ? 'readonly' : 'auto' }))}
    />
  );
}
