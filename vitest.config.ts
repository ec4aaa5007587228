import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Browser suites run one file at a time: each starts a Chromium, and the machine has two cores. */
const inBrowser = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { plugins: [WxtVitest()], test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'native',
          include: ['tests/native/**/*.test.ts'],
          globalSetup: 'tests/native/harness/build.ts',
          testTimeout: 30_000,
        },
      },
      { test: { name: 'page', include: ['tests/page/**/*.test.ts'], ...inBrowser } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...inBrowser } },
    ],
  },
});
