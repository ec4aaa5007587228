import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Browser suites wait more than they work: two files at a time, each with Chromiums of its own, suit two cores. Limits are
 * for a machine that is busy with other things; what holds is found at once.
 */
const inBrowser = { maxWorkers: 2, testTimeout: 90_000, hookTimeout: 90_000, expect: { poll: { timeout: 20_000 } } };

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
