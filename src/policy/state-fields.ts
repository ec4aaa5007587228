import type { EffectKind } from './evidence';
import type { PayloadField } from './payload';
import { isHarmless } from './sentence';

/** A state that a thing is put into. */
export interface StateField {
  kind: EffectKind;
  /** `name=value`. */
  said: string;
}

const STATES: readonly (readonly [EffectKind, RegExp])[] = [
  ['publish', /^(publish(ed)?|public|live|listed)$/i],
  ['draft', /^(draft|auto-?draft|autosave)$/i],
  ['delete', /^(deleted|cancell?ed|closed|terminated|purged)$/i],
  ['book', /^(confirmed|booked|reserved)$/i],
  ['send', /^(sent|sending|send|queued)$/i],
  ['accept', /^(submitted|accepted|signed|agreed|completed?|commit)$/i],
  ['grant', /^(approved|granted|authori[sz]ed)$/i],
  ['pay', /^(paid|ordered|purchased)$/i],
  [
    'reversible',
    /^(archived|trashed|starred|pinned|read|unread|seen|unseen|flagged|muted|hidden|snoozed|online|away)$/i,
  ],
];
const STATE_FIELD = /(^|[._[\]])(status|state|visibility|post_status|workflow_state)\]?$/i;
const PERMANENT = /(^|[._[\]])(permanent(ly)?|hard_?delete|force_?delete)\]?$/i;

/**
 * A state that the thing is put into: `status=published`, `trashed=true`. It says more than the noun of the address,
 * and less than its verb.
 */
export function stateOfFields(fields: readonly PayloadField[]): StateField | undefined {
  const states = fields.flatMap(({ path, value }) => {
    if (PERMANENT.test(path) && isTrue(value)) return [{ kind: 'delete' as const, said: `${path}=${value}` }];
    const flag = (/([\w$-]+)\]?$/.exec(path)?.[1] ?? '').replace(/^is_?/i, '');
    const kind = kindOf(STATE_FIELD.test(path) ? value : /^(true|1|on|yes|false|0|off|no)$/i.test(value) ? flag : '');
    // Where a state can be left again, leaving it is as harmless: `starred=false`.
    const set = STATE_FIELD.test(path) || isTrue(value) || kind === 'reversible';
    return kind && set ? [{ kind, said: `${path}=${value}` }] : [];
  });
  return states.find(({ kind }) => !isHarmless(kind)) ?? states[0];
}

function kindOf(word: string): EffectKind | undefined {
  return STATES.find(([, pattern]) => pattern.test(word))?.[0];
}

function isTrue(value: string): boolean {
  return /^(true|1|on|yes)$/i.test(value);
}
