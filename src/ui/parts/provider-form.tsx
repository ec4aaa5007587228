import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { DEFAULT_BASE_URL } from '../../store/settings-defaults';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';
import { askWorker } from '../state/send-command';
import { CheckOutcome, type CheckState } from './check-outcome';
import { isAddress, type Provider, ProviderFields } from './provider-fields';

/**
 * Endpoint, key and model, with a test that sends one real request. Used by first run and options.
 *
 * @param first on first run 'Done' appears once the test has succeeded; in the options 'Save' is always there
 */
export function ProviderForm({
  settings,
  first,
  onSaved,
}: {
  settings: Settings;
  first: boolean;
  onSaved: () => void;
}): JSX.Element {
  // Only what was changed here is saved: the rest may change elsewhere while the form is open.
  const edits = useSignal<Partial<Provider>>({});
  const provider = { ...settings.provider, ...edits.value };
  const check = useSignal<CheckState>({ at: 'idle' });

  const save = async () => {
    const edited = edits.value;
    await saveSettings((stored) => ({ ...stored, provider: { ...stored.provider, ...edited } }));
    if (edits.value === edited) edits.value = {};
    if (!first) check.value = { at: 'saved' };
    onSaved();
  };
  const test = async () => {
    check.value = { at: 'testing' };
    const { baseURL, apiKey, model } = provider;
    const reply = await askWorker({ type: 'check-endpoint', provider: { baseURL, apiKey, model } });
    // What was changed meanwhile has not been tested.
    if (check.value.at !== 'testing') return;
    check.value = reply.ok
      ? { at: 'works', model: reply.model ?? model }
      : { at: 'failed', code: reply.code, detail: reply.detail };
  };

  const valid = isAddress(provider.baseURL) && provider.model.trim() !== '';
  const { at } = check.value;
  const keyMissing = provider.baseURL.startsWith(DEFAULT_BASE_URL) && provider.apiKey === '';
  return (
    <form
      class="provider"
      onSubmit={(event) => {
        event.preventDefault();
        if (first && at === 'works') void save();
        else if (valid && !keyMissing) void test();
      }}
    >
      <ProviderFields
        provider={provider}
        onChange={(changed) => {
          // A key goes to the address for which it was entered: whoever changes one of them means both.
          const endpoint = 'model' in changed ? {} : { baseURL: provider.baseURL, apiKey: provider.apiKey };
          edits.value = { ...edits.value, ...endpoint, ...changed };
          check.value = { at: 'idle' };
        }}
      />
      <CheckOutcome state={check.value} />
      <div class="buttons">
        {first && at === 'works' ? (
          <button type="submit" class="primary">
            {t.setup.done}
          </button>
        ) : (
          <button type="submit" class={first ? 'primary' : ''} disabled={!valid || keyMissing || at === 'testing'}>
            {at === 'testing' ? t.setup.testing : t.setup.test}
          </button>
        )}
        {(!first || at === 'failed') && (
          <button type="button" class={first ? '' : 'primary'} disabled={!valid} onClick={() => void save()}>
            {first ? t.setup.saveAnyway : t.setup.save}
          </button>
        )}
      </div>
    </form>
  );
}
