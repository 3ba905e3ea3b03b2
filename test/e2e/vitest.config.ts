// The suite that needs npm: the package as a user gets it, packed and installed. `npm run test:e2e`
import { defineConfig } from 'vitest/config';
import Summary from '../summary.js';

export default defineConfig({
  define: { PERMLINT_VERSION: '"0.0.0-test"', PERMLINT_PACKS: '"none"' },
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/install.ts'],
    reporters: [['default', { summary: false }], new Summary()],
    testTimeout: 60_000,
    fileParallelism: false,
  },
});
