import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Command } from '../../store/command';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { attachments, givenFiles, wentAlong } from '../state/attachments';
import { contextSite, draft, type PageContext, pageContext } from '../state/composer-state';
import { settings } from '../state/configured';
import { pageInFront } from '../state/page-in-front';
import { sendCommand } from '../state/send-command';
import { show } from '../state/view';
import { AttachButton, AttachedFiles } from './attach-files';
import { Icon } from './icon';

/** The element's id, so that other parts can put the cursor there. */
export const COMPOSER_ID = 'composer-text';

/**
 * The bottom band. It starts a task, or speaks to the one on screen while that runs. A task that has ended goes on only
 * when the person asks for it with 'Follow up'.
 */
export function Composer({ task }: { task: Task | undefined }): JSX.Element {
  const busy = useSignal(false);
  const text = draft.value.value;
  const running = task && !isEnded(task.state);

  const send = async (sayTo: string | undefined) => {
    const words = text.trim();
    if (!words || busy.value) return;
    busy.value = true;
    const [files, context] = [attachments.value, pageContext.value.value];
    const command = sayTo
      ? ({ type: 'say', taskId: sayTo, text: words } as const)
      : await newTask(words, files, context);
    const reply = command && (await sendCommand(command));
    busy.value = false;
    if (!reply?.ok) return;
    // Only what was sent goes: the person may have gone on while the worker answered.
    if (draft.value.value === text) draft.value.value = '';
    if (sayTo) return;
    if (pageContext.value.value === context) pageContext.value.value = undefined;
    wentAlong(files);
    if (reply.taskId) show({ at: 'task', taskId: reply.taskId });
  };

  const sayTo = running ? task.id : undefined;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send(sayTo);
      }}
    >
      {!running && <ContextChip />}
      {!running && <AttachedFiles />}
      <textarea
        id={COMPOSER_ID}
        aria-label={t.composer.name}
        aria-describedby="composer-hint"
        placeholder={running ? t.composer.placeholderSay : t.composer.placeholder}
        rows={1}
        value={text}
        onInput={(event) => {
          draft.value.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          // Enter that ends a composition of an input method belongs to that method.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void send(sayTo);
        }}
      />
      <p id="composer-hint" class="visually-hidden">
        {t.composer.hint}
      </p>
      <div class="composer-row">
        {!running && !pageContext.value.value && pageInFront.value && (
          <button
            type="button"
            class="quiet with-icon"
            title={t.composer.addPage}
            onClick={() => {
              pageContext.value.value = pageInFront.value;
            }}
          >
            <Icon name="page" />
            <span>{t.composer.context}</span>
          </button>
        )}
        {!running && <AttachButton />}
        <span class="cut faint model">{settings.value?.provider.model}</span>
        {task && !running && (
          <button type="button" disabled={!text.trim() || busy.value} onClick={() => void send(task.id)}>
            {t.composer.followUp}
          </button>
        )}
        <button type="submit" class="primary" disabled={!text.trim() || busy.value}>
          {running ? t.composer.send : t.composer.start}
        </button>
      </div>
    </form>
  );
}

/** The command that starts a task; undefined when a file that should go along cannot be read. */
async function newTask(
  prompt: string,
  files: readonly File[],
  context: PageContext | undefined,
): Promise<Command | undefined> {
  const given = await givenFiles(files);
  if (!given) return undefined;
  return {
    type: 'start-task',
    prompt,
    ...(context ? { context } : {}),
    ...(given.length > 0 ? { attachments: given } : {}),
  };
}

function ContextChip(): JSX.Element | null {
  const context = pageContext.value.value;
  if (!context) return null;
  return (
    <div class="chip context" title={context.url}>
      <Icon name="page" />
      {context.tabId !== undefined && <b>{t.composer.handed}</b>}
      <span class="cut">{context.title || contextSite.value}</span>
      <button
        type="button"
        class="icon-button small"
        aria-label={t.composer.removeContext}
        title={t.composer.removeContext}
        onClick={() => {
          pageContext.value.value = undefined;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
