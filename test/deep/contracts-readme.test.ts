import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'contracts/cli.ts')
const readme = readFileSync(join(root, 'contracts/README.md'), 'utf8')
const top = mkdtempSync(join(tmpdir(), 'icims-ten-minutes-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(top, { recursive: true })
})

/** Debian's own Python, whatever else is first on the path: python3-pytest and python3-requests belong to it. */
const python = '/usr/bin/python3'
const hasPython = spawnSync(python, ['-c', 'import pytest, requests']).status === 0
const isDemanded = process.env.CI === 'true'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(top, 'project-'))
  mkdirSync(join(folder, 'pacts'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})

/** The one block of the README in this language, put into a file as it is written. */
function example(language: string, file: string): string {
  const [, text] = readme.match(new RegExp(`\n\`\`\`${language}\n(.*?)\n\`\`\`\n`, 's'))!
  const path = join(folder, file)
  writeFileSync(path, `${text}\n`)
  return path
}

function run(command: string, args: string[], variables: object = {}): Promise<{ code: number; output: string }> {
  const env = { ...process.env, PACT_DO_NOT_TRACK: '1', PYTHONDONTWRITEBYTECODE: '1', ...variables }
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
}

const verify = () => run(process.execPath, [cli, 'verify', 'pacts', '--junit', 'contracts.xml'])
const holds = { code: 0, output: expect.stringContaining('It holds: 2 verified, 0 failed, 0 skipped.') }

test('the JavaScript way passes as it is written, and its pact holds', async () => {
  const tested = await run(process.execPath, ['--test', example('js', 'icims.test.mjs')])
  expect(tested).toEqual({ code: 0, output: expect.stringMatching(/pass 2/) })
  expect(await verify()).toEqual(holds)
  expect(readFileSync(join(folder, 'contracts.xml'), 'utf8')).toContain('tests="2" failures="0"')
})

test.skipIf(!hasPython && !isDemanded)(
  'the Python way passes as it is written, and the committed pact holds',
  async () => {
    const pact = example('json', 'pacts/my-connector-icims-api.json')
    const port = await freePort()
    const stub = spawn(process.execPath, [cli, 'stub', '--file', pact, '--port', String(port)], { stdio: 'ignore' })
    children.push(stub)
    await answers(`http://127.0.0.1:${port}`)
    const file = example('python', 'test_icims.py')
    const variables = { ICIMS_URL: `http://127.0.0.1:${port}` }
    const tested = await run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', file], variables)
    const ended = new Promise((resolve) => stub.once('exit', resolve))
    stub.kill('SIGTERM')
    await ended
    expect(tested).toEqual({ code: 0, output: expect.stringMatching(/^2 passed/m) })
    expect(await verify()).toEqual(holds)
  },
)

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Waits until something answers there. */
async function answers(url: string): Promise<void> {
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 50))
}
