import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { isAnother } from '../dom/another-thing';
import type { TargetEvidence } from '../policy/evidence';
import { isTold, LEADS_AWAY, type Leaving } from './leaving';
import type { OpenTab } from './open-tab';
import { type Button, lift, movePointer, type Point, press } from './pointer';
import { foundAt } from './target-point';

/** `count` 2 is a double click; `modifiers` are CDP's bits. */
export interface Click {
  button: Button;
  count: number;
  modifiers: number;
}

/** A click on its way. */
export interface Clicking {
  tab: OpenTab;
  click: Click;
  leaves: Leaving;
  signal: AbortSignal;
}

/**
 * Clicks a point of a picture. It is pressed as it is: the model saw no elements there. A further press of a double click is
 * made only where the first one left there what it was, for most often what it opened is in front.
 *
 * Throws a ToolError when it did not.
 */
export async function clickPoint({ tab, click, leaves, signal }: Clicking, point: Point): Promise<void> {
  await movePointer(tab.session, point);
  // What the pointer itself brings up there is no doing of the first click.
  const before = click.count > 1 ? await foundAt(tab, point, signal) : undefined;
  for (let each = 1; each <= click.count; each++) {
    signal.throwIfAborted();
    if (each > 1) {
      await Promise.race([leaves.left, isTold(tab)]);
      if (leaves.leaving) throw new ToolError(LEADS_AWAY);
      const there = await foundAt(tab, point, signal);
      if (!isStill(before?.evidence, there.evidence)) throw new ToolError(changedAt(before?.evidence, there.evidence));
    }
    await pressOnce(tab.session, point, click, each);
  }
}

/** True for the same thing to a person, drawn anew or not. */
function isStill(before: TargetEvidence | undefined, now: TargetEvidence | undefined): boolean {
  if (!before || !now) return before === now;
  return before.role === now.role && !isAnother(before.name, now.name);
}

/** One press of a click, and letting go of it. */
export async function pressOnce(session: OpenTab['session'], at: Point, { button, modifiers }: Click, each: number) {
  await press(session, at, button, each, modifiers);
  await lift(session, at, button, each, modifiers);
}

function changedAt(before: TargetEvidence | undefined, now: TargetEvidence | undefined): string {
  return `The first click changed what is at this point: it was ${phrase(before)}, and is ${phrase(now)} now. No further press was made. Look at the page again.`;
}

function phrase(seen: TargetEvidence | undefined): string {
  return seen ? `${seen.role} ${JSON.stringify(seen.name.slice(0, 80))}` : 'nothing';
}
