import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { EFFECT_KINDS } from '../../policy/evidence';
import { type RuleAnswer, RuleGiven } from '../../store/rule';
import { allRules, exportRules } from '../../store/rule-table';
import { t } from '../messages/current';
import { db } from '../state/database';
import { saveFile } from '../state/save-file';
import { askWorker, sendCommand } from '../state/send-command';
import { useLive } from '../state/use-live';
import { Choice } from './choice';
import { Field } from './field';
import { FileButton } from './file-button';
import { ANSWERS, RuleList } from './rule-list';

/** Rules: what a person answers once for every task. Listed, changed, added, and moved from browser to browser. */
export function RulesSection(): JSX.Element {
  const rules = useLive(() => allRules(db), '') ?? [];
  return (
    <>
      <p class="faint">{t.options.rulesHint}</p>
      <RuleList rules={rules} />
      <NewRule />
      <RuleFiles />
    </>
  );
}

function NewRule(): JSX.Element {
  const site = useSignal('');
  const kind = useSignal<(typeof EFFECT_KINDS)[number]>('send');
  const answer = useSignal<RuleAnswer>('ask');
  const rule = { site: site.value, kind: kind.value, answer: answer.value };
  const valid = RuleGiven.safeParse(rule).success;
  const wrong = site.value.trim() !== '' && !valid;
  return (
    <form
      class="new-rule"
      onSubmit={async (event) => {
        event.preventDefault();
        if (valid && (await sendCommand({ type: 'put-rule', rule })).ok) site.value = '';
      }}
    >
      <Field
        id="rule-site"
        label={t.options.site}
        type="text"
        value={site.value}
        wrong={wrong}
        {...(wrong ? { hint: t.options.badSite } : {})}
        onInput={(value) => {
          site.value = value;
        }}
      />
      <Choice
        label={t.options.kind}
        value={kind.value}
        options={EFFECT_KINDS.map((each) => [each, t.kinds[each]] as const)}
        onChoose={(value) => {
          kind.value = value;
        }}
      />
      <Choice
        label={t.options.answer}
        value={answer.value}
        options={ANSWERS}
        onChoose={(value) => {
          answer.value = value;
        }}
      />
      <button type="submit" disabled={!valid || site.value.trim() === ''}>
        {t.options.addRule}
      </button>
    </form>
  );
}

/** A file with anything wrong in it changes nothing, and says what is wrong. */
function RuleFiles(): JSX.Element {
  const said = useSignal<{ ok: boolean; words: string } | undefined>(undefined);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const reply = await askWorker({ type: 'import-rules', text: await file.text() });
    said.value = reply.ok
      ? { ok: true, words: t.options.imported(reply.count ?? 0) }
      : { ok: false, words: t.options.badFile(reply.detail) };
  };
  return (
    <>
      <div class="buttons">
        <button type="button" onClick={async () => saveFile('offstage-rules.json', await exportRules(db))}>
          {t.options.exportFile}
        </button>
        <FileButton name={t.options.importFile} accept="application/json,.json" onFiles={([file]) => void read(file)}>
          {t.options.importFile}
        </FileButton>
      </div>
      <div role="status">{said.value && <p class={said.value.ok ? 'works' : 'wrong'}>{said.value.words}</p>}</div>
    </>
  );
}
