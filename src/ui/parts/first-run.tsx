import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { Mark } from './icon';
import { ProviderForm } from './provider-form';

/** The one screen before the first task: key or local server, a test, done. */
export function FirstRun({ settings, onDone }: { settings: Settings; onDone: () => void }): JSX.Element {
  return (
    <main class="middle first-run">
      <Mark />
      <h1>{t.setup.title}</h1>
      <p class="faint">{t.setup.lead}</p>
      <ProviderForm settings={settings} first onSaved={onDone} />
    </main>
  );
}
