// The suite: Node alone, under two minutes on two cores.
import { defineConfig } from 'vitest/config';
import Summary from './summary.js';

export default defineConfig({
  define: { PERMLINT_VERSION: '"0.0.0-test"', PERMLINT_PACKS: '"none"' },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    globalSetup: ['test/setup.ts'],
    reporters: [['default', { summary: false }], new Summary()],
    // nothing here changes what other files see, and each would load the program anew
    isolate: false,
    // the default leaves one core to watching
    maxWorkers: 2,
    // a machine that does something else beside is slow, not wrong
    testTimeout: 20_000,
    env: { NO_COLOR: '', FORCE_COLOR: '' },
  },
});
