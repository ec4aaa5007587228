import type { NewTabs } from './new-tabs';
import type { OpensLine } from './worker-words';

/** Has the worker open what a click on a link would open, whichever way a script makes it. A part of interceptOpens. */
export function interceptLinks(line: OpensLine, tabs: NewTabs): void {
  const linkOf = (event: Event): HTMLAnchorElement | HTMLAreaElement | undefined => {
    for (const node of event.composedPath()) {
      if (node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement) return node.href ? node : undefined;
    }
    return undefined;
  };
  /** What to do in place of Chrome when a click on a link opens a tab; undefined when it opens none. */
  const openingBy = (link: HTMLAnchorElement | HTMLAreaElement, event: MouseEvent): (() => void) | undefined => {
    const asked = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const target = link.target || document.querySelector('base[target]')?.getAttribute('target') || '';
    const href = tabs.addressOf(link.getAttribute('href') ?? '');
    if (!href || link.hasAttribute('download') || !(asked || tabs.isMeantBy(target))) return undefined;
    const rel = link.relList;
    return () =>
      tabs.ask(href, '', { opener: !asked && rel.contains('opener'), referrer: !rel.contains('noreferrer') });
  };
  const onClick = (event: Event) => {
    const link = linkOf(event);
    if (!line.isArmed() || !link || event.defaultPrevented || !(event instanceof MouseEvent)) return;
    const open = openingBy(link, event);
    if (!open) return;
    event.preventDefault();
    open();
  };
  window.addEventListener('click', (event) => event.button === 0 && onClick(event));
  window.addEventListener('auxclick', (event) => event.button === 1 && onClick(event));

  // A link that is in no document: its click passes no listener but its own.
  HTMLElement.prototype.click = new Proxy(HTMLElement.prototype.click, {
    apply(native, self, args) {
      if (self instanceof HTMLAnchorElement && !self.isConnected)
        self.addEventListener('click', onClick, { once: true });
      return Reflect.apply(native, self, args);
    },
  });
  EventTarget.prototype.dispatchEvent = new Proxy(EventTarget.prototype.dispatchEvent, {
    apply(native, self, args) {
      const [event] = args;
      const go = () => Reflect.apply(native, self, args);
      if (!(event instanceof MouseEvent) || event.type !== 'click' || !(self instanceof Element)) return go();
      const link = line.isArmed() && !self.isConnected ? self.closest('a') : null;
      const href = link?.getAttribute('href');
      const open = link && openingBy(link, event);
      if (!link || !open || !href) return go();
      // Such an event can often not be cancelled: without an address nothing follows from it.
      link.removeAttribute('href');
      const result = go();
      link.setAttribute('href', href);
      if (!event.defaultPrevented) open();
      return result;
    },
  });
}
