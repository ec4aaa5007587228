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
  const FIELD =
    'input:not([type=button],[type=submit],[type=image],[type=reset],[type=checkbox],[type=radio],[type=file]),textarea,[contenteditable]:not([contenteditable=false])';
  const OPERATED =
    'a[href],button,input,select,summary,label,option,canvas,video,embed,object,[onclick],[role=button],[role=link],[role^=menuitem],[role=tab],[role=option],[role=checkbox],[role=radio],[role=switch]';

  /** True for what may set something off: a press on what can be operated, Enter, a key that is typed into no field. */
  const acts = (event: Event, at: Element | undefined): boolean => {
    const field = at?.closest(FIELD);
    if (event instanceof KeyboardEvent) {
      if (event.key === 'Enter') return true;
      return (
        !field && !event.ctrlKey && !event.metaKey && (event.key.length === 1 || /^(Delete|Backspace)$/.test(event.key))
      );
    }
    if (event.type !== 'pointerdown' || !at || field) return false;
    // What is inside of an element of the page's own may be out of sight.
    return at.closest(OPERATED) !== null || at.localName.includes('-') || getComputedStyle(at).cursor === 'pointer';
  };
  const labelOf = (at: Element | undefined): string => {
    const pressed = at?.closest(OPERATED) ?? at;
    const shown =
      pressed instanceof HTMLInputElement ? pressed.value : pressed instanceof HTMLElement ? pressed.textContent : '';
    return (pressed?.getAttribute('aria-label') || shown || pressed?.getAttribute('title') || '').trim().slice(0, 80);
  };

  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(
      kind,
      (event) => {
        const key = event instanceof KeyboardEvent ? event.key : '';
        if (!event.isTrusted || modifiers.includes(key)) return;
        const [first] = event.composedPath();
        const at = first instanceof Element ? first : undefined;
        const does = acts(event, at);
        const place =
          event instanceof MouseEvent && window === window.top ? { x: event.clientX, y: event.clientY } : {};
        const press = { acts: does, label: does && kind === 'pointerdown' ? labelOf(at) : '' };
        tell(
          JSON.stringify({
            kind,
            key,
            ...press,
            ...place,
            scale: devicePixelRatio,
            ageMs: performance.now() - event.timeStamp,
          }),
        );
      },
      { capture: true, passive: true },
    );
  }
}
