import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { DebuggerSession } from './debugger-session';
import {
  type Chord,
  type KeyDefinition,
  keyOfCharacter,
  MODIFIER_BITS,
  type Modifier,
  modifierKey,
  parseChord,
  parseModifiers,
} from './key-names';
import { pause } from './wait';

/** Held while something is pressed that opens a tab, it makes Chrome open that tab in the background. */
export const NEW_TAB_MODIFIER = isMac() ? MODIFIER_BITS.Meta : MODIFIER_BITS.Control;

/** CDP's modifier bits for a model's `modifiers`, such as `ctrl+shift`. Throws a ToolError for an unknown name. */
export function modifierBits(text: string | null | undefined): number {
  if (!text?.trim()) return 0;
  const modifiers = parseModifiers(text);
  if (!modifiers) {
    throw new ToolError(
      `invalid input: modifiers: ${JSON.stringify(text)} is not a chord of ctrl, shift, alt and cmd. Nothing was done.`,
    );
  }
  return bitsOf(modifiers);
}

/** The chords of a `key` call, in order. Throws a ToolError that names the part that is no key. */
export function chordsOf(text: string): Chord[] {
  const names = text === ' ' ? ['space'] : text.trim().split(/\s+/);
  return names.map((name) => {
    const chord = parseChord(name);
    if (!chord) {
      throw new ToolError(
        `invalid input for key: text: ${JSON.stringify(name)} is no key. Use names such as "Enter", "Tab", "ctrl+a"; to type text, use type. Nothing was done.`,
      );
    }
    return chord;
  });
}

/**
 * Types text as key presses. Characters that no key of a US keyboard types (accents, emoji, CJK) are inserted, which is
 * what an input method does.
 */
export async function typeText(session: DebuggerSession, text: string, signal: AbortSignal): Promise<void> {
  let unkeyed = '';
  const flush = async () => {
    signal.throwIfAborted();
    if (unkeyed !== '') await session.send('Input.insertText', { text: unkeyed });
    unkeyed = '';
  };
  const plain = text.replace(/\r\n?/g, '\n');
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(plain)) {
    signal.throwIfAborted();
    const key = keyOfCharacter(segment);
    if (!key) {
      unkeyed += segment;
      continue;
    }
    await flush();
    await pressKey(session, key, key.shift ? MODIFIER_BITS.Shift : 0);
  }
  await flush();
}

/** True for a chord that puts text into a field: a character, or what was copied. */
export function entersText({ modifiers, key }: Chord): boolean {
  if (key.code === 'Insert') return modifiers.includes('Shift');
  const command = modifiers.includes('Control') || modifiers.includes('Meta');
  return command ? key.code === 'KeyV' : key.text !== undefined && key.code !== 'Enter';
}

/** True for a chord that presses what has the focus, or sends the form that it is in. */
export function setsOff({ key }: Chord): boolean {
  return /^(Enter|NumpadEnter|Space)$/.test(key.code);
}

/** Presses a chord and lets go of it. */
export async function pressChord(session: DebuggerSession, chord: Chord): Promise<void> {
  await holdChord(session, chord, async () => undefined);
}

/** When a held key begins to repeat, and how often it does then, in milliseconds: what keyboards are set to. */
const REPEAT_AFTER_MS = 500;
const REPEAT_EACH_MS = 33;

/**
 * Holds a chord down for so many milliseconds. It repeats as a held key does, which is how a page scrolls or deletes.
 */
export async function holdFor(session: DebuggerSession, chord: Chord, ms: number, signal: AbortSignal): Promise<void> {
  await holdChord(session, chord, async (again) => {
    const end = performance.now() + ms;
    for (let rest = REPEAT_AFTER_MS; ; rest = REPEAT_EACH_MS) {
      const left = end - performance.now();
      await pause(Math.max(0, Math.min(rest, left)), signal);
      if (left <= rest) return;
      await again();
    }
  });
}

/** Holds a chord down while `meanwhile` runs, which may have it repeat; lets go in any case. */
async function holdChord(
  session: DebuggerSession,
  { modifiers, key }: Chord,
  meanwhile: (again: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const held: Modifier[] = [];
  const bits = bitsOf(modifiers) | (key.shift ? MODIFIER_BITS.Shift : 0);
  try {
    for (const modifier of modifiers) {
      held.push(modifier);
      await keyEvent(session, 'rawKeyDown', modifierKey(modifier), bitsOf(held));
    }
    await keyDown(session, key, bits);
    await meanwhile(() => keyDown(session, key, bits, true));
  } finally {
    await keyEvent(session, 'keyUp', key, bits);
    for (const modifier of held.toReversed()) {
      held.pop();
      await keyEvent(session, 'keyUp', modifierKey(modifier), bitsOf(held));
    }
  }
}

async function pressKey(session: DebuggerSession, key: KeyDefinition, bits: number): Promise<void> {
  // Both are on their way before either is answered: the renderer takes them in order, and a long text goes twice as
  // fast.
  await Promise.all([keyDown(session, key, bits), keyEvent(session, 'keyUp', key, bits)]);
}

function keyDown(session: DebuggerSession, key: KeyDefinition, bits: number, autoRepeat = false): Promise<void> {
  // With a command key held a key types nothing: it is a shortcut.
  const typing = key.text !== undefined && (bits & (MODIFIER_BITS.Control | MODIFIER_BITS.Meta)) === 0;
  const text = typing ? key.text : undefined;
  return keyEvent(session, typing ? 'keyDown' : 'rawKeyDown', key, bits, { text, autoRepeat });
}

async function keyEvent(
  session: DebuggerSession,
  type: 'keyDown' | 'rawKeyDown' | 'keyUp',
  key: KeyDefinition,
  modifiers: number,
  { text, autoRepeat = false }: { text?: string | undefined; autoRepeat?: boolean } = {},
): Promise<void> {
  const commands = type === 'keyUp' ? [] : editingCommands(key, modifiers);
  await session.send('Input.dispatchKeyEvent', {
    type,
    modifiers,
    key: key.key,
    code: key.code,
    windowsVirtualKeyCode: key.keyCode,
    nativeVirtualKeyCode: key.keyCode,
    ...(autoRepeat ? { autoRepeat } : {}),
    ...(text === undefined ? {} : { text, unmodifiedText: text }),
    ...(commands.length > 0 ? { commands } : {}),
  });
}

/** On macOS editing shortcuts are the menu's, and CDP's keys do not reach the menu: they go as editor commands. */
function editingCommands(key: KeyDefinition, modifiers: number): string[] {
  if (!isMac() || modifiers !== MODIFIER_BITS.Meta) return [];
  const command = { KeyA: 'selectAll', KeyC: 'copy', KeyV: 'paste', KeyX: 'cut', KeyZ: 'undo' }[key.code];
  return command ? [command] : [];
}

function bitsOf(modifiers: readonly Modifier[]): number {
  return modifiers.reduce((bits, modifier) => bits | MODIFIER_BITS[modifier], 0);
}

function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}
