import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createTenant } from '../../simulator/testing/vitest.ts'
import { callIcims } from '../tenant.ts'

const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-strict-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A reading of iCIMS that the document does not share: errors of searches come with a 200. */
const switches = { searchErrorStatus: 200 }
const path = '/search/people'
const misfit =
  'POST /customers/{customerId}/search/people (searchPeople) answered 200, which does not fit the document: '

test('an answer that does not fit the document is told of once of its kind, and its exchanges are not clean', async () => {
  const told: string[] = []
  const { simulator, journal } = await createTenant({
    people: 3,
    switches,
    strict: true,
    onUnfit: (message) => told.push(message),
  })
  await callIcims(simulator, 'POST', path, { filters: [] })
  await callIcims(simulator, 'POST', path, { filters: [] })
  const fork = simulator.fork()
  await callIcims(fork, 'POST', path, { filters: [] })
  expect(told).toEqual([expect.stringContaining(misfit)])
  for (const one of [simulator, fork]) {
    expect(one.tenant.journal.entries({ note: 'answer-not-in-document' }).map(({ operation }) => operation)).toContain(
      'searchPeople',
    )
  }
  expect(() => expect(journal).toBeClean()).toThrow('answer-not-in-document searchPeople')
})

test('what fits is not told of, planned faults are none of its business, and without it nothing is checked', async () => {
  const told: string[] = []
  const onUnfit = (message: string): void => void told.push(message)
  const { simulator, journal } = await createTenant({ people: 3, strict: true, onUnfit })
  await callIcims(simulator, 'POST', path, { filters: [] })
  await callIcims(simulator, 'GET', '/people/1')
  simulator.tenant.faults.add({ effect: { kind: 'html', status: 200 }, times: 1 })
  await callIcims(simulator, 'GET', '/people/1')
  expect(told).toEqual([])
  expect(journal).toBeClean()
  const { simulator: lenient, journal: quiet } = await createTenant({ people: 3, switches })
  await callIcims(lenient, 'POST', path, { filters: [] })
  expect(quiet).toBeClean()
})

/** Starts the command line, which answers with its coordinates. */
async function serve(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [cli, 'serve', '--port', '0', '--people', '3', '--json', ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr!.on('data', (chunk) => {
    stderr += chunk
  })
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  const call = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${JSON.parse(line).baseUrl}/customers/1234${path}`, {
      method,
      headers: { authorization: `Basic ${btoa('api-user:api-password')}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    return { code: code as number, lines: stderr.trim().split('\n').filter(Boolean) }
  }
  return { call, stop }
}

test('serve --strict says on stderr what did not fit and what nothing answers, and ends with 1', async () => {
  const tenant = join(folder, 'tenant.yaml')
  writeFileSync(tenant, 'switches:\n  searchErrorStatus: 200\n')
  const { call, stop } = await serve('--strict', '--tenant', tenant)
  for (let times = 0; times < 2; times++) await call('POST', path, { filters: [] })
  const unknown = await call('GET', '/peple/1')
  expect([unknown.status, unknown.headers.get('x-error')]).toEqual([501, expect.stringContaining('getPerson')])
  expect(await stop()).toEqual({
    code: 1,
    lines: [
      expect.stringContaining(misfit),
      expect.stringMatching(/^No operation answers GET .*\/peple\/1\. The nearest/),
    ],
  })
})

test('serve --strict ends with 0 when everything fitted', async () => {
  const { call, stop } = await serve('--strict')
  expect((await call('GET', '/people/1')).status).toBe(200)
  expect((await call('GET', '/people/999')).status).toBe(404)
  expect(await stop()).toEqual({ code: 0, lines: [] })
})
