/**
 * Runs in an isolated world of each frame of a tab that the person has in front, and tells of each real press, key and
 * turn of the wheel. The worker knows which of them were the agent's.
 *
 * It is sent to the page as its source text, so it may use nothing from around it.
 */
export function watchTouches(given: { binding: string }): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const tell = world[given.binding];
  if (typeof tell !== 'function' || world.watching === true) return;
  world.watching = true;
  // A modifier alone is on its way to a shortcut of the browser, such as the one to another tab.
  const modifiers = ['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'NumLock', 'OS', 'Shift'];
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(
      kind,
      (event) => {
        const key = event instanceof KeyboardEvent ? event.key : '';
        if (!event.isTrusted || modifiers.includes(key)) return;
        tell(JSON.stringify({ kind, key, ageMs: performance.now() - event.timeStamp }));
      },
      { capture: true, passive: true },
    );
  }
}
