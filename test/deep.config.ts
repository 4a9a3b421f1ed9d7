import { defineConfig } from 'vitest/config'

/** The slow tier: `npm run test:deep`. Long properties, real kills, the built package, and faults put in on purpose. */
process.env.PROPERTY_RUNS ??= '400'
process.env.REQUEST_RUNS ??= '20000'
process.env.CRASH_EVERY ??= '1'
process.env.PRESET_RUNS ??= '60'
process.env.RECORD_RUNS ??= '40'

export default defineConfig({
  test: {
    include: [
      'test/deep/**/*.test.ts',
      'test/simulator/store.test.ts',
      'test/simulator/requests.property.test.ts',
      'test/simulator/layers.property.test.ts',
      'test/simulator/files/files.test.ts',
      'test/simulator/files/resume.test.ts',
      'test/simulator/search/search.property.test.ts',
      'test/simulator/seed/seed-world.test.ts',
      'test/connector/actions/crash.test.ts',
      'test/connector/api/changed-after.test.ts',
      'test/connector/api/passthrough.test.ts',
      'test/connector/models/safe-html.test.ts',
      'test/connector/sync/any-records.property.test.ts',
      'test/connector/sync/crash.test.ts',
      'test/connector/sync/presets.property.test.ts',
      'test/connector/sync/sync.test.ts',
    ],
    // Servers that a test starts as processes of their own check their answers, and end with 1 where one did not fit.
    env: { ICIMS_SIMULATOR_STRICT: '1', ICIMS_CONNECTOR_STRICT: '1' },
    pool: 'forks',
    // One core less unless told otherwise, which on two cores is half.
    maxWorkers: '100%',
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
