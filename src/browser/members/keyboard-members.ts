import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { Driver } from '../driver';
import { chordsOf, entersText, holdFor, pressChord, typeText } from '../keyboard';
import { refError } from '../page-problem';
import { callByRef } from '../tab-frames';
import { describeRef, evidenceIn, focusedElement, type SeenElement } from '../target-point';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** Types where the focus is. Passwords are the person's to type. */
export async function typeInto(driver: Driver, tabId: TabId, text: string, abort: Signal): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const focused = await focusedElement(tab, signal);
    if (!focused)
      throw new ToolError('Nothing has the focus, so the text would go nowhere. Click the field first, then type.');
    checkNoPassword(focused);
    const enter = async () => {
      for (const [at, part] of text.split(MOVES_FOCUS).entries()) {
        if (at > 0) checkNoPassword(await focusedElement(tab, signal));
        await typeText(tab.session, part, signal);
      }
    };
    const act = { member: 'type', keys: text, label: focused.label, ...evidenceIn(focused) };
    return driver.act(tab, act, enter, signal);
  });
}

/** After a Tab the text goes into another field. */
const MOVES_FOCUS = /(?<=\t)(?!$)/;

function checkNoPassword(focused: SeenElement | undefined): void {
  if (!focused?.password) return;
  throw new ToolError(
    `${focused.label} is a password field: passwords are the person's to type. Ask for it with ask_user.`,
  );
}

/** Presses keys or chords, one after another. */
export async function pressKeys(
  driver: Driver,
  tabId: TabId,
  text: string,
  repeat: number,
  abort: Signal,
): Promise<string> {
  const chords = chordsOf(text);
  return driver.on(tabId, abort, async (tab, signal) => {
    const focused = await focusedElement(tab, signal);
    if (chords[0] && entersText(chords[0])) checkNoPassword(focused);
    const press = async () => {
      let moved = false;
      for (const chord of Array.from({ length: repeat }, () => chords).flat()) {
        if (moved && entersText(chord)) checkNoPassword(await focusedElement(tab, signal));
        moved = !entersText(chord);
        signal.throwIfAborted();
        await pressChord(tab.session, chord);
      }
    };
    const label = focused ? { label: focused.label } : {};
    return driver.act(tab, { member: 'key', keys: text, ...label, ...evidenceIn(focused) }, press, signal);
  });
}

/** Holds a chord down for a while. */
export async function holdKey(
  driver: Driver,
  tabId: TabId,
  text: string,
  seconds: number,
  abort: Signal,
): Promise<string> {
  const [chord, ...more] = chordsOf(text);
  if (!chord || more.length > 0)
    throw new ToolError('invalid input for hold_key: text: name one key or chord. Nothing was done.');
  return driver.on(tabId, abort, async (tab, signal) => {
    const focused = await focusedElement(tab, signal);
    if (entersText(chord)) checkNoPassword(focused);
    const hold = () => holdFor(tab.session, chord, seconds * 1000, signal);
    return driver.act(tab, { member: 'hold_key', keys: text, ...evidenceIn(focused) }, hold, signal);
  });
}

/** Sets a form field by its ref. */
export async function formInput(
  driver: Driver,
  tabId: TabId,
  ref: string,
  value: string | number | boolean,
  abort: Signal,
): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const described = await describeRef(tab, ref, signal);
    let shown = '';
    let note = '';
    const set = async () => {
      const { answer: done } = await callByRef(tab.tabId, 'setValue', [ref, value], signal);
      if (!done.ok) throw refError(done);
      driver.notes.add({ target: done.label });
      shown = done.shown;
      note = done.note ? ` ${done.note}` : '';
    };
    const news = await driver.act(tab, { member: 'form_input', ...evidenceIn(described) }, set, signal);
    return `It now shows ${JSON.stringify(shown)}.${note} ${news}`.trim();
  });
}
