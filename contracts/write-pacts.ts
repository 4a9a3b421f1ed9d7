import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { type Pair, pairs } from './pairs.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** How long each consumer test of a contract took, in milliseconds. */
export type Written = { pair: Pair; milliseconds: number[] }

/**
 * Drives the consumers, which write their pact files into a folder.
 *
 * @returns what was written of each contract, or the names of the tests that did not pass.
 */
export async function writePacts(folder: string): Promise<Written[] | { failed: string[] }> {
  process.env.ICIMS_PACTS = folder
  const config = fileURLToPath(new URL('./vitest.config.ts', import.meta.url))
  const vitest = await startVitest('test', [], { root, config, watch: false, reporters: ['dot'] })
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => ({ test, folder: relative(root, dirname(module.moduleId)) })),
  )
  const broken = modules.filter((module) => module.state() === 'failed').map(({ moduleId }) => relative(root, moduleId))
  await vitest.close()
  // Vitest has set it, for a run that is ours to judge.
  process.exitCode = 0
  const failed = tests.filter(({ test }) => test.result().state !== 'passed').map(({ test }) => test.fullName)
  if (failed.length > 0 || broken.length > 0 || tests.length === 0) return { failed: [...failed, ...broken] }
  return pairs.map((pair) => ({
    pair,
    milliseconds: tests.filter(({ folder }) => folder === pair.tests).map(({ test }) => test.diagnostic()!.duration),
  }))
}
