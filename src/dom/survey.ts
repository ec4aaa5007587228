import { attribute, documentOf, hasAttribute, rootOf } from './platform';
import { hostOf } from './shadow';
import { lookAtStyles } from './style-words';
import { tellingIn } from './telling';

/** What a read learns of the documents and shadow roots that it goes through, each asked once for all of its elements. */
export class Survey {
  /** Elements with an attribute that tells. */
  readonly telling = new Set<Element>();
  /** What has the focus: a focus in a shadow tree is its host's too. */
  readonly focused = new Set<Element>();

  /** @param root where the read begins; what is slotted into a shadow tree is in the tree of its host */
  constructor(root: Element) {
    this.lookAt(documentOf(root));
    for (let host = hostOf(root), at = root; host; at = host, host = hostOf(at)) {
      const shadow = rootOf(at);
      if (shadow instanceof ShadowRoot) this.lookAt(shadow);
    }
  }

  /** Asks a document or shadow root that the read comes to. */
  lookAt(root: Document | ShadowRoot): void {
    lookAtStyles(root);
    for (const element of tellingIn(root)) this.telling.add(element);
    const active = root.activeElement;
    if (!active) return;
    this.focused.add(active);
    // Keys go to one thing and choose among others: a list below a field (ARIA 1.3, aria-activedescendant).
    const chosen = hasAttribute(active, 'aria-activedescendant') ? activeDescendantOf(active) : null;
    if (chosen) this.focused.add(chosen);
  }
}

/** A script may give the element itself: then the attribute is empty. */
function activeDescendantOf(active: Element): Element | null {
  if ('ariaActiveDescendantElement' in active) return active.ariaActiveDescendantElement;
  return documentOf(active).getElementById(attribute(active, 'aria-activedescendant') ?? '');
}
