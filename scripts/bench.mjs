// npm run bench [-- <part> [--json]]: sets up what is missing, then measures ours and a peer in one run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildNative } from './build-native.mjs';
import { ensureChromium, ensureDependencies, root } from './set-up.mjs';

ensureDependencies();
const chromium = ensureChromium();
const bin = (name) => join(root, 'node_modules/.bin', name);
const built = spawnSync(bin('wxt'), ['build'], { cwd: root, encoding: 'utf8' });
if (built.status !== 0) {
  process.stderr.write(`${built.stdout}${built.stderr}`);
  process.exit(1);
}
await buildNative();
const done = spawnSync(bin('tsx'), ['tests/bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROME_PATH: chromium },
});
process.exit(done.status ?? 1);
