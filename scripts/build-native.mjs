// Bundles native/ into one file that runs with nothing but Node: native/dist/offstage.js.
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Builds the bundle and returns its path. */
export async function buildNative(outfile = join(root, 'native/dist/offstage.js')) {
  await build({
    entryPoints: [join(root, 'native/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'warning',
    legalComments: 'inline',
    banner: {
      // Some dependencies are CommonJS and call require, which a module does not have.
      js: "#!/usr/bin/env node\nimport { createRequire as offstageCreateRequire } from 'node:module';\nconst require = offstageCreateRequire(import.meta.url);",
    },
  });
  chmodSync(outfile, 0o755);
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outfile = await buildNative();
  process.stdout.write(`Built ${outfile}\n`);
}
