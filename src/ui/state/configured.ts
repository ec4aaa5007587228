import { signal } from '@preact/signals';
import { changeSettings, onSettingsChanged, readSettings, type Settings } from '../../store/settings';
import { DEFAULT_BASE_URL } from '../../store/settings-defaults';

/** The settings as stored; undefined until they have been read. */
export const settings = signal<Settings | undefined>(undefined);

/** Reads the settings and follows their changes for as long as the page lives. */
export async function followSettings(signal: AbortSignal): Promise<void> {
  onSettingsChanged((changed) => {
    settings.value = changed;
  }, signal);
  settings.value = await readSettings();
}

/** Changes the stored settings; every part of the page shows them once it resolves. See {@link changeSettings}. */
export async function saveSettings(change: (current: Settings) => Settings): Promise<void> {
  settings.value = await changeSettings(change);
}

/** True when a task could start: the public endpoint needs a key, a local server may do without. */
export function isConfigured({ provider }: Settings): boolean {
  return provider.apiKey !== '' || !provider.baseURL.startsWith(DEFAULT_BASE_URL);
}
