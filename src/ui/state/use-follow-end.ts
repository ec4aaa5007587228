import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Pixels from the end that still count as being there. */
const NEAR = 48;

/**
 * Keeps a scrolling band at its end while its content grows, as long as the person is there. What asks for the person
 * or ends the task (`data-follow`) is shown from its top when it is higher than the band. Nothing moves while the
 * pointer is over something that can be pressed, or over a card that was just answered.
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
      const tall = target && target.offsetHeight > element.clientHeight;
      element.scrollTop = tall ? target.offsetTop - element.offsetTop - 8 : element.scrollHeight;
      toldBy = element.scrollTop;
    };
    const resized = new ResizeObserver(follow);
    resized.observe(content);
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [band]);
}
