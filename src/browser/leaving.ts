import type { OpenTab } from './open-tab';

/** Resolves when what a press set off in the page has been told of. */
export async function isTold({ session }: OpenTab): Promise<void> {
  await session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined);
}

/** Whether a page is being left for another one. */
export interface Leaving {
  readonly leaving: boolean;
  /** Resolves once it is. */
  left: Promise<void>;
}

/** Hears of it from now on, until the signal aborts. */
export function watchForLeaving({ session }: OpenTab, signal: AbortSignal): Leaving {
  let leaving = false;
  const left = new Promise<void>((resolve) => {
    const heard = () => {
      leaving = true;
      resolve();
    };
    session.on('Page.frameRequestedNavigation', heard, signal);
  });
  return {
    get leaving() {
      return leaving;
    },
    left,
  };
}

/** Said of a further press of a double click. */
export const LEADS_AWAY =
  'The first click already leads to another page: a further press would have hit that. It was not made. Look at the page again.';
