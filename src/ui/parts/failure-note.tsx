import type { JSX } from 'preact';
import { browser } from 'wxt/browser';
import { t } from '../messages/current';
import { panelProblem } from '../state/problem';
import { sendCommand } from '../state/send-command';
import { failureWords } from '../wording/failure-words';
import { IconButton } from './icon';

interface Failure {
  code: string;
  detail: string;
}

/** Why a task failed: what happened, that nothing is lost, and the one thing to do next. */
export function TaskFailureNote({ taskId, failure }: { taskId: string; failure: Failure }): JSX.Element {
  const words = failureWords(failure, t);
  return (
    <section class="failure" role="alert">
      <p class="failure-what">{words.what}</p>
      <p>{t.nothingLost}</p>
      <p>{words.next}</p>
      <Said text={words.said} />
      <div class="buttons">
        {words.act === 'open-settings' && (
          <button type="button" class="primary" onClick={() => void browser.runtime.openOptionsPage()}>
            {t.task.openSettings}
          </button>
        )}
        {words.act !== 'none' && (
          <button
            type="button"
            class={words.act === 'try-again' ? 'primary' : ''}
            onClick={() => void sendCommand({ type: 'say', taskId, text: t.task.tryAgainWords })}
          >
            {t.task.tryAgain}
          </button>
        )}
      </div>
    </section>
  );
}

/** A command that was refused, at the top of the panel. */
export function PanelProblem(): JSX.Element | null {
  const problem = panelProblem.value;
  if (!problem) return null;
  const words = failureWords(problem, t);
  return (
    <div class="failure banner" role="alert">
      <div>
        <p class="failure-what">{words.what}</p>
        <p>{words.next}</p>
        <Said text={words.said} />
      </div>
      <IconButton
        icon="close"
        name={t.header.dismiss}
        onClick={() => {
          panelProblem.value = undefined;
        }}
      />
    </div>
  );
}

/** The other side's own words, for whoever wants them. */
export function Said({ text }: { text: string | undefined }): JSX.Element | null {
  if (!text) return null;
  return (
    <details class="endpoint-said">
      <summary>{t.task.said}</summary>
      <pre>{text}</pre>
    </details>
  );
}
