import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Settings, writeSettings } from '../../store/settings';
import { t } from '../messages/current';
import { Field } from './field';

/** Turns and minutes after which a task stops. */
export function BudgetForm({ settings }: { settings: Settings }): JSX.Element {
  const turns = useSignal(String(settings.budget.turns));
  const minutes = useSignal(String(settings.budget.minutes));
  const saved = useSignal(false);
  const valid = /^[1-9]\d*$/.test(turns.value) && Number(minutes.value) > 0;
  return (
    <form
      class="provider"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!valid) return;
        const budget = { ...settings.budget, turns: Number(turns.value), minutes: Number(minutes.value) };
        await writeSettings({ ...settings, budget });
        saved.value = true;
      }}
    >
      <p class="faint">{t.options.budgetHint}</p>
      <Field
        id="turns"
        label={t.options.turns}
        type="number"
        value={turns.value}
        onInput={(value) => {
          turns.value = value;
          saved.value = false;
        }}
      />
      <Field
        id="minutes"
        label={t.options.minutes}
        type="number"
        value={minutes.value}
        onInput={(value) => {
          minutes.value = value;
          saved.value = false;
        }}
      />
      <div class="check-outcome" role="status">
        {saved.value && <p class="works">{t.setup.saved}</p>}
      </div>
      <div class="buttons">
        <button type="submit" class="primary" disabled={!valid}>
          {t.setup.save}
        </button>
      </div>
    </form>
  );
}
