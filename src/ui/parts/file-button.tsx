import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

/** A button that lets the person choose files. Its children are what it shows. */
export function FileButton({
  name,
  hint,
  look = '',
  accept,
  multiple = false,
  onFiles,
  children,
}: {
  name: string;
  hint?: string;
  look?: string;
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  children: ComponentChildren;
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={look} title={hint} onClick={() => field.current?.click()}>
        {children}
      </button>
      <input
        ref={field}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={name}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was mended or taken out.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
