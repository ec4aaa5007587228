import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { FrameSize } from '../vision/capture';
import { type Picture, pictureOf } from '../vision/picture';
import type { DebuggerSession } from './debugger-session';

/** A frame of a tab that draws comes within milliseconds. */
const FRAME_MS = 3000;

/** Next to no work: a frame of a few pixels, and hardly ever one. */
const IDLE = { format: 'jpeg', quality: 1, maxWidth: 16, maxHeight: 16, everyNthFrame: 1000 } as const;

/** A frame of a tab, with the size of the tab in pixels that neither page zoom nor screen scale. */
export interface CastFrame {
  picture: Picture;
  width: number;
  height: number;
}

type Around = (take: () => Promise<CastFrame>) => Promise<CastFrame>;

/**
 * The screencast of one background tab. It does two things that Chromium 156 does not do otherwise:
 *
 * - It keeps the tab drawing. Nobody takes the frames of a hidden tab, so after the first few changes of the page the
 *   renderer is let through once a second, in spite of focus emulation: animations, layout of frameworks and mouse
 *   moves, which wait for frames, crawl. While a screencast runs, frames are taken at 60 a second.
 * - It gives pictures. `Page.captureScreenshot` waits for a frame that a quiet tab never draws: every second one hung.
 *   A screencast answers with the last frame, in about 10 ms.
 */
export class Screencast {
  readonly #session: DebuggerSession;
  readonly #around: Around;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param around runs each capture, with what must not be in the picture out of the way */
  constructor(session: DebuggerSession, around: Around) {
    this.#session = session;
    this.#around = around;
  }

  /** Begins to keep the tab drawing, until the session ends. */
  async start(): Promise<void> {
    // A killed worker left its cast running, and a second one is an error.
    await this.#session.send('Page.stopScreencast');
    await this.#session.send('Page.startScreencast', IDLE);
  }

  /** One picture of the viewport, at most so large. Pictures of one tab are taken one after another. */
  capture(size: FrameSize): Promise<CastFrame> {
    const picture = this.#queue.then(() => this.#around(() => this.#frame(size)));
    this.#queue = picture.catch(() => undefined);
    return picture;
  }

  async #frame({ maxWidth, maxHeight, quality }: FrameSize): Promise<CastFrame> {
    const late = AbortSignal.timeout(FRAME_MS);
    await this.#session.send('Page.stopScreencast');
    const frame = this.#session.next('Page.screencastFrame', () => true, late);
    frame.catch(() => undefined);
    try {
      await this.#session.send('Page.startScreencast', {
        ...(quality === undefined ? { format: 'png' } : { format: 'jpeg', quality }),
        maxWidth: Math.round(maxWidth),
        maxHeight: Math.round(maxHeight),
      });
      const { data, metadata } = await frame;
      const picture = pictureOf(quality === undefined ? 'image/png' : 'image/jpeg', data);
      return { picture, width: metadata.deviceWidth, height: metadata.deviceHeight };
    } catch (error) {
      if (!late.aborted) throw error;
      throw new ToolError('The page drew nothing to take a picture of. Read it with read_page, or wait and try again.');
    } finally {
      await this.start().catch(() => undefined);
    }
  }
}
