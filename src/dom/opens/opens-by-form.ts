import type { NewTabs } from './new-tabs';
import type { PostedForms } from './posted-forms';
import type { OpensLine } from './worker-words';

/** Has the worker open what forms would open that are sent into a new tab. A part of interceptOpens. */
export function interceptForms(line: OpensLine, tabs: NewTabs, posted: PostedForms): void {
  /** False when a form opens nothing, or Chrome has to do it. */
  const opens = (form: HTMLFormElement, submitter: HTMLElement | null): boolean => {
    const own = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '';
    const href = tabs.addressOf(own('action') || document.URL);
    if (!line.isArmed() || !href || !tabs.isMeantBy(own('target')) || /^dialog$/i.test(own('method'))) return false;
    if (/^post$/i.test(own('method'))) {
      // Without `noreferrer`: such a form finds no tab by its name.
      if (!navigator.userActivation.isActive || /noreferrer/i.test(own('rel'))) return false;
      return posted.post(form, href, own('enctype'), new FormData(form, submitter));
    }
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter))
      query.append(name, typeof value === 'string' ? value : value.name);
    const url = new URL(href);
    url.search = query.toString();
    tabs.ask(url.href, own('target'), { opener: false, referrer: true });
    return true;
  };
  window.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (opens(form, submitter)) event.preventDefault();
  });
  HTMLFormElement.prototype.submit = new Proxy(HTMLFormElement.prototype.submit, {
    apply(native, self, args) {
      if (self instanceof HTMLFormElement && self.isConnected && opens(self, null)) return undefined;
      return Reflect.apply(native, self, args);
    },
  });
}
