import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Pixels from the end that still count as being there. */
const NEAR = 48;

/**
 * Keeps a scrolling band at its end while its content grows, as long as the person is there, but never farther than the
 * top of what asks for the person or ends the task (`data-follow`). Nothing moves while the pointer is over something
 * that can be pressed, or over a card that was just answered.
 */
export function useFollowEnd(band: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = band.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    let atEnd = true;
    let toldBy = 0;
    const onScroll = () => {
      // Our own scrolling is no wish of the person.
      if (element.scrollTop === toldBy) return;
      atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const follow = () => {
      if (!atEnd || content.querySelector('.cards:hover, button:hover, summary:hover, a:hover, input:hover')) return;
      const target = content.querySelector<HTMLElement>('[data-follow]');
      const end = element.scrollHeight - element.clientHeight;
      element.scrollTop = target ? Math.min(target.offsetTop - element.offsetTop - 8, end) : end;
      toldBy = element.scrollTop;
    };
    const resized = new ResizeObserver(follow);
    resized.observe(content);
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    // What came while the pointer held it still is shown once nothing in it is about to be pressed.
    element.addEventListener('pointerleave', follow);
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('pointerleave', follow);
    };
  }, [band]);
}
