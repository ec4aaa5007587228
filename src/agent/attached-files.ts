import type { FilePolicy } from '../browser/file-policy';
import { attachmentKey } from '../store/attachment';
import type { OffstageDatabase } from '../store/database';
import { readTask } from '../store/task-table';

/**
 * What was handed over with a task: what the person attached, what its client named, and nothing else of the computer.
 */
export function attachedFiles(db: OffstageDatabase, taskId: string): FilePolicy {
  return {
    allowedPaths: async () => (await readTask(db, taskId))?.namedFiles ?? [],
    async document(id) {
      const listed = (await readTask(db, taskId))?.attachments.find((file) => file.id === id);
      const artifact = listed && (await db.artifacts.get(attachmentKey(taskId, id)));
      return artifact && { name: listed.name, type: listed.type, data: artifact.data };
    },
  };
}
