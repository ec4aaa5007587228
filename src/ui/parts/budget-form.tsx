import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Settings } from '../../store/settings';
import { t } from '../messages/current';
import { saveSettings } from '../state/configured';
import { Field } from './field';

type Budget = Settings['budget'];

/** The budget as it is typed. */
interface Typed {
  turns: string;
  minutes: string;
  usd: string;
  priceIn: string;
  priceOut: string;
}

/** Turns, minutes and dollars after which a task stops, and what the model costs where no list says it. */
export function BudgetForm({ settings }: { settings: Settings }): JSX.Element {
  // Only what was changed here is saved: the rest may change elsewhere while the form is open.
  const edits = useSignal<Partial<Typed>>({});
  const saved = useSignal(false);
  const typed = { ...asTyped(settings.budget), ...edits.value };
  const valid = isValid(typed);
  const field = (id: keyof Typed, label: string, hint?: string) => (
    <Field
      id={id}
      label={label}
      type={id === 'turns' ? 'number' : 'decimal'}
      value={typed[id]}
      {...(hint === undefined ? {} : { hint })}
      onInput={(value) => {
        // A price has two halves: whoever changes one of them means both.
        const { priceIn, priceOut } = typed;
        const price = id === 'priceIn' || id === 'priceOut' ? { priceIn, priceOut } : {};
        edits.value = { ...edits.value, ...price, [id]: value };
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
        const edited = edits.value;
        await saveSettings((stored) => ({ ...stored, budget: asBudget({ ...asTyped(stored.budget), ...edited }) }));
        if (edits.value !== edited) return;
        edits.value = {};
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

function asTyped({ turns, minutes, usd, price }: Budget): Typed {
  return {
    turns: String(turns),
    minutes: String(minutes),
    usd: String(usd),
    priceIn: price ? String(price.input) : '',
    priceOut: price ? String(price.output) : '',
  };
}

/** A price is given whole or not at all. */
function asBudget({ turns, minutes, usd, priceIn, priceOut }: Typed): Budget {
  return {
    turns: Number(turns),
    minutes: Number(minutes),
    usd: Number(usd),
    ...(isPriced({ priceIn, priceOut }) ? { price: { input: Number(priceIn), output: Number(priceOut) } } : {}),
  };
}

function isValid(typed: Typed): boolean {
  return (
    /^[1-9]\d*$/.test(typed.turns) &&
    Number(typed.minutes) > 0 &&
    Number(typed.usd) > 0 &&
    (!isPriced(typed) || (isNumber(typed.priceIn) && isNumber(typed.priceOut)))
  );
}

function isPriced({ priceIn, priceOut }: Pick<Typed, 'priceIn' | 'priceOut'>): boolean {
  return priceIn.trim() !== '' || priceOut.trim() !== '';
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number(value) >= 0;
}
