/**
 * What the browser writes on the buttons that it draws itself, for a person to let the page use something (capability
 * elements, Chromium 144 and later): in English, for no script can read the words. What is in such an element stands
 * there for browsers that do not know it.
 */
const NAMES: Record<string, string> = {
  camera: 'Use camera',
  geolocation: 'Use location',
  microphone: 'Use microphone',
  usermedia: 'Use microphone and camera',
};

/** The words on such a button; undefined for other elements, and for one that this browser does not know. */
export function capabilityName(element: Element, tag: string): string | undefined {
  const name = NAMES[tag];
  // Each of them says what went wrong; elements that are not known have no such property.
  return name !== undefined && 'error' in element ? name : undefined;
}
