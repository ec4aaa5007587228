import type { JSX } from 'preact';

/** What is on or off, and what that means. */
export function Tick({
  id,
  label,
  hint,
  checked,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): JSX.Element {
  return (
    <div class="tick">
      <input
        type="checkbox"
        id={id}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} class="faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
