import type { JSX } from 'preact';
import { t } from './messages/current';
import { BridgeSection } from './parts/bridge-section';
import { BudgetForm } from './parts/budget-form';
import { LogSection } from './parts/log-section';
import { PictureForm } from './parts/picture-form';
import { ProviderForm } from './parts/provider-form';
import { ReadonlyForm } from './parts/readonly-form';
import { RulesSection } from './parts/rules-section';
import { settings } from './state/configured';

/**
 * The options: the same form as first run, what a task may use up, how pictures are made, standing answers, who uses the
 * browser, and what was done.
 */
export function OptionsPage(): JSX.Element | null {
  const stored = settings.value;
  if (!stored) return null;
  return (
    <main class="options-page">
      <h1>{t.options.title}</h1>
      <section aria-labelledby="options-model">
        <h2 id="options-model">{t.options.model}</h2>
        <ProviderForm settings={stored} first={false} onSaved={() => undefined} />
      </section>
      <section aria-labelledby="options-budget">
        <h2 id="options-budget">{t.options.budget}</h2>
        <BudgetForm settings={stored} />
      </section>
      <section aria-labelledby="options-pictures">
        <h2 id="options-pictures">{t.options.pictures}</h2>
        <PictureForm settings={stored} />
      </section>
      <section aria-labelledby="options-rules">
        <h2 id="options-rules">{t.options.rules}</h2>
        <ReadonlyForm settings={stored} />
        <RulesSection />
      </section>
      <section aria-labelledby="options-bridge">
        <h2 id="options-bridge">{t.bridge.title}</h2>
        <BridgeSection />
      </section>
      <section aria-labelledby="options-log">
        <h2 id="options-log">{t.options.log}</h2>
        <LogSection />
      </section>
    </main>
  );
}
