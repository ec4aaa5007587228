import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

/** A virtual screen: real windows with real keyboard focus, for what headless Chromium does not have. */
export interface Display {
  /** Value of DISPLAY, for example `:99`. */
  name: string;
  /** Presses a chord such as `ctrl+shift+y` in the window that has the focus. */
  press(chord: string): void;
  /** Moves the mouse to a point of the screen and presses its left button. */
  click(x: number, y: number): void;
  close(): void;
}

/** Starts Xvfb on a free display number. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLine(server);
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  return {
    name,
    press(chord) {
      // Without a window manager nobody gives the window the focus.
      const windows = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'chrom'], {
        env,
        encoding: 'utf8',
      });
      const window = windows.trim().split('\n').at(-1) ?? '';
      execFileSync('xdotool', ['windowfocus', '--sync', window, 'key', '--clearmodifiers', chord], { env });
    },
    click(x, y) {
      execFileSync('xdotool', ['mousemove', String(x), String(y), 'click', '1'], { env });
    },
    close: () => void server.kill(),
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const pipe = server.stdio[3];
    if (!pipe) return reject(new Error('Xvfb has no pipe'));
    pipe.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}
