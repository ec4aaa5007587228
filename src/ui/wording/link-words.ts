import type { LinkState } from '../../store/link-state';
import type { Messages } from '../messages/en';

/** How the bridge stands, in a sentence that says what to do where something is to be done. */
export function linkWords(state: LinkState, t: Messages): string {
  switch (state.at) {
    case 'absent':
      return t.bridge.absent;
    case 'connected':
      return t.bridge.connected(state.hostVersion);
    case 'wrong-version':
      return t.bridge.wrongVersion[state.older];
    case 'lost':
      return t.bridge.lost(state.why);
  }
}
