import { documentOf, rootOf } from './platform';

/** Properties by which a script says other elements of an element (ARIA 1.3 §10.2, Chromium 135). */
type Reflected = 'ariaLabelledByElements' | 'ariaErrorMessageElements';

/**
 * The elements that an attribute names by their ids. A script that gives the elements themselves leaves the attribute
 * empty; the property tells them in isolated worlds too.
 *
 * @param ids what the attribute says
 */
export function referenced(element: Element, ids: string, property: Reflected): Element[] {
  if (ids.trim() === '') return property in element ? [...(element[property] ?? [])] : [];
  const root = rootOf(element);
  const scope = root instanceof ShadowRoot ? root : documentOf(element);
  return ids.split(/\s+/).flatMap((id) => (id && scope.getElementById(id)) || []);
}
