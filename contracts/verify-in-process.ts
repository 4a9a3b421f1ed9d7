import { fork } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PactFile } from './provider/pact-file.ts'
import type { Verification } from './provider/verify.ts'

/** Verifies in a process of its own; what Pact prints goes to a log in this folder. */
export function verifyInProcess(file: PactFile, reports: string): Promise<Verification> {
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
        results: [],
        milliseconds: 0,
        problems: [`The verification of ${file.path} ended with ${code}; see ${log}.`],
      }),
    )
  })
}
