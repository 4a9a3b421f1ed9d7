import { fork } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PactFile } from './provider/pact-file.ts'
import type { Keeper } from './provider/providers.ts'
import type { Verification } from './provider/verify.ts'

/** Verifies in a process of its own; what Pact prints goes to a log in this folder. */
export function verifyInProcess(file: PactFile, keeper: Keeper, reports: string): Promise<Verification> {
  mkdirSync(reports, { recursive: true })
  const log = join(reports, `${file.consumer}-${file.provider}.log`)
  const output = openSync(log, 'w')
  // The published package has it beside everything else.
  const name = import.meta.url.endsWith('.ts') ? './provider/main.ts' : './pact-verifier.mjs'
  const main = fileURLToPath(new URL(name, import.meta.url))
  // Flags of whoever embeds this are not meant for it.
  const child = fork(main, { execArgv: [], stdio: ['ignore', output, output, 'ipc'] })
  child.send({ file, keeper })
  return new Promise((resolve) => {
    child.once('message', (result: Verification) => {
      child.removeAllListeners('exit')
      resolve(result)
    })
    child.once('exit', (code) => {
      const problem = `The verification of ${file.consumer} → ${file.provider} ended with ${code}: ${lastError(log)}`
      resolve({ results: [], milliseconds: 0, problems: [problem] })
    })
  })
}

/** The line that says what went wrong, of a process that died of it. */
function lastError(log: string): string {
  const lines = readFileSync(log, 'utf8').split('\n')
  return lines.findLast((line) => /^\w*(Error|panicked)\b/.test(line)) ?? 'it said nothing.'
}
