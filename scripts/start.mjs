// npm start: sets up what is missing, builds, and does a real task in a background tab while another tab is in front.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium, ensureDependencies, root, run, say } from './set-up.mjs';

try {
  ensureDependencies();
  const chromium = ensureChromium();
  say(`Browser: ${chromium}`);
  say('Building the extension into .output/chrome-mv3.');
  run(join(root, 'node_modules/.bin/wxt'), ['build']);
  run(process.execPath, [join(root, 'scripts/build-native.mjs')]);
  const demo = spawnSync(
    join(root, 'node_modules/.bin/tsx'),
    [join(root, 'scripts/demo/main.ts'), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROME_PATH: chromium } },
  );
  process.exit(demo.status ?? 1);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
