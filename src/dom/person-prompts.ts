import { type LineGiven, workerLine } from './worker-line';

/** What refusePrompts is made of. */
export const PROMPTS_PARTS = { workerLine };

/** What a page would have asked a person, for a sentence that begins with the page. */
export interface Prompt {
  what: string;
}

/**
 * Runs in a page's own world before its scripts. What would ask a person in a window of the browser, which nobody sees
 * in a background tab, is refused as a person would refuse it, and told to the worker: print, permissions, device and
 * file choosers, passkeys, payment sheets. What a person has granted to the site before works as ever.
 *
 * It is sent to the page as its source text, so it may use nothing from around it but its parts.
 */
export function refusePrompts(given: LineGiven, parts: typeof PROMPTS_PARTS): void {
  const line = parts.workerLine<Prompt, never>(given);
  if (!line) return;
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = (what: string) => line.say({ what });
  const query = navigator.permissions?.query.bind(navigator.permissions);
  const undecided = async (name: string): Promise<boolean> => {
    try {
      return (await query({ name: name as PermissionName })).state === 'prompt';
    } catch {
      return true;
    }
  };
  const denied = (name = 'NotAllowedError') => new DOMException('The request was denied.', name);

  /** Puts another behaviour in the place of a method, while the agent is at work. It still looks native. */
  const instead = (owner: unknown, method: string, act: (native: () => unknown, args: unknown[]) => unknown) => {
    if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) return;
    const native: unknown = Reflect.get(owner, method);
    if (typeof native !== 'function') return;
    const apply = (target: object, self: unknown, args: unknown[]) => {
      const call = () => Reflect.apply(target as () => unknown, self, args);
      return line.isArmed() ? act(call, args) : call();
    };
    Reflect.set(owner, method, new Proxy(native, { apply }));
  };

  // Chrome brings the tab to the front to ask before it leaves a page. The page's own listeners run, on a twin.
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (!event.isTrusted || !line.isArmed()) return;
      event.stopImmediatePropagation();
      const twin = document.createEvent('BeforeUnloadEvent');
      twin.initEvent('beforeunload', false, true);
      window.dispatchEvent(twin);
      const text: unknown = Reflect.get(twin, 'returnValue');
      if (twin.defaultPrevented || (typeof text === 'string' && text !== ''))
        tell('wanted to ask before it was left, as pages do with changes that are not saved: left all the same');
    },
    true,
  );
  instead(window, 'print', () => {
    tell('wanted to print: nothing was printed');
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('afterprint'));
  });
  const location_ = (native: () => unknown, [, failed]: unknown[]) => {
    void undecided('geolocation').then((asks) => {
      if (!asks) return native();
      tell('asked for your location: denied');
      if (typeof failed === 'function')
        failed({
          code: 1,
          message: 'User denied Geolocation',
          PERMISSION_DENIED: 1,
          POSITION_UNAVAILABLE: 2,
          TIMEOUT: 3,
        });
    });
    return 0;
  };
  instead(window.Geolocation?.prototype, 'getCurrentPosition', location_);
  instead(window.Geolocation?.prototype, 'watchPosition', location_);
  instead(window.Notification, 'requestPermission', (native, [callback]) => {
    if (window.Notification.permission !== 'default') return native();
    tell('asked to show notifications: denied');
    if (typeof callback === 'function') callback('denied');
    return Promise.resolve('denied');
  });
  /** Methods that answer with a promise: what they ask for, the permission that decides, and how they are refused. */
  const promised: [unknown, string, string, string | undefined, string][] = [
    [window.MediaDevices?.prototype, 'getUserMedia', 'asked for camera or microphone', 'camera', 'NotAllowedError'],
    [window.MediaDevices?.prototype, 'getDisplayMedia', 'asked to record the screen', undefined, 'NotAllowedError'],
    [window.Clipboard?.prototype, 'read', 'asked to read the clipboard', 'clipboard-read', 'NotAllowedError'],
    [window.Clipboard?.prototype, 'readText', 'asked to read the clipboard', 'clipboard-read', 'NotAllowedError'],
    [window.Navigator.prototype, 'requestMIDIAccess', 'asked for MIDI devices', 'midi', 'NotAllowedError'],
    [page, 'showOpenFilePicker', 'opened a file chooser', undefined, 'AbortError'],
    [page, 'showSaveFilePicker', 'opened a file chooser', undefined, 'AbortError'],
    [page, 'showDirectoryPicker', 'opened a folder chooser', undefined, 'AbortError'],
    [page, 'queryLocalFonts', 'asked for the fonts of this computer', 'local-fonts', 'NotAllowedError'],
    [
      Reflect.get(page, 'USB') && Reflect.get(page.USB as object, 'prototype'),
      'requestDevice',
      'asked for a USB device',
      undefined,
      'NotFoundError',
    ],
    [
      Reflect.get(page, 'HID') && Reflect.get(page.HID as object, 'prototype'),
      'requestDevice',
      'asked for a device',
      undefined,
      'NotFoundError',
    ],
    [
      Reflect.get(page, 'Serial') && Reflect.get(page.Serial as object, 'prototype'),
      'requestPort',
      'asked for a serial port',
      undefined,
      'NotFoundError',
    ],
    [
      Reflect.get(page, 'Bluetooth') && Reflect.get(page.Bluetooth as object, 'prototype'),
      'requestDevice',
      'asked for a Bluetooth device',
      undefined,
      'NotFoundError',
    ],
    [window.PaymentRequest?.prototype, 'show', 'opened a payment sheet', undefined, 'AbortError'],
  ];
  for (const [owner, method, what, permission, error] of promised) {
    instead(owner, method, async (native) => {
      if (permission !== undefined && !(await undecided(permission))) return native();
      tell(`${what}: refused`);
      throw denied(error);
    });
  }
  for (const method of ['get', 'create']) {
    instead(window.CredentialsContainer?.prototype, method, async (native, [options]) => {
      const asks = typeof options === 'object' && options !== null && ('publicKey' in options || 'identity' in options);
      // Passkeys offered in a field's list wait there without a window of their own.
      const quiet =
        asks && 'mediation' in options && (options.mediation === 'conditional' || options.mediation === 'silent');
      if (!asks || quiet) return native();
      tell('asked for a passkey or a sign-in with another site: refused, since only a person can do that');
      throw denied();
    });
  }
}
