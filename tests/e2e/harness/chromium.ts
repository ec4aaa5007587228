import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, launch, type Page, type Target, type WebWorker } from 'puppeteer';

export const EXTENSION_ID = 'kfkibhifdhdjlpfdlijjlpmndcnbnjll';
/** The build that is tested; another one when EXTENSION_DIR says so, such as an unpacked zip. */
export const EXTENSION_DIR =
  process.env.EXTENSION_DIR ?? join(dirname(fileURLToPath(import.meta.url)), '../../../.output/chrome-mv3');

/** Keep a closed network quiet, and let a container run it as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface RunningBrowser {
  browser: Browser;
  /** The extension's worker, started again if it was killed meanwhile. */
  worker(): Promise<WebWorker>;
  /** Kills the extension's worker, and resolves when it is gone: what is sent to one that is ending is answered by nobody. */
  killWorker(): Promise<void>;
  /** An own page of the extension in a background tab, with chrome.* at hand. */
  openOwnPage(path: string): Promise<Page>;
  /** Resolves when the extension's worker runs again after it was killed. */
  restarted(): Promise<void>;
  /** Loads the extension again and resolves when its next worker runs. */
  reload(): Promise<void>;
  userDataDir: string;
  close(): Promise<void>;
}

/** Starts a real Chromium with the built extension. A profile that was given is kept at the end. */
export async function startChromium(
  given: {
    userDataDir?: string;
    headless?: boolean;
    env?: Record<string, string>;
    args?: string[];
    ignoreDefaultArgs?: string[];
    /** Other extensions beside ours. */
    extensions?: string[];
  } = {},
): Promise<RunningBrowser> {
  const userDataDir = given.userDataDir ?? (await newProfile());
  const browser = await launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: given.headless ?? true,
    pipe: true,
    // Below the limit of a test, so that a call without an answer is named.
    protocolTimeout: 45_000,
    enableExtensions: [EXTENSION_DIR, ...(given.extensions ?? [])],
    userDataDir,
    args: [...FLAGS, ...(given.args ?? [])],
    ...(given.ignoreDefaultArgs ? { ignoreDefaultArgs: given.ignoreDefaultArgs } : {}),
    // In a real window pages have the size of the window, so that what is around them can be found.
    ...(given.headless === false ? { defaultViewport: null } : {}),
    ...(given.env ? { env: { ...process.env, ...given.env } } : {}),
  });
  await workerReady(browser);
  return {
    browser,
    userDataDir,
    async worker() {
      await browser.waitForTarget(isWorker);
      const worker = await newestWorker(browser)?.worker();
      if (!worker) throw new Error('the extension has no worker');
      return worker;
    },
    killWorker: () => killWorker(browser),
    async openOwnPage(path) {
      const page = await browser.newPage({ background: true });
      await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
      return page;
    },
    restarted: () => workerReady(browser),
    async reload() {
      const old = newestWorker(browser);
      const reloading = (await old?.worker())?.evaluate(() => chrome.runtime.reload());
      reloading?.catch(() => undefined);
      await browser.waitForTarget((target) => isWorker(target) && target !== old);
      await workerReady(browser);
    },
    async close() {
      await browser.close();
      if (!given.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Without developer mode an unpacked extension stays off after it was reloaded. */
async function newProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offstage-profile-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default/Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}');
  return folder;
}

/** A worker is a target before it has its chrome.* and has run: what is sent to it then is lost. */
async function workerReady(browser: Browser): Promise<void> {
  await browser.waitForTarget(isWorker);
  const worker = await newestWorker(browser)?.worker();
  const end = Date.now() + 10_000;
  while (!(await worker?.evaluate('typeof chrome === "object" && chrome.commands?.onCommand.hasListeners()'))) {
    if (Date.now() > end) throw new Error("the extension's worker did not start within 10 s");
  }
}

/**
 * Through the domain that knows when it has stopped: closing its target resolves earlier, and a message in between is
 * answered by nobody. An own page must be open.
 */
async function killWorker(browser: Browser): Promise<void> {
  const own = `chrome-extension://${EXTENSION_ID}/`;
  // Not of `browser.pages()`, which waits for every page that is on its way.
  const page = browser.targets().find((target) => target.type() === 'page' && target.url().startsWith(own));
  if (!page) throw new Error('no page of the extension is open');
  const client = await page.createCDPSession();
  try {
    const running = new Promise<string>((resolve) => {
      client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        // Workers of sites are told of too.
        const version = versions.find((each) => each.runningStatus === 'running' && each.scriptURL.startsWith(own));
        if (version) resolve(version.versionId);
      });
    });
    await client.send('ServiceWorker.enable');
    const versionId = await running;
    const stopped = new Promise<void>((resolve) => {
      client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some((each) => each.versionId === versionId && each.runningStatus === 'stopped')) resolve();
      });
    });
    // With puppeteer's session on it the next one would be the same target, waiting for a debugger to let it start.
    await (await newestWorker(browser)?.worker())?.client.detach();
    await client.send('ServiceWorker.stopWorker', { versionId });
    await stopped;
  } finally {
    await client.detach();
  }
}

/** The worker of an extension that was reloaded stays listed, and answers nothing. */
function newestWorker(browser: Browser): Target | undefined {
  return browser.targets().findLast(isWorker);
}

function isWorker(target: { type(): string; url(): string }): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${EXTENSION_ID}/`);
}
