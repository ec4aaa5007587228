import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Settings, writeSettings } from '../../store/settings';
import { t } from '../messages/current';
import { Field } from './field';

const isNumber = (value: string) => value.trim() !== '' && Number(value) >= 0;

/** Turns, minutes and dollars after which a task stops, and what the model costs where no list says it. */
export function BudgetForm({ settings }: { settings: Settings }): JSX.Element {
  const { turns, minutes, usd, price } = settings.budget;
  const given = useSignal({
    turns: String(turns),
    minutes: String(minutes),
    usd: String(usd),
    priceIn: price ? String(price.input) : '',
    priceOut: price ? String(price.output) : '',
  });
  const saved = useSignal(false);
  const now = given.value;
  const priced = now.priceIn.trim() !== '' || now.priceOut.trim() !== '';
  const valid =
    /^[1-9]\d*$/.test(now.turns) &&
    Number(now.minutes) > 0 &&
    Number(now.usd) > 0 &&
    (!priced || (isNumber(now.priceIn) && isNumber(now.priceOut)));
  const field = (id: keyof typeof now, label: string, hint?: string) => (
    <Field
      id={id}
      label={label}
      type={id === 'turns' ? 'number' : 'decimal'}
      value={now[id]}
      {...(hint === undefined ? {} : { hint })}
      onInput={(value) => {
        given.value = { ...given.value, [id]: value };
        saved.value = false;
      }}
    />
  );
  return (
    <form
      class="provider"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!valid) return;
        const budget = {
          turns: Number(now.turns),
          minutes: Number(now.minutes),
          usd: Number(now.usd),
          ...(priced ? { price: { input: Number(now.priceIn), output: Number(now.priceOut) } } : {}),
        };
        await writeSettings({ ...settings, budget });
        saved.value = true;
      }}
    >
      <p class="faint">{t.options.budgetHint}</p>
      {field('turns', t.options.turns)}
      {field('minutes', t.options.minutes)}
      {field('usd', t.options.usd, t.options.usdHint)}
      {field('priceIn', t.options.priceIn)}
      {field('priceOut', t.options.priceOut, t.options.priceHint)}
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
