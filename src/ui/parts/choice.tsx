import type { JSX } from 'preact';

/** A labelled select. The label may be for screen readers alone, where the place says what it is about. */
export function Choice<T extends string>({
  label,
  hidden = false,
  value,
  options,
  onChoose,
}: {
  label: string;
  hidden?: boolean;
  value: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <label class="choice">
      <span class={hidden ? 'visually-hidden' : ''}>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([each]) => each === currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
