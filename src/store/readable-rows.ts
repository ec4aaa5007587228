import type { z } from 'zod';

/** The rows that read. One that another version wrote and this one cannot read is left out, never taken half. */
export function readableRows<T>(rows: readonly unknown[], schema: z.ZodType<T>): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
