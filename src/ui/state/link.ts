import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { LINK_STATE, LinkState } from '../../store/link-state';
import { onSessionChange } from './session-signal';

/** How the line to the native host stands; undefined until it is known. The worker writes it. */
export const linkState = signal<LinkState | undefined>(undefined);

void browser.storage.session.get(LINK_STATE).then((stored) => {
  const parsed = LinkState.safeParse(stored[LINK_STATE]);
  if (parsed.success) linkState.value ??= parsed.data;
});
onSessionChange(LINK_STATE, LinkState, (state) => {
  linkState.value = state;
});
