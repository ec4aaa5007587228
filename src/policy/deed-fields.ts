import { kindOfLabel } from './label-words';
import type { PayloadField } from './payload';
import { isHarmless, type Meaning, meaningOf } from './sentence';
import { splitWords } from './split-words';

/** Fields that name what a request does when its address does not: `_action=send`, `op=delete`, `wc-ajax=checkout`. */
const DEED =
  /^_?(action|method|op|operation|intent|command|cmd|do|act|task|event_type|func|function|wc-ajax|rpc|verb)$/i;
/** A form also sends the button that was pressed, under the words that it showed. */
const BUTTON = /^(commit|submit|button|btn|_eventid\w*)$/i;
/** Lists of commands: each item says what it does by its type. */
const COMMANDS =
  /(^|\.)(commands?|ops|operations?|changes|mutations?|actions?|requests?|calls|batch|components)\[\d*\]/i;
const ITEM_NAME = /\.(type|op|name|kind|method|action|command|descriptor)$/i;

/** A deed that a field names. */
export interface DeedField extends Meaning {
  /** `name=value`. */
  said: string;
}

/** True for a field that names a deed, of a body or of a query. */
export function isDeedField(path: string): boolean {
  return DEED.test(path) || BUTTON.test(path) || (COMMANDS.test(path) && ITEM_NAME.test(path));
}

/**
 * What the fields say is done; undefined when none names a deed. `_task=mail` and `_action=list` are read together. Of
 * several commands the one that cannot be taken back counts.
 */
export function deedOfFields(fields: readonly PayloadField[]): DeedField | undefined {
  const named = fields.filter(
    ({ path, value }) => DEED.test(last(path)) && path !== '_method' && depth(path) <= 2 && value.length <= 60,
  );
  const words = named.flatMap(({ value }) => splitWords(value));
  const meaning = meaningOf(words, 'POST');
  const said = named.map(({ path, value }) => `${path}=${value}`).join(' ');
  const each = [
    ...(meaning ? [{ ...meaning, said }] : []),
    ...commands(fields),
    ...targets(fields),
    ...buttons(fields),
  ];
  return each.find(({ kind }) => !isHarmless(kind)) ?? each[0];
}

function commands(fields: readonly PayloadField[]): DeedField[] {
  return fields.flatMap(({ path, value }) => {
    const name = COMMANDS.test(path) && value.length <= 60 && ITEM_NAME.test(path) ? value : keyOfItem(path);
    const meaning = name === undefined ? undefined : meaningOf(splitWords(name), 'POST');
    return meaning ? [{ ...meaning, said: name === value ? `${path}=${value}` : path }] : [];
  });
}

/** `requests[0].deleteSheet.sheetId` → `deleteSheet`. */
function keyOfItem(path: string): string | undefined {
  return /(?:^|\.)(?:requests?|operations?|mutations?|writes|updates)\[\d+\]\.([A-Za-z]\w+)/.exec(path)?.[1];
}

/**
 * ASP.NET posts the id of the control that was pressed, and a command of its grid: `__EVENTTARGET=ctl00$btnPlaceOrder`,
 * `Delete$2`.
 */
function targets(fields: readonly PayloadField[]): DeedField[] {
  const target = fields.find(({ path }) => path === '__EVENTTARGET')?.value ?? '';
  const command = fields.find(({ path }) => path === '__EVENTARGUMENT')?.value.split('$')[0] ?? '';
  // Another page of a grid of orders orders nothing.
  if (/^(Page|Sort|Select)$/.test(command)) return [];
  const meaning = meaningOf(splitWords(`${target.split('$').at(-1)} ${command}`), 'POST');
  return meaning ? [{ ...meaning, said: target }] : [];
}

function buttons(fields: readonly PayloadField[]): DeedField[] {
  return fields.flatMap(({ path, value }) => {
    const label = BUTTON.test(path) && value.length <= 60 ? kindOfLabel(value) : undefined;
    return label && !/^(submit|go|ok)$/i.test(value)
      ? [{ kind: label.kind, sure: true, by: 'verb' as const, said: `${path}=${value}` }]
      : [];
  });
}

function last(path: string): string {
  return path.split('.').at(-1) ?? '';
}

function depth(path: string): number {
  return path.split(/[.[]/).length;
}
