// npm test: sets up what is missing, then runs every check there is. Prints the failing part last.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { ensureChromium, ensureCommands, ensureDependencies, root, say } from './set-up.mjs';

ensureDependencies();
const chromium = ensureChromium();
ensureCommands({ Xvfb: 'xvfb', xdotool: 'xdotool' });
say(`Browser: ${chromium}`);

const reports = mkdtempSync(join(tmpdir(), 'offstage-test-'));
const vitest = (project) => [
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${project}.json`)}`,
];
const STEPS = [
  { name: 'types', command: ['tsc'] },
  { name: 'style, lint and import boundaries', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'build', command: ['wxt', 'build'] },
  { name: 'build of the native part', command: [process.execPath, 'scripts/build-native.mjs'] },
  { name: 'unit tests', command: vitest('unit'), project: 'unit' },
  { name: 'native tests', command: vitest('native'), project: 'native' },
  { name: 'page tests', command: vitest('page'), project: 'page' },
  { name: 'end-to-end tests', command: vitest('e2e'), project: 'e2e' },
];

let passed = 0;
let failed = 0;
const failures = [];
for (const step of STEPS) {
  const begun = Date.now();
  const { code, output } = await runStep(step.command);
  const counts = step.project ? countTests(step.project) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A file that cannot be loaded, and a runner that dies before it reports, fail without a test.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  passed += counts.passed;
  failed += counts.failed;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  say(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s, ${counts.passed} passed, ${counts.failed} failed)`,
  );
  if (code !== 0) failures.push({ name: step.name, output });
  // Without a build the tests of the built extension would only repeat the news.
  if (code !== 0 && step.name.startsWith('build')) break;
}

for (const { name, output } of failures) say(`\n===== ${name} =====\n${output}`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && failures.length === 0 ? 0 : 1);

function runStep([command, ...args]) {
  return new Promise((resolve) => {
    // An absolute path, such as Node's own, stays as it is.
    const child = spawn(resolvePath(root, 'node_modules/.bin', command), args, {
      cwd: root,
      env: { ...process.env, CHROME_PATH: chromium, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function countTests(project) {
  try {
    const report = JSON.parse(readFileSync(join(reports, `${project}.json`), 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
