import type { JSX } from 'preact';

/** A labelled field with a hint that screen readers read with it. */
export function Field({
  id,
  label,
  hint,
  wrong,
  type,
  value,
  onInput,
}: {
  id: string;
  label: string;
  hint?: string;
  wrong?: boolean;
  /** `number` is whole and above 0, `decimal` not below 0. */
  type: 'text' | 'password' | 'number' | 'decimal';
  value: string;
  onInput: (value: string) => void;
}): JSX.Element {
  const shared = {
    id,
    value,
    spellcheck: false,
    'aria-invalid': wrong ?? false,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'password' ? (
        // Chrome would offer to keep the key as a login of this page; `off` it ignores, this it does not.
        <input type="password" autoComplete="new-password" {...shared} />
      ) : type === 'number' ? (
        <input type="number" min="1" step="1" {...shared} />
      ) : type === 'decimal' ? (
        <input type="number" min="0" step="any" {...shared} />
      ) : (
        <input type="text" autoComplete="off" {...shared} />
      )}
      {hint && (
        <p id={`${id}-hint`} class={wrong ? 'wrong' : 'faint'}>
          {hint}
        </p>
      )}
    </div>
  );
}
