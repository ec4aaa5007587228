import { z } from 'zod';
import type { ResultPart } from '../store/journal';
import { sizeOf } from '../vision/picture-size';
import { tokensOf } from '../vision/token-cost';
import type { Picture, PictureSource } from './encoding';
import type { TaskContext } from './task-context';

const MediaType = z.enum(['image/png', 'image/jpeg', 'image/webp']);

/** Writes a picture of the task and answers with the part that names it. */
export async function keepPicture(
  context: Pick<TaskContext, 'db' | 'taskId'>,
  kind: 'screenshot' | 'thumbnail',
  { mediaType, data }: { mediaType: string; data: string },
): Promise<Extract<ResultPart, { type: 'picture' }>> {
  const id = crypto.randomUUID();
  await context.db.artifacts.add({ id, taskId: context.taskId, kind, at: Date.now(), mediaType, data });
  const { width, height } = sizeOf(data);
  return { type: 'picture', artifactId: id, mediaType, width, height, tokens: tokensOf({ width, height }) };
}

/** Loads the pictures that a journal names, so that the conversation can be built without waiting. */
export async function loadPictures(
  context: Pick<TaskContext, 'db' | 'taskId'>,
  parts: Iterable<ResultPart>,
): Promise<PictureSource> {
  const ids = [...parts].flatMap((part) => (part.type === 'picture' ? [part.artifactId] : []));
  const rows = await context.db.artifacts.bulkGet(ids);
  const pictures = new Map<string, Picture>();
  for (const row of rows) {
    const mediaType = MediaType.safeParse(row?.mediaType);
    if (row && mediaType.success) pictures.set(row.id, { mediaType: mediaType.data, data: row.data });
  }
  return (id) => pictures.get(id);
}
