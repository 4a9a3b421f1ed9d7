import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'simulator/README.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'icims-languages-'))

/** Debian's own Python, whatever else is first on the path: python3-pytest and python3-requests belong to it. */
const python = '/usr/bin/python3'
const hasPython = spawnSync(python, ['-c', 'import pytest, requests']).status === 0
const hasRuby = spawnSync('rspec', ['--version']).status === 0
/** CI installs both; elsewhere they may be missing. */
const isDemanded = process.env.CI === 'true'

let simulator: ChildProcess
let url: string
beforeAll(async () => {
  simulator = spawn(
    process.execPath,
    [join(root, 'simulator/cli.ts'), '--json', '--port', '0', '--people', '24', '--clock', 'frozen', '--no-life'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: simulator.stdout! }).once('line', resolve),
  )
  url = JSON.parse(line).baseUrl
})
afterAll(() => {
  simulator.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** The one block of the README in this language, put into a file as it is written. */
function example(language: string, file: string): string {
  const [, text] = readme.match(new RegExp(`\n\`\`\`${language}\n(.*?)\n\`\`\`\n`, 's'))!
  const path = join(folder, file)
  writeFileSync(path, `${text}\n`)
  return path
}

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, ICIMS_SIMULATOR_URL: url, PYTHONDONTWRITEBYTECODE: '1' }
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
}

async function tenants(): Promise<number> {
  const answer = (await (await fetch(`${url}/_sim/tenants`)).json()) as { tenants: unknown[] }
  return answer.tenants.length
}

test.skipIf(!hasPython && !isDemanded)(
  'the Python of the README passes as it is written, and leaves nothing behind',
  async () => {
    const { code, output } = await run(python, [
      '-m',
      'pytest',
      '-q',
      '-p',
      'no:cacheprovider',
      example('python', 'test_icims.py'),
    ])
    expect([code, output]).toEqual([0, expect.stringMatching(/^2 passed/m)])
    expect(await tenants()).toBe(1)
  },
)

test.skipIf(!hasRuby && !isDemanded)(
  'the Ruby of the README passes as it is written, and leaves nothing behind',
  async () => {
    const { code, output } = await run('rspec', [example('ruby', 'icims_spec.rb')])
    expect([code, output]).toEqual([0, expect.stringMatching(/^2 examples, 0 failures$/m)])
    expect(await tenants()).toBe(1)
  },
)
