import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { DEFAULT_BASE_URL } from '../../store/settings-defaults';
import { t } from '../messages/current';
import { Field } from './field';

export type Provider = Settings['provider'];

/** The same rule as the store's: what it would refuse is not offered to be saved. */
export function isAddress(value: string): boolean {
  return /^https?:\/\/[^/\s]+/i.test(value.trim()) && URL.canParse(value.trim());
}

/** The fields of a provider. The public endpoint needs no address, a local server mostly no key. */
export function ProviderFields({
  provider,
  onChange,
}: {
  provider: Provider;
  /** Gets the fields that were changed. */
  onChange: (changed: Partial<Provider>) => void;
}): JSX.Element {
  const chosen = useSignal<boolean | undefined>(undefined);
  const other = chosen.value ?? !provider.baseURL.startsWith(DEFAULT_BASE_URL);
  const choose = (own: boolean) => {
    chosen.value = own;
    onChange({ baseURL: own ? '' : DEFAULT_BASE_URL });
  };
  const wrong = provider.baseURL.trim() !== '' && !isAddress(provider.baseURL);
  return (
    <>
      <fieldset class="where">
        <legend>{t.setup.where}</legend>
        <label>
          <input type="radio" name="where" checked={!other} onChange={() => choose(false)} />
          {t.setup.anthropic}
        </label>
        <label>
          <input type="radio" name="where" checked={other} onChange={() => choose(true)} />
          {t.setup.other}
        </label>
      </fieldset>
      {other && (
        <Field
          id="address"
          label={t.setup.address}
          hint={wrong ? t.setup.addressWrong : t.setup.addressHint}
          wrong={wrong}
          type="text"
          value={provider.baseURL}
          onInput={(baseURL) => onChange({ baseURL })}
        />
      )}
      <Field
        id="key"
        label={other ? t.setup.keyOptional : t.setup.key}
        hint={t.setup.keyHint}
        type="password"
        value={provider.apiKey}
        onInput={(apiKey) => onChange({ apiKey: apiKey.trim() })}
      />
      <Field
        id="model"
        label={t.setup.model}
        type="text"
        value={provider.model}
        onInput={(model) => onChange({ model })}
      />
    </>
  );
}
