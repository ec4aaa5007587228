import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { Picture } from '../vision/resize';
import type { DebuggerSession } from './debugger-session';

/** A frame of a tab that draws comes within milliseconds. */
const FRAME_MS = 3000;

const queues = new WeakMap<DebuggerSession, Promise<unknown>>();

/**
 * One picture of a tab, at most so large, in device pixels.
 *
 * It is the first frame of a screencast, because `Page.captureScreenshot` of a background tab waits for a frame that a
 * quiet page never draws: every second capture hung in Chromium 156, with and without a display. A screencast answers
 * with the last frame, in about 10 ms. A tab has one screencast, so pictures of it are taken one after another.
 */
export function captureFrame(
  session: DebuggerSession,
  size: { maxWidth: number; maxHeight: number; quality: number },
): Promise<Picture> {
  const before = queues.get(session) ?? Promise.resolve();
  const picture = before.then(() => firstFrame(session, size));
  queues.set(
    session,
    picture.catch(() => undefined),
  );
  return picture;
}

async function firstFrame(
  session: DebuggerSession,
  { maxWidth, maxHeight, quality }: { maxWidth: number; maxHeight: number; quality: number },
): Promise<Picture> {
  const late = AbortSignal.timeout(FRAME_MS);
  const frame = session.next('Page.screencastFrame', () => true, late);
  frame.catch(() => undefined);
  await session.send('Page.startScreencast', {
    format: 'jpeg',
    quality,
    maxWidth: Math.round(maxWidth),
    maxHeight: Math.round(maxHeight),
  });
  try {
    const { data } = await frame;
    return { mediaType: 'image/jpeg', data };
  } catch (error) {
    if (!late.aborted) throw error;
    throw new ToolError('The page drew nothing to take a picture of. Read it with read_page, or wait and try again.');
  } finally {
    await session.send('Page.stopScreencast').catch(() => undefined);
  }
}
