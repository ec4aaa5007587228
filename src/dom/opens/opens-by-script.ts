import type { NewTabs } from './new-tabs';
import type { StandIn, StandIns } from './stand-ins';
import type { OpensLine } from './worker-words';

/** Puts the worker's tabs in the place of those that `window.open` would open. A part of interceptOpens. */
export function interceptScripts(line: OpensLine, tabs: NewTabs, standIns: StandIns): void {
  const named = new Map<string, StandIn>();
  // A proxy of the native function answers toString() as the native one does.
  window.open = new Proxy(window.open, {
    apply(native, self, args: unknown[]) {
      const [url, name, features] = args.map((arg) => (arg === undefined ? '' : String(arg)));
      const href = tabs.addressOf(url ?? '');
      if (!line.isArmed() || !navigator.userActivation.isActive || !href || !tabs.isMeantBy(name || '_blank'))
        return Reflect.apply(native, self, args);
      const before = name ? named.get(name) : undefined;
      if (before && !before.closed) {
        if (url) line.say({ kind: 'go', id: before.id, url: href });
        return before.window;
      }
      const keeps = {
        opener: !/noopener|noreferrer/i.test(features ?? ''),
        referrer: !/noreferrer/i.test(features ?? ''),
      };
      const id = tabs.ask(href, name ?? '', keeps);
      if (!keeps.opener) return null;
      const opened = standIns.forOpened(id, href);
      if (name && !/^_blank$/i.test(name)) named.set(name, opened);
      return opened.window;
    },
  });
}
