import { fork } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { checkPactFiles } from './provider/guards.ts'
import type { Verification } from './provider/icims.ts'
import { type PactFile, readPactFiles } from './provider/pact-file.ts'
import { stateHandlers } from './provider/states.ts'
import { describeStates } from './state-catalogue.ts'

/**
 * `npm run contracts`: writes the pact files by driving the connector, replays them against the simulator, and puts them in
 * place when all that went well. With `--check` nothing is put in place: the files must come out as they are on disk.
 */
const pacts = fileURLToPath(new URL('./pacts', import.meta.url))
const catalogue = fileURLToPath(new URL('./states.json', import.meta.url))
const catalogued = `${JSON.stringify(describeStates(), null, 1)}\n`
process.env.PACT_DO_NOT_TRACK = '1'
const draft = mkdtempSync(join(tmpdir(), 'icims-pacts-'))
const problems = await run(process.argv.includes('--check')).finally(() => rmSync(draft, { recursive: true }))
for (const problem of problems) process.stderr.write(`✗ ${problem}\n`)
// Vitest keeps its workers' handles; everything that matters is done.
process.exit(problems.length === 0 ? 0 : 1)

async function run(isCheck: boolean): Promise<string[]> {
  const written = await writePacts()
  if (written === undefined) return ['The consumer tests failed. The pact files are as they were.']
  const files = readPactFiles(draft)
  if (files.length === 0) return ['No pact file was written.']
  const found = checkPactFiles(files, Object.keys(stateHandlers), written)
  for (const file of files) {
    const { verified, milliseconds, problems } = await verify(file)
    const result = problems.length === 0 ? 'passed' : 'FAILED'
    process.stdout.write(
      `${file.consumer} → ${file.provider}   ${verified} interactions   ${(milliseconds / 1_000).toFixed(1)} s   ${result}\n`,
    )
    found.push(...problems)
  }
  if (isCheck) return [...found, ...drift()]
  if (found.length > 0) return [...found, 'The pact files are as they were.']
  rmSync(pacts, { recursive: true, force: true })
  cpSync(draft, pacts, { recursive: true })
  writeFileSync(catalogue, catalogued)
  return []
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

/** Runs the consumer tests, which write into the draft folder; how many passed, or undefined when one did not. */
async function writePacts(): Promise<number | undefined> {
  process.env.ICIMS_PACTS = draft
  const root = fileURLToPath(new URL('.', import.meta.url))
  const config = fileURLToPath(new URL('./vitest.config.ts', import.meta.url))
  const vitest = await startVitest('test', [], { root, config, watch: false, reporters: ['dot'] })
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  await vitest.close()
  process.exitCode = 0
  return tests.length > 0 && tests.every((test) => test.result().state === 'passed') ? tests.length : undefined
}

function drift(): string[] {
  const names = new Set([...(existsSync(pacts) ? readdirSync(pacts) : []), ...readdirSync(draft)])
  const drifted = [...names]
    .filter((name) => read(join(draft, name)) !== read(join(pacts, name)))
    .map((name) => `contracts/pacts/${name} is not what the consumer tests write. Run npm run contracts and commit it.`)
  if (read(catalogue) === catalogued) return drifted
  return [...drifted, 'contracts/states.json is not what states.ts says. Run npm run contracts and commit it.']
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
