import type { BetaBrowserClickTarget, BetaBrowserCoordinateTarget } from '@anthropic-ai/sdk/resources/beta';
import { clickTarget } from '../click-target';
import type { Driver } from '../driver';
import { modifierBits, NEW_TAB_MODIFIER } from '../keyboard';
import { refError } from '../page-problem';
import { callReader } from '../page-reader';
import { type Button, drag, lift, movePointer, press, wheel } from '../pointer';
import { nextFrame } from '../settle';
import { callByRef, locatedInPage } from '../tab-frames';
import { pointInView } from '../tab-view';
import { findTarget } from '../target-point';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

interface ClickInput {
  target: BetaBrowserClickTarget;
  modifiers?: string | null;
  tab_id?: string | null;
}

/** Clicks a target that was found and really is on top there. */
export async function click(
  driver: Driver,
  given: { member: string; button: Button; count: number },
  input: ClickInput,
  abort: Signal,
): Promise<string> {
  const modifiers = modifierBits(input.modifiers);
  return driver.on(input.tab_id, abort, async (tab, signal) => {
    const { point, spot, ...found } = await findTarget(tab, input.target, signal);
    const { member, button, count } = given;
    const posts =
      found.evidence?.form?.method === 'post' &&
      (await callReader(tab.tabId, 'postsToNewTab', [{ x: spot.x, y: spot.y }], signal, spot.frameId));
    const held = posts ? modifiers | NEW_TAB_MODIFIER : modifiers;
    const press = () =>
      clickTarget(tab, input.target, { point, spot, ...found }, { button, count, modifiers: held }, signal);
    return driver.act(tab, { member, ...found }, press, signal);
  });
}

/** Moves the pointer over a target and leaves it there, so that what opens on hover stays open. */
export async function hover(
  driver: Driver,
  tabId: TabId,
  target: BetaBrowserClickTarget,
  abort: Signal,
): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const { point, spot: _, ...found } = await findTarget(tab, target, signal);
    return driver.act(tab, { member: 'hover', ...found }, () => movePointer(tab.session, point), signal);
  });
}

/** Drags from one point of the picture to another. */
export async function leftClickDrag(
  driver: Driver,
  tabId: TabId,
  from: BetaBrowserCoordinateTarget,
  to: BetaBrowserCoordinateTarget,
  abort: Signal,
): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const { point: start, spot: _, ...found } = await findTarget(tab, from, signal);
    const end = await pointInView(tab, to);
    const move = () => drag(tab.session, start, end, () => nextFrame(tab.session, signal), signal);
    return driver.act(tab, { member: 'left_click_drag', ...found }, move, signal);
  });
}

/** Presses, moves or lets go by itself: the parts of a gesture that the model makes up. */
export async function mouse(
  driver: Driver,
  member: 'left_mouse_down' | 'left_mouse_up' | 'mouse_move',
  tabId: TabId,
  target: BetaBrowserCoordinateTarget,
  abort: Signal,
): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const { point, spot: _, ...found } = await findTarget(tab, target, signal);
    const move = async () => {
      await movePointer(tab.session, point, tab.pressed ? 'left' : undefined);
      signal.throwIfAborted();
      if (member === 'left_mouse_down') await press(tab.session, point, 'left');
      if (member === 'left_mouse_up') await lift(tab.session, point, 'left');
      if (member !== 'mouse_move') tab.pressed = member === 'left_mouse_down';
    };
    return driver.act(tab, { member, ...found }, move, signal);
  });
}

/** Turns the wheel over a point, and says how far the page went. */
export async function scroll(
  driver: Driver,
  input: {
    target: BetaBrowserCoordinateTarget;
    scroll_direction: 'up' | 'down' | 'left' | 'right';
    scroll_amount?: number | null;
    tab_id?: string | null;
  },
  abort: Signal,
): Promise<string> {
  return driver.on(input.tab_id, abort, async (tab, signal) => {
    const { point, spot: _, ...found } = await findTarget(tab, input.target, signal);
    const turn = () => wheel(tab.session, point, input.scroll_direction, input.scroll_amount ?? 3);
    return driver.act(tab, { member: 'scroll', ...found }, turn, signal);
  });
}

/** Brings an element into view without a wheel. */
export async function scrollTo(driver: Driver, tabId: TabId, ref: string, abort: Signal): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const { answer: scrolled } = await callByRef(tab.tabId, 'scrollTo', [ref], signal);
    if (!scrolled.ok) throw refError(scrolled);
    const { x, y, width, height } = scrolled.rect;
    const shown = await locatedInPage(tab.tabId, { ...scrolled, x: x + width / 2, y: y + height / 2 }, signal);
    if (!shown.ok && shown.problem !== 'covered') throw refError(shown);
    driver.notes.add({ target: scrolled.label });
    await nextFrame(tab.session, signal);
    return '';
  });
}
