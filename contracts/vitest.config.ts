import { defineConfig } from 'vitest/config'

/** Consumer tests write one pact file, so their files run one after the other. */
export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['consumer/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    // One worker for all: Pact's native library takes half a second to load.
    isolate: false,
    testTimeout: 30_000,
  },
})
