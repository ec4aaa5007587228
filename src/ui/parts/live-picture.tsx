import type { JSX } from 'preact';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { sendCommand } from '../state/send-command';
import { useArtifact } from '../state/use-artifact';

/** The task's tab as it looks now; a click brings the tab to the front. Its place is kept before there is a picture. */
export function LivePicture({ task }: { task: Task }): JSX.Element | null {
  const picture = useArtifact(task.thumbnailId);
  if (!picture && isEnded(task.state)) return null;
  const site = task.tabs.find(({ active }) => active)?.title;
  return (
    <button
      type="button"
      class="live-picture"
      aria-label={t.task.showTab}
      title={t.task.showTab}
      disabled={task.tabs.length === 0}
      onClick={() => void sendCommand({ type: 'show-tab', taskId: task.id })}
    >
      {picture ? <img src={picture} alt={site ?? ''} /> : <span class="faint">{t.task.noPicture}</span>}
    </button>
  );
}
