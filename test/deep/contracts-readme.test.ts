import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { listen } from '../../simulator/server.ts'
import { createTenant } from '../tenant.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'contracts/cli.ts')
const readme = readFileSync(join(root, 'contracts/README.md'), 'utf8')
const top = mkdtempSync(join(tmpdir(), 'icims-ten-minutes-'))
afterAll(() => rmSync(top, { recursive: true }))

/** Debian's own Python, whatever else is first on the path: python3-pytest and python3-requests belong to it. */
const python = '/usr/bin/python3'
const hasPython = spawnSync(python, ['-c', 'import pytest, requests']).status === 0
const isDemanded = process.env.CI === 'true'

let folder: string
/** An empty project, in which what `npm install` would bring is there. */
beforeEach(() => {
  folder = mkdtempSync(join(top, 'project-'))
  const own = join(folder, 'node_modules/icims-simulator')
  mkdirSync(own, { recursive: true })
  symlinkSync(join(root, 'node_modules/@pact-foundation'), join(folder, 'node_modules/@pact-foundation'))
  writeFileSync(join(own, 'package.json'), '{"exports":{"./testing":"./testing.mjs"}}')
  writeFileSync(join(own, 'testing.mjs'), `export * from ${JSON.stringify(join(root, 'simulator/testing/index.ts'))}\n`)
  command('npx', `shift\nexec "${process.execPath}" "${cli}" "$@"`)
  command('node', `exec "${process.execPath}" "$@"`)
  command('python3', `exec ${python} "$@"`)
})

/** Puts a command before all others on the path. */
function command(name: string, script: string): void {
  const path = join(folder, 'bin', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

/** The block of the README that is to be this file. */
function block(file: string): string {
  const [, text] = readme.match(new RegExp(`\n\`\`\`\\w+ ${file.replaceAll('.', '\\.')}\n(.*?)\n\`\`\`\n`, 's'))!
  return `${text}\n`
}

/** Puts such blocks into files as they are written. */
function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), block(file))
  }
}

/** Runs lines of a job, until one fails. */
function run(lines: string, variables: object = {}): Promise<{ code: number; output: string }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    PYTHONDONTWRITEBYTECODE: '1',
    ...variables,
  }
  // A run of tests within one of Vitest is not part of it.
  for (const name of ['NODE_TEST_CONTEXT', 'VITEST']) delete env[name]
  return new Promise((resolve) => {
    execFile('sh', ['-e', '-c', lines], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
}

const kept = 'It holds: 2 verified, 0 failed, 0 skipped.'

test('the JavaScript way passes as it is written, and its pact holds', async () => {
  write('icims.test.mjs')
  const { jobs } = parse(block('.github/workflows/contracts.yml'))
  const lines = jobs.contracts.steps.flatMap(({ run: line }: { run?: string }) => line ?? [])
  expect(lines[0]).toBe('npm ci')
  const { code, output } = await run(lines.slice(1).join('\n'))
  expect([code, output]).toEqual([0, expect.stringMatching(/pass 2/)])
  expect(output).toContain(kept)
  expect(readFileSync(join(folder, 'contracts.xml'), 'utf8')).toContain('tests="2" failures="0"')
})

test.skipIf(!hasPython && !isDemanded)('the Python way passes as it is written, by a committed pact', async () => {
  write('pacts/my-connector-icims-api.json', 'test_icims.py')
  const { code, output } = await run(block('python-job.sh'))
  expect([code, output]).toEqual([0, expect.stringMatching(/2 passed/)])
  expect(output).toContain(kept)
})

test.skipIf(!hasPython && !isDemanded)('a Python client that asks otherwise than its pact fails the job', async () => {
  write('pacts/my-connector-icims-api.json', 'test_icims.py')
  const file = join(folder, 'test_icims.py')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"firstname,email"', '"firstname"'))
  const { code, output } = await run(block('python-job.sh'))
  expect([code, output]).toEqual([1, expect.stringMatching(/[12] failed/)])
  expect(output).not.toContain(kept)
})

test('a pact in the form of pact-jvm holds', async () => {
  const v4 = (key: string, description: string, state: object, path: string, response: object) => ({
    comments: { testname: 'com.example.IcimsTest.readsAPerson', text: [] },
    description,
    key,
    pending: false,
    providerStates: [state],
    request: { method: 'GET', path, query: { fields: ['firstname,email'] } },
    response,
    type: 'Synchronous/HTTP',
  })
  const type = { combine: 'AND', matchers: [{ match: 'type' }] }
  const body = {
    content: { email: 'ann@example.com', firstname: 'Ann' },
    contentType: 'application/json',
    encoded: false,
  }
  const pact = {
    consumer: { name: 'my-connector' },
    interactions: [
      v4('a1', 'a request for a person', { name: 'a person', params: { id: 71 } }, '/customers/4321/people/71', {
        body,
        headers: { 'Content-Type': ['application/json; charset=UTF-8'] },
        matchingRules: {
          body: { '$.email': type, '$.firstname': type },
          header: {
            'Content-Type': {
              combine: 'AND',
              matchers: [{ match: 'regex', regex: 'application/json(;\\s?charset=[\\w\\-]+)?' }],
            },
          },
        },
        status: 200,
      }),
      v4('a2', 'a request for nobody', { name: 'an empty tenant' }, '/customers/4321/people/999', { status: 404 }),
    ],
    metadata: { 'pact-jvm': { version: '4.6.17' }, pactSpecification: { version: '4.0' } },
    provider: { name: 'icims-api' },
  }
  mkdirSync(join(folder, 'target/pacts'), { recursive: true })
  writeFileSync(join(folder, 'target/pacts/my-connector-icims-api.json'), JSON.stringify(pact))
  const [maven, ...rest] = block('java-job.sh').split('\n')
  expect(maven).toBe('mvn --batch-mode test')
  const { code, output } = await run(rest.join('\n'))
  expect([code, output]).toEqual([0, expect.stringContaining(kept)])
})

test('the fixture passes as it is written', async () => {
  write('fixture.test.mjs')
  const { code, output } = await run(block('fixture-job.sh'))
  expect([code, output]).toEqual([0, expect.stringMatching(/pass 1/)])
})

test('the conformance suite is green on a simulator, and leaves its report', async () => {
  await using simulator = await createTenant()
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const lines = block('conformance-job.sh').replace('http://127.0.0.1:4010', server.baseUrl)
  const { code, output } = await run(lines, { ICIMS_USERNAME: 'api-user', ICIMS_PASSWORD: 'api-password' })
  await server.close()
  expect([code, output]).toEqual([0, expect.stringContaining('Contradicted: 0')])
  expect(readFileSync(join(folder, 'conformance.xml'), 'utf8')).toContain('failures="0"')
})
