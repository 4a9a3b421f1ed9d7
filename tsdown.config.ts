import { defineConfig } from 'tsdown'

const shared = { platform: 'node', target: 'node22.18' } as const

/** What reads files is started as a worker, beside whoever starts it; so is what replays pacts. */
const worker = { 'extraction-worker': 'simulator/files/text/extraction-worker.ts' }
const verifier = { 'pact-verifier': 'contracts/provider/main.ts' }

/** What is published: plain JavaScript, for a Node that does not run TypeScript out of a package. */
export default defineConfig([
  {
    ...shared,
    entry: {
      simulator: 'simulator/index.ts',
      testing: 'simulator/testing/index.ts',
      vitest: 'simulator/testing/vitest.ts',
      connector: 'connector/index.ts',
      contracts: 'contracts/index.ts',
      ...worker,
      ...verifier,
    },
    dts: true,
  },
  {
    ...shared,
    entry: {
      'icims-simulator': 'simulator/cli.ts',
      'icims-connector': 'connector/cli.ts',
      'icims-contracts': 'contracts/cli.ts',
      ...worker,
      ...verifier,
    },
    outDir: 'dist/bin',
    dts: false,
    // A command line starts faster when it reads ten files of its own instead of hundreds of its packages'.
    // Pact is native, and the user's own.
    noExternal: [/^(?!pg$|@pact-foundation\/|node:)/],
    inlineOnly: false,
  },
])
