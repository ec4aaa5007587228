const TAG = 'offstage-mark';

const STYLE = `
:host { all: initial; }
p { position: fixed; inset: auto auto 10px 10px; margin: 0; padding: 5px 10px; z-index: 2147483647; pointer-events: none;
    border-radius: 99px; background: #1f2937; color: #f9fafb; font: 12px/1.4 system-ui, sans-serif; opacity: 0.85; }
`;

/**
 * Shows the words in a corner of the page, or takes them away when they are empty. They are for a person who looks at
 * the agent's tab: outside of the body, so that no read finds them, and under no pointer.
 *
 * @returns resolves when the page has been drawn so
 */
export async function showMark(root: Document, words: string): Promise<void> {
  const known = root.querySelector(TAG);
  known?.remove();
  if (words !== '') {
    const host = root.createElement(TAG);
    host.setAttribute('aria-hidden', 'true');
    const text = root.createElement('p');
    text.textContent = words;
    const style = root.createElement('style');
    style.textContent = STYLE;
    host.attachShadow({ mode: 'closed' }).append(style, text);
    root.documentElement.append(host);
  }
  if (words === '' && !known) return;
  // The second frame is asked for when the first one, with the change, is on its way.
  for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
}
