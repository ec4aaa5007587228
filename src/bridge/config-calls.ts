import { changeSettings, readSettings, type Settings } from '../store/settings';
import type { ConfigAnswer } from './answers';
import { BridgeFailure } from './bridge-failure';
import type { BridgeCall, ConfigKey } from './protocol';

/** The settings that programs may read. The API key is not among them. */
export async function readConfig(): Promise<ConfigAnswer> {
  const { provider, autonomy, budget } = await readSettings();
  return {
    config: {
      'provider.baseURL': provider.baseURL,
      'provider.model': provider.model,
      'provider.encoding': provider.encoding,
      autonomy,
      'budget.usd': budget.usd,
      'budget.turns': budget.turns,
      'budget.minutes': budget.minutes,
    },
  };
}

/**
 * Sets one of them. Rejects with a BridgeFailure when the value does not fit, and when it would open what a person
 * closed: a key goes to the address that stands in the settings, so a program may not point it elsewhere.
 */
export async function writeConfig({ key, value }: Extract<BridgeCall, { method: 'write-config' }>): Promise<void> {
  try {
    await changeSettings((settings) => allowed(settings, set(settings, key, value)));
  } catch (error) {
    if (error instanceof BridgeFailure) throw error;
    throw new BridgeFailure('bad-request', `${key} cannot be ${JSON.stringify(value)}. Nothing was changed.`);
  }
}

/** The changed settings, if a program may have them so. */
function allowed(settings: Settings, changed: Settings): Settings {
  if (changed.provider.baseURL !== settings.provider.baseURL && settings.provider.apiKey !== '')
    throw new BridgeFailure(
      'refused',
      `A key is stored for ${settings.provider.baseURL}, and goes to whatever address stands there. Only the person can change it, in the settings of Offstage.`,
    );
  if (settings.autonomy === 'readonly' && changed.autonomy !== 'readonly')
    throw new BridgeFailure(
      'refused',
      'Offstage only reads here. A program can make it do less, not more: only the person can, in the settings of Offstage.',
    );
  return changed;
}

function set(settings: Settings, key: (typeof ConfigKey)['options'][number], value: string | number): Settings {
  const [section, field] = key.split('.');
  if (field === undefined) return { ...settings, [key]: value };
  const known = section === 'provider' ? settings.provider : settings.budget;
  const number = section === 'budget' && typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return { ...settings, [section ?? '']: { ...known, [field]: number } };
}
