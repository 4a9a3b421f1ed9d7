import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../../contracts/cli.ts', import.meta.url))

/** What a command line did. */
export type Ran = { code: number | null; stdout: string; stderr: string }

/** Runs the contracts' command line to its end, with nothing of this process's own settings. */
export function runContracts(args: readonly string[], variables: object = {}, input?: string): Promise<Ran> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ICIMS_')))
  const stdin = input === undefined ? 'ignore' : 'pipe'
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...env, ...variables },
    stdio: [stdin, 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]!.on('data', (chunk) => {
      ran[name] += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ran, code }))
  })
}
