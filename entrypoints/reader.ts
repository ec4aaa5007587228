import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createReader } from '../src/dom/reader';
import { READER_KEY } from '../src/dom/reader-contract';
import { setShadowOpener } from '../src/dom/shadow';

/** Injected before each use; a document gets one reader, because its refs must outlive a read. */
export default defineUnlistedScript(() => {
  if (READER_KEY in globalThis) return;
  setShadowOpener((element) =>
    element instanceof HTMLElement
      ? (globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null)
      : element.shadowRoot,
  );
  Object.defineProperty(globalThis, READER_KEY, { value: createReader(document) });
});
