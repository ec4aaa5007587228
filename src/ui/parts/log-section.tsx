import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { EFFECT_KINDS } from '../../policy/evidence';
import { type EffectQuery, EVERY_EFFECT, exportEffects, searchEffects, sitesOfEffects } from '../../store/effect-log';
import { t } from '../messages/current';
import { db } from '../state/database';
import { saveFile } from '../state/save-file';
import { sendCommand } from '../state/send-command';
import { useLive } from '../state/use-live';
import { Choice } from './choice';
import { EffectList } from './effect-list';
import { Field } from './field';

const PAGE = 50;
const VERDICTS = ['pass', 'ask', 'never', 'approved', 'denied'] as const;

/** The audit log: every effect with its decision, to look through, to save, and to clear. */
export function LogSection(): JSX.Element {
  const query = useSignal(EVERY_EFFECT);
  const limit = useSignal(PAGE);
  const key = JSON.stringify([query.value, limit.value]);
  const effects = useLive(() => searchEffects(db, query.value, limit.value), key) ?? [];
  const sites = useLive(() => sitesOfEffects(db), '') ?? [];
  const change = (part: Partial<EffectQuery>) => {
    query.value = { ...query.value, ...part };
    limit.value = PAGE;
  };
  const searching = Object.values(query.value).some((each) => each !== '');
  return (
    <>
      <p class="faint">{t.options.logHint}</p>
      <div class="log-search">
        <Field
          id="log-words"
          label={t.options.search}
          type="text"
          value={query.value.words}
          onInput={(words) => change({ words })}
        />
        <Choice
          label={t.options.verdict}
          value={query.value.verdict}
          options={[['', t.options.any], ...VERDICTS.map((each) => [each, t.options.verdicts[each]] as const)]}
          onChoose={(verdict) => change({ verdict })}
        />
        <Choice
          label={t.options.kind}
          value={query.value.kind}
          options={[['', t.options.any], ...EFFECT_KINDS.map((each) => [each, t.kinds[each]] as const)]}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          label={t.options.site}
          value={query.value.site}
          options={[['', t.options.any], ...sites.map((each) => [each, each] as const)]}
          onChoose={(site) => change({ site })}
        />
      </div>
      {effects.length === 0 && <p class="faint">{searching ? t.options.nothingFound : t.options.nothingLogged}</p>}
      <EffectList effects={effects} />
      {effects.length === limit.value && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            limit.value += PAGE;
          }}
        >
          {t.options.more}
        </button>
      )}
      <LogFile empty={sites.length === 0} />
    </>
  );
}

function LogFile({ empty }: { empty: boolean }): JSX.Element {
  const sure = useSignal(false);
  return (
    <div class="buttons">
      <button
        type="button"
        disabled={empty}
        onClick={async () => saveFile('offstage-log.json', await exportEffects(db))}
      >
        {t.options.exportFile}
      </button>
      <button
        type="button"
        class={sure.value ? 'deny' : ''}
        disabled={empty}
        onClick={() => {
          if (sure.value) void sendCommand({ type: 'clear-effects' });
          sure.value = !sure.value;
        }}
      >
        {sure.value ? t.options.clearSure : t.options.clearLog}
      </button>
    </div>
  );
}
