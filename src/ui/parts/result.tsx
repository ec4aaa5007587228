import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Markdown } from '../markdown/markdown';
import { t } from '../messages/current';
import { Icon } from './icon';

/** What the task came to, ready to be copied as Markdown. */
export function Result({ source }: { source: string }): JSX.Element {
  const copied = useSignal(false);
  return (
    <section class="result" aria-labelledby="result-title" data-follow>
      <div class="section-title">
        <h2 id="result-title">{t.task.result}</h2>
        <button
          type="button"
          class="quiet with-icon"
          onClick={async () => {
            await navigator.clipboard.writeText(source);
            copied.value = true;
          }}
        >
          <Icon name={copied.value ? 'check' : 'copy'} />
          <span aria-live="polite">{copied.value ? t.task.copied : t.task.copy}</span>
        </button>
      </div>
      <Markdown source={source} />
    </section>
  );
}
