import { Dexie } from 'dexie';
import type { OffstageDatabase } from './database';
import { JournalEntry, type JournalEvent } from './journal';
import { readableRows } from './readable-rows';

/**
 * Appends one event to a task's journal and resolves once it is on disk.
 *
 * The number is taken inside the transaction, so two writers of one task can never share one: the key
 * `[taskId+seq]` would refuse the second.
 */
export async function appendEvent(db: OffstageDatabase, taskId: string, event: JournalEvent): Promise<JournalEntry> {
  return db.transaction('rw', db.journal, async () => {
    const last = await db.journal.where('[taskId+seq]').between([taskId, Dexie.minKey], [taskId, Dexie.maxKey]).last();
    const entry = JournalEntry.parse({ taskId, seq: (last?.seq ?? -1) + 1, at: Date.now(), event });
    await db.journal.add(entry);
    return entry;
  });
}

/** Number of a task's last event; -1 when there is none. Reads no event. */
export async function lastSeq(db: OffstageDatabase, taskId: string): Promise<number> {
  const keys = await db.journal
    .where('[taskId+seq]')
    .between([taskId, Dexie.minKey], [taskId, Dexie.maxKey])
    .reverse()
    .limit(1)
    .primaryKeys();
  return keys[0]?.[1] ?? -1;
}

/**
 * A task's journal in order. A row that does not parse (written by another version) is left out rather than letting
 * the task die of it; the rest of the conversation still stands.
 */
export async function readJournal(db: OffstageDatabase, taskId: string): Promise<JournalEntry[]> {
  const rows: unknown[] = await db.journal
    .where('[taskId+seq]')
    .between([taskId, Dexie.minKey], [taskId, Dexie.maxKey])
    .toArray();
  return readableRows(rows, JournalEntry);
}
