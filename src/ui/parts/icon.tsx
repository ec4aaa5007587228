import type { JSX } from 'preact';

/** Strokes on a 16 px grid, in the colour of the text. */
const PATHS = {
  inbox: 'M2.5 9.5h3l1 2h3l1-2h3M2.5 9.5l2-6h7l2 6v3.5h-11z',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  settings: 'M2.5 4.5h6M12.5 4.5h1M10.5 2.5v4M2.5 11.5h1M7.5 11.5h6M5.5 9.5v4',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  send: 'M8 13V3M3.5 7.5L8 3l4.5 4.5',
  stop: 'M4.5 4.5h7v7h-7z',
  check: 'M3 8.5l3.2 3.2L13 5',
  circle: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  strike: 'M3.5 8h9',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  page: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  clip: 'M11.5 7.5l-4 4a2.1 2.1 0 0 1-3-3l5-5a1.4 1.4 0 0 1 2 2l-4.7 4.7',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words or inside a named button; never the only thing that says something. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Offstage's mark: a tab in front, and one behind it in which something goes on. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" focusable="false">
      <path class="mark-behind" d="M11 4h14a4 4 0 0 1 4 4v12" />
      <rect class="mark-front" x="3" y="10" width="19" height="18" rx="4" />
      <circle class="mark-live" cx="12.5" cy="19" r="3.5" />
    </svg>
  );
}

/** A button that shows only a drawing: its name is for screen readers and the tooltip. */
export function IconButton({
  icon,
  name,
  count,
  pressed,
  onClick,
}: {
  icon: IconName;
  name: string;
  count?: number;
  pressed?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
      {count ? <span class="count">{count > 99 ? '99+' : count}</span> : null}
    </button>
  );
}
