import type { ActionEvidence, TargetEvidence } from './evidence';

type Input = Pick<ActionEvidence, 'member' | 'keys'>;
type Target = Pick<TargetEvidence, 'role'>;

const PRESS = /click|^tap$|^press|^left_mouse_(down|up)$/;
const SWITCH = /^(checkbox|switch|radio)$/;
const FIELD = /^(textbox|searchbox|combobox)$/;

/** True for what is written into. */
export function isField({ role }: Target): boolean {
  return FIELD.test(role);
}

/**
 * True for an input that may set something off where it goes: a click, a switch that is set, Enter. A click into a field
 * only puts the cursor there.
 */
export function isPress(action: Input, target: Target): boolean {
  const { member } = action;
  if (isEnter(action)) return true;
  if (isField(target)) return false;
  return PRESS.test(member) || isSpace(action) || (member === 'form_input' && SWITCH.test(target.role));
}

/** True for Enter: the key, or the end of a line after what is typed. */
export function isEnter({ member, keys = '' }: Input): boolean {
  return isKey(member) ? /enter|return/i.test(keys) : member === 'type' && /[\r\n]$/.test(keys);
}

/** The space bar presses what is no field. */
function isSpace({ member, keys = '' }: Input): boolean {
  return isKey(member) && /space/i.test(keys);
}

function isKey(member: string): boolean {
  return member === 'key' || member === 'hold_key';
}
