import { expect, test } from 'vitest';
import type { DebuggerSession } from '../../../src/browser/debugger-session';
import { type Press, Touches } from '../../../src/browser/touches';

/** A session that only carries what is sent through it and what is said on it. */
function watched() {
  const touched: (Press | undefined)[] = [];
  const listeners = new Map<string, (params: object) => void>();
  let sending: (method: string, params: object) => void = () => undefined;
  let binding = '';
  const session = {
    beforeSend: (listener: typeof sending) => {
      sending = listener;
    },
    on: (event: string, listener: (params: object) => void) => listeners.set(event, listener),
    send: async (method: string, params: { name?: string }) => {
      if (method === 'Runtime.addBinding') binding = params.name ?? '';
    },
  } as unknown as DebuggerSession;
  const touches = new Touches(session, (press) => touched.push(press), new AbortController().signal);
  return {
    touched,
    watch: () => touches.watch(),
    sends: (method: string, params: object) => sending(method, params),
    hears: (touch: object) => {
      const said = { key: '', acts: true, label: 'Send', scale: 1, ageMs: 0, ...touch };
      listeners.get('Runtime.bindingCalled')?.({ name: binding, payload: JSON.stringify(said) });
    },
  };
}

const press = (x: number, y: number) => ['Input.dispatchMouseEvent', { type: 'mousePressed', x, y }] as const;

test.each([
  ['where the agent pressed', { x: 100, y: 50 }, 0],
  ['a fraction beside', { x: 100.6, y: 49.5 }, 0],
  ['elsewhere', { x: 300, y: 50 }, 1],
  ['in a frame, which counts from its own corner', {}, 0],
  ['on a page that is zoomed to double', { x: 50, y: 25, scale: 2 }, 0],
  ['elsewhere on such a page', { x: 50, y: 200, scale: 2 }, 1],
])('a press %s', async (_, where, told) => {
  const { touched, watch, sends, hears } = watched();
  await watch();
  sends(...press(100, 50));
  hears({ kind: 'pointerdown', ...where });
  expect(touched).toHaveLength(told);
});

test('a hand that presses elsewhere before the press of the agent arrives is not taken for it, nor that for the hand', async () => {
  const { touched, watch, sends, hears } = watched();
  await watch();
  sends(...press(100, 50));
  hears({ kind: 'pointerdown', label: 'Archive', x: 10, y: 10 });
  hears({ kind: 'pointerdown', label: 'Send', x: 100, y: 50 });
  expect(touched).toEqual([{ acts: true, label: 'Archive' }]);
});

test('keys are told apart by what they are, and scrolling is no press', async () => {
  const { touched, watch, sends, hears } = watched();
  await watch();
  sends('Input.dispatchKeyEvent', { type: 'keyDown', key: 'a' });
  hears({ kind: 'keydown', key: 'a', acts: false, label: '' });
  hears({ kind: 'keydown', key: 'Enter', label: '' });
  hears({ kind: 'wheel', acts: false, label: '' });
  expect(touched).toEqual([{ acts: true, label: '' }, undefined]);
});
