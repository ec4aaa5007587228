import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Approval } from '../../store/approval';
import { t } from '../messages/current';
import { useArtifact } from '../state/use-artifact';
import { cropAround } from '../wording/picture-crop';

/**
 * The page in the moment the effect was stopped, with the pressed element framed. Drawn as SVG in the picture's own
 * pixels: the frame fits at every width of the panel, and no inline style is needed, which the CSP would refuse.
 */
export function MarkedPicture({ picture }: { picture: NonNullable<Approval['picture']> }): JSX.Element {
  const src = useArtifact(picture.artifactId);
  const size = useSignal<{ width: number; height: number } | undefined>(undefined);
  const whole = useSignal(false);
  useEffect(() => {
    if (!src) return;
    const image = new Image();
    image.onload = () => {
      size.value = { width: image.naturalWidth, height: image.naturalHeight };
    };
    image.src = src;
    return () => {
      image.onload = null;
    };
  }, [src, size]);
  // Its place is kept while the picture is read, so that the buttons below do not move.
  if (!src || !size.value) return <div class="marked-picture" />;
  const { mark } = picture;
  const close = cropAround(mark, size.value);
  const shown = whole.value ? { x: 0, y: 0, ...size.value } : close;
  return (
    <figure class="marked-picture">
      <svg viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`} role="img" aria-label={t.card.picture}>
        <image href={src} width={size.value.width} height={size.value.height} />
        {mark && <rect x={mark.x - 3} y={mark.y - 3} width={mark.width + 6} height={mark.height + 6} rx="5" />}
      </svg>
      {close.width < size.value.width && (
        <button
          type="button"
          class="quiet over"
          onClick={() => {
            whole.value = !whole.value;
          }}
        >
          {whole.value ? t.card.closerPicture : t.card.wholePicture}
        </button>
      )}
    </figure>
  );
}
