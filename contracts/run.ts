import { fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { checkPactFiles } from './provider/guards.ts'
import type { Verification } from './provider/icims.ts'
import { type PactFile, readPactFiles } from './provider/pact-file.ts'
import { stateHandlers } from './provider/states.ts'

/**
 * `npm run contracts`: writes the pact files by driving the connector, then replays them against the simulator. With
 * `--check` the files must come out as they are on disk.
 */
const pacts = fileURLToPath(new URL('./pacts', import.meta.url))
process.env.PACT_DO_NOT_TRACK = '1'
const problems = await run(process.argv.includes('--check'))
for (const problem of problems) process.stderr.write(`✗ ${problem}\n`)
// Vitest keeps its workers' handles; everything that matters is done.
process.exit(problems.length === 0 ? 0 : 1)

async function run(isCheck: boolean): Promise<string[]> {
  const before = mkdtempSync(join(tmpdir(), 'icims-pacts-'))
  if (existsSync(pacts)) cpSync(pacts, before, { recursive: true })
  // A renamed interaction would stay in the file otherwise.
  rmSync(pacts, { recursive: true, force: true })
  const written = await writePacts()
  if (written === undefined) return ['The consumer tests failed.']
  const files = readPactFiles(pacts)
  const found = checkPactFiles(files, Object.keys(stateHandlers), written)
  if (isCheck) found.push(...drift(before))
  rmSync(before, { recursive: true })
  if (files.length === 0) return [...found, 'No pact file was written.']
  for (const file of files) {
    const { verified, milliseconds, problems } = await verify(file)
    const result = problems.length === 0 ? 'passed' : 'FAILED'
    process.stdout.write(
      `${file.consumer} → ${file.provider}   ${verified} interactions   ${(milliseconds / 1_000).toFixed(1)} s   ${result}\n`,
    )
    found.push(...problems)
  }
  return found
}

/** Verifies in a process of its own; what Pact prints goes to `contracts/reports`. */
function verify(file: PactFile): Promise<Verification> {
  const reports = fileURLToPath(new URL('./reports', import.meta.url))
  mkdirSync(reports, { recursive: true })
  const log = join(reports, `${file.consumer}-${file.provider}.log`)
  const output = openSync(log, 'w')
  const main = fileURLToPath(new URL('./provider/main.ts', import.meta.url))
  const child = fork(main, { stdio: ['ignore', output, output, 'ipc'] })
  child.send(file)
  return new Promise((resolve) => {
    child.once('message', (result: Verification) => {
      if (result.problems.length > 0) process.stderr.write(readFileSync(log, 'utf8'))
      resolve(result)
    })
    child.once('exit', (code) =>
      resolve({
        verified: 0,
        milliseconds: 0,
        problems: [`The verification of ${file.path} ended with ${code}; see ${log}.`],
      }),
    )
  })
}

/** Runs the consumer tests; how many passed, or undefined when one did not. */
async function writePacts(): Promise<number | undefined> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const config = fileURLToPath(new URL('./vitest.config.ts', import.meta.url))
  const vitest = await startVitest('test', [], { root, config, watch: false, reporters: ['dot'] })
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  await vitest.close()
  process.exitCode = 0
  return tests.length > 0 && tests.every((test) => test.result().state === 'passed') ? tests.length : undefined
}

function drift(before: string): string[] {
  const names = new Set([...readdirSync(before), ...readdirSync(pacts)])
  return [...names]
    .filter((name) => read(join(before, name)) !== read(join(pacts, name)))
    .map((name) => `contracts/pacts/${name} is not what the consumer tests write. Run npm run contracts and commit it.`)
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
