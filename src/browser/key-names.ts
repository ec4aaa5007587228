/** One key as CDP's Input.dispatchKeyEvent wants it. */
export interface KeyDefinition {
  key: string;
  code: string;
  /** Windows virtual key code: pages still read `keyCode`. */
  keyCode: number;
  /** What it types. */
  text?: string;
  shift?: boolean;
}

/** Bits of CDP's `modifiers`. */
export const MODIFIER_BITS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const;
export type Modifier = keyof typeof MODIFIER_BITS;

const MODIFIER_NAMES: Record<string, Modifier> = {
  alt: 'Alt',
  option: 'Alt',
  ctrl: 'Control',
  control: 'Control',
  cmd: 'Meta',
  command: 'Meta',
  meta: 'Meta',
  super: 'Meta',
  win: 'Meta',
  shift: 'Shift',
};

const MODIFIER_KEYS: Record<Modifier, KeyDefinition> = {
  Alt: { key: 'Alt', code: 'AltLeft', keyCode: 18 },
  Control: { key: 'Control', code: 'ControlLeft', keyCode: 17 },
  Meta: { key: 'Meta', code: 'MetaLeft', keyCode: 91 },
  Shift: { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
};

const NAMED: Record<string, KeyDefinition> = {
  enter: { key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' },
  tab: { key: 'Tab', code: 'Tab', keyCode: 9 },
  space: { key: ' ', code: 'Space', keyCode: 32, text: ' ' },
  backspace: { key: 'Backspace', code: 'Backspace', keyCode: 8 },
  delete: { key: 'Delete', code: 'Delete', keyCode: 46 },
  insert: { key: 'Insert', code: 'Insert', keyCode: 45 },
  escape: { key: 'Escape', code: 'Escape', keyCode: 27 },
  home: { key: 'Home', code: 'Home', keyCode: 36 },
  end: { key: 'End', code: 'End', keyCode: 35 },
  pageup: { key: 'PageUp', code: 'PageUp', keyCode: 33 },
  pagedown: { key: 'PageDown', code: 'PageDown', keyCode: 34 },
  arrowup: { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38 },
  arrowdown: { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40 },
  arrowleft: { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37 },
  arrowright: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39 },
};

/** Other spellings: X11 keysyms, which models learned from xdotool, and the short names of keyboards. */
const ALIASES: Record<string, string> = {
  return: 'enter',
  kp_enter: 'enter',
  esc: 'escape',
  del: 'delete',
  ins: 'insert',
  page_up: 'pageup',
  prior: 'pageup',
  page_down: 'pagedown',
  next: 'pagedown',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  spacebar: 'space',
  plus: '+',
  minus: '-',
};

/** Keys of the US layout beside letters and digits: code, key code, plain, shifted. */
const PUNCTUATION: readonly (readonly [string, number, string, string])[] = [
  ['Backquote', 192, '`', '~'],
  ['Minus', 189, '-', '_'],
  ['Equal', 187, '=', '+'],
  ['BracketLeft', 219, '[', '{'],
  ['BracketRight', 221, ']', '}'],
  ['Backslash', 220, '\\', '|'],
  ['Semicolon', 186, ';', ':'],
  ['Quote', 222, "'", '"'],
  ['Comma', 188, ',', '<'],
  ['Period', 190, '.', '>'],
  ['Slash', 191, '/', '?'],
];
const SHIFTED_DIGITS = ')!@#$%^&*(';

const CHARACTERS = new Map<string, KeyDefinition>();
for (const [code, keyCode, plain, shifted] of PUNCTUATION) {
  CHARACTERS.set(plain, { key: plain, code, keyCode, text: plain });
  CHARACTERS.set(shifted, { key: shifted, code, keyCode, text: shifted, shift: true });
}
for (let digit = 0; digit <= 9; digit++) {
  const [plain, shifted] = [String(digit), SHIFTED_DIGITS.charAt(digit)];
  CHARACTERS.set(plain, { key: plain, code: `Digit${digit}`, keyCode: 48 + digit, text: plain });
  CHARACTERS.set(shifted, { key: shifted, code: `Digit${digit}`, keyCode: 48 + digit, text: shifted, shift: true });
}
for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
  const upper = letter.toUpperCase();
  const keyCode = upper.charCodeAt(0);
  CHARACTERS.set(letter, { key: letter, code: `Key${upper}`, keyCode, text: letter });
  CHARACTERS.set(upper, { key: upper, code: `Key${upper}`, keyCode, text: upper, shift: true });
}
for (const [character, name] of [
  [' ', 'space'],
  ['\n', 'enter'],
  ['\t', 'tab'],
] as const) {
  const key = NAMED[name];
  if (key) CHARACTERS.set(character, key);
}

/** The key that types a character on a US keyboard; undefined where none does. */
export function keyOfCharacter(character: string): KeyDefinition | undefined {
  return CHARACTERS.get(character);
}

export function modifierKey(modifier: Modifier): KeyDefinition {
  return MODIFIER_KEYS[modifier];
}

/** Modifiers named in a chord such as `ctrl+shift`; undefined when one is not known. */
export function parseModifiers(text: string): Modifier[] | undefined {
  const names = text.split('+').map((name) => MODIFIER_NAMES[name.trim().toLowerCase()]);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? [...new Set(known)] : undefined;
}

export interface Chord {
  modifiers: Modifier[];
  key: KeyDefinition;
}

/** A chord such as `ctrl+a`, `Enter`, `shift+Tab` or `ctrl++`; undefined when a part of it is no key. */
export function parseChord(text: string): Chord | undefined {
  const parts = text.length > 1 && text.endsWith('+') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+');
  const last = text === '+' ? '+' : (parts.at(-1) ?? '');
  const before = text === '+' ? [] : parts.slice(0, -1).filter((part) => part !== '');
  const modifiers = before.length > 0 ? parseModifiers(before.join('+')) : [];
  const lone = MODIFIER_NAMES[last.toLowerCase()];
  const key = lone ? MODIFIER_KEYS[lone] : namedKey(last);
  return modifiers && key ? { modifiers, key } : undefined;
}

function namedKey(name: string): KeyDefinition | undefined {
  const lower = name.toLowerCase();
  const plain = ALIASES[lower] ?? lower;
  const functionKey = /^f(\d{1,2})$/.exec(plain);
  const number = Number(functionKey?.[1]);
  if (functionKey && number >= 1 && number <= 24) {
    return { key: `F${number}`, code: `F${number}`, keyCode: 111 + number };
  }
  return NAMED[plain] ?? CHARACTERS.get(name) ?? CHARACTERS.get(plain);
}
