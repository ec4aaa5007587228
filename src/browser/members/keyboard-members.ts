import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { Act, Driver } from '../driver';
import { pressFor } from '../key-target';
import { chordsOf, entersText, holdFor, pressChord, setsOff, typeText } from '../keyboard';
import { evidenceIn, type Focus, focusIn, type SeenElement } from '../target-point';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** Types where the focus is. Passwords are the person's to type. */
export async function typeInto(driver: Driver, tabId: TabId, text: string, abort: Signal): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const focus = await focusIn(tab, signal);
    const { focused } = focus;
    if (!focused)
      throw new ToolError('Nothing has the focus, so the text would go nowhere. Click the field first, then type.');
    checkNoPassword(focused);
    const enter = async () => {
      for (const [at, part] of text.split(MOVES_FOCUS).entries()) {
        const there = at === 0 ? focus : await focusIn(tab, signal);
        checkNoPassword(there.focused);
        if (!there.focused) throw new ToolError(TAB_TO_NOTHING);
        await pressFor(tab, there, true, () => typeText(tab.session, part, signal), signal);
      }
    };
    const act = { member: 'type', keys: text, label: focused.label, ...evidenceIn(focused) };
    return wentTo(focused, await driver.act(tab, act, enter, signal));
  });
}

/** The focus may have moved since the model looked: it has named no element, so it is told which one had the keys. */
function wentTo(focused: SeenElement | undefined, news: string): string {
  const where = focused ? `It went to ${focused.label}.` : 'It went to the page: nothing had the focus.';
  return news === '' ? where : `${where}\n${news}`;
}

/** After a Tab the text goes into another field. */
const MOVES_FOCUS = /(?<=\t)(?!$)/;
const TAB_TO_NOTHING =
  'After the Tab nothing has the focus, so the rest of the text was not typed. Look at the page, and click the field first.';

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
    const focus = await focusIn(tab, signal);
    if (chords[0] && entersText(chords[0])) checkNoPassword(focus.focused);
    const actOn = ({ focused }: Focus): Act => ({
      member: 'key',
      keys: text,
      ...(focused ? { label: focused.label } : {}),
      ...evidenceIn(focused),
    });
    const press = async () => {
      let moved = false;
      for (const [at, chord] of Array.from({ length: repeat }, () => chords)
        .flat()
        .entries()) {
        signal.throwIfAborted();
        if (at === 0) await pressFor(tab, focus, false, () => pressChord(tab.session, chord), signal);
        else if (moved && (entersText(chord) || setsOff(chord))) {
          // The keys before this one may have led to another element, which the policy has not heard of.
          const there = await focusIn(tab, signal);
          if (entersText(chord)) checkNoPassword(there.focused);
          if (setsOff(chord)) await driver.tellFurther(tab, actOn(there), signal);
          await pressFor(tab, there, false, () => pressChord(tab.session, chord), signal);
        } else await pressChord(tab.session, chord);
        moved = !entersText(chord) || setsOff(chord);
      }
    };
    return wentTo(focus.focused, await driver.act(tab, actOn(focus), press, signal));
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
    const focus = await focusIn(tab, signal);
    const { focused } = focus;
    if (entersText(chord)) checkNoPassword(focused);
    const holding = () => holdFor(tab.session, chord, seconds * 1000, signal);
    // Others may lead from one element to the next while they are held.
    const hold = () => (setsOff(chord) ? pressFor(tab, focus, false, holding, signal) : holding());
    return wentTo(
      focused,
      await driver.act(tab, { member: 'hold_key', keys: text, ...evidenceIn(focused) }, hold, signal),
    );
  });
}
