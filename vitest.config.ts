import { defineConfig } from 'vitest/config'

/** The quick tier: `npm test`. Long properties, kills and builds are in `test/deep.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/deep/**', 'node_modules/**'],
    globalSetup: ['test/coverage.ts'],
    // Servers that a test starts as processes of their own check their answers, and end with 1 where one did not fit.
    env: { ICIMS_SIMULATOR_STRICT: '1', ICIMS_CONNECTOR_STRICT: '1' },
    pool: 'forks',
    // One core less unless told otherwise, which on two cores is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
