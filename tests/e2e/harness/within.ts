/**
 * A step that puppeteer may wait for without an end, with one and a name: a test that hangs in it says where. Closing a
 * page is such a step, and opening one.
 *
 * @param ms milliseconds until it counts as hung
 */
export async function within<T>(what: string, work: Promise<T>, ms = 30_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing came of it in ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
