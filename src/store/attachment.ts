import { z } from 'zod';

/** A file as it is handed over. */
export const GivenFile = z.object({
  name: z.string().min(1).max(255),
  /** MIME type; empty when the browser knows none. */
  type: z.string().max(200),
  data: z.base64(),
});
export type GivenFile = z.infer<typeof GivenFile>;

/** A file of a task as it is listed; its bytes are an artifact. */
export const Attachment = z.object({
  /** What the model calls it by, for example `file_1`. */
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
});
export type Attachment = z.infer<typeof Attachment>;

/** The id of the file at a place of the list, from 0. */
export function attachmentId(at: number): string {
  return `file_${at + 1}`;
}

export function attachmentOf({ name, type, data }: GivenFile, at: number): Attachment {
  const padding = /=*$/.exec(data)?.[0].length ?? 0;
  return { id: attachmentId(at), name, type, bytes: (data.length / 4) * 3 - padding };
}

/** The artifact that holds the bytes of a task's file. */
export function attachmentKey(taskId: string, id: string): string {
  return `${taskId}/${id}`;
}
