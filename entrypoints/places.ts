import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PLACES_KEY } from '../src/dom/places-contract';
import { placesIn } from '../src/dom/secret-places';
import { setShadowOpener } from '../src/dom/shadow';

/** Injected into every frame of a task's tab before a picture of it is taken: small, because there may be many. */
export default defineUnlistedScript(() => {
  if (PLACES_KEY in globalThis) return;
  setShadowOpener((element) =>
    element instanceof HTMLElement
      ? (globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null)
      : element.shadowRoot,
  );
  Object.defineProperty(globalThis, PLACES_KEY, { value: () => placesIn(globalThis.window) });
});
