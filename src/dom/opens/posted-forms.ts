import type { NewTabs } from './new-tabs';
import type { OpensLine } from './worker-words';

/** Forms that post into a new tab. */
export interface PostedForms {
  /**
   * Opens the tab of a form, blank, and posts into it when the worker guards it. Chrome itself must send it, or it
   * would not have the cookies and the origin of this page. False when Chrome lets no tab be opened.
   */
  post(form: HTMLFormElement, action: string, encoding: string, entries: FormData): boolean;
}

/** A part of interceptOpens, made before the others put their own functions in the place of Chrome's. */
export function postedForms(line: OpensLine, tabs: NewTabs): PostedForms {
  const { open } = window;
  const { submit } = HTMLFormElement.prototype;
  /** What waits to be posted, by the name that its tab has. */
  const posts = new Map<string, () => void>();

  /** The page may take its form away or change it while the tab is set up: what it had is what is sent. */
  const copyOf = (form: HTMLFormElement, given: object, entries: FormData): HTMLFormElement => {
    const copy = document.createElement('form');
    copy.hidden = true;
    Object.assign(copy, { method: 'post', acceptCharset: form.getAttribute('accept-charset') ?? '', ...given });
    for (const [name, value] of entries) {
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name });
      if (typeof value === 'string') field.value = value;
      else {
        field.type = 'file';
        const files = new DataTransfer();
        if (value.name || value.size > 0) files.items.add(value);
        field.files = files.files;
      }
      copy.append(field);
    }
    return copy;
  };

  line.hear((words) => {
    if (words.kind !== 'guarded') return;
    const post = posts.get(words.name);
    if (!post) return line.handOn(words);
    posts.delete(words.name);
    post();
  });
  return {
    post(form, action, encoding, entries) {
      const name = tabs.newId();
      const tab: Window | null = Reflect.apply(open, window, ['about:blank', name]);
      if (!tab) return false;
      const copy = copyOf(form, { action, target: name, enctype: encoding }, entries);
      posts.set(name, () => {
        // Posted under its name, the form would open it again.
        if (tab.closed) return;
        document.documentElement.append(copy);
        Reflect.apply(submit, copy, []);
        copy.remove();
        tab.name = '';
        tab.opener = null;
      });
      line.say({ kind: 'form', id: name });
      return true;
    },
  };
}
