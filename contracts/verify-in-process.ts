import { fork } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
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
  const child = fork(main, { stdio: ['ignore', output, output, 'ipc'] })
  child.send({ file, keeper })
  return new Promise((resolve) => {
    child.once('message', (result: Verification) => resolve(result))
    child.once('exit', (code) =>
      resolve({
        results: [],
        milliseconds: 0,
        problems: [`The verification of ${file.path} ended with ${code}; see ${log}.`],
      }),
    )
  })
}
