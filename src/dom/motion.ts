/**
 * Waits for the next frame and tells how long what moves in the page goes on after it. Runs in the page's own world, as
 * its source text, so it may use nothing from around it.
 *
 * What counts shows or moves words or controls by a transition or animation. Colours and shadows, ripples without words,
 * and what goes on longer than `longest` (spinners, news that pass by) do not. What is in a shadow tree is not seen.
 *
 * @param longest milliseconds
 * @returns milliseconds until all of it stands, 0 when nothing moves
 */
export function frameAndMotion(longest: number): Promise<number> {
  const shows =
    /^(opacity|visibility|display|transform|translate|scale|rotate|inset\w*|top|right|bottom|left|(min|max)?(width|height)|margin\w*|clippath|gridtemplate\w*|flex\w*|offset\w*)$/;
  const isShowing = (animation: Animation, effect: KeyframeEffect): boolean => {
    const names =
      'transitionProperty' in animation
        ? [String(animation.transitionProperty)]
        : effect.getKeyframes().flatMap((keyframe) => Object.keys(keyframe));
    return names.some((name) => shows.test(name.replaceAll('-', '').toLowerCase()));
  };
  const hasContent = ({ target, pseudoElement }: KeyframeEffect): boolean => {
    // While a view transition runs the page takes no pointer.
    if (pseudoElement) return pseudoElement.startsWith('::view-transition');
    if (!target) return false;
    // By way of the prototype: a form answers with its controls' names in place of its own properties (platform.ts).
    const { matches, querySelector } = Element.prototype;
    const content = 'img, input, select, textarea, iframe';
    return (
      /\S/.test(target.textContent ?? '') ||
      matches.call(target, content) ||
      querySelector.call(target, content) !== null
    );
  };
  const left = (animation: Animation): number => {
    const { effect, playState, playbackRate, currentTime, timeline } = animation;
    if (playState !== 'running' || !(effect instanceof KeyframeEffect) || timeline !== document.timeline) return 0;
    const ms = (Number(effect.getComputedTiming().endTime) - Number(currentTime)) / (playbackRate || 1);
    if (!(ms > 0 && ms <= longest)) return 0;
    return hasContent(effect) && isShowing(animation, effect) ? ms : 0;
  };
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => done(Math.max(0, ...document.getAnimations().map(left)))));
  });
}

/**
 * Waits until the page has not changed for a while. Sent as source text, like the above.
 *
 * @param quiet milliseconds without a change
 * @param most milliseconds that a page which goes on changing is waited for
 */
export function quietPage(quiet: number, most: number): Promise<void> {
  return new Promise((done) => {
    const changes = new MutationObserver(() => {
      clearTimeout(soon);
      soon = setTimeout(end, quiet);
    });
    const end = () => {
      clearTimeout(soon);
      clearTimeout(late);
      changes.disconnect();
      done();
    };
    let soon = setTimeout(end, quiet);
    const late = setTimeout(end, most);
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
