import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { defaultCoordinates } from '../../simulator/index.ts'
import { listen } from '../../simulator/server.ts'
import { runContracts } from '../contracts/commands/command-line.ts'
import { createTenant } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-verify-'))
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A pact of version 3 with these interactions, in a file. */
function pactFile(...interactions: object[]): string {
  const participants = { consumer: { name: 'mine' }, provider: { name: 'icims-api' } }
  const path = join(folder, 'pact.json')
  writeFileSync(
    path,
    JSON.stringify({ ...participants, interactions, metadata: { pactSpecification: { version: '3.0.0' } } }),
  )
  return path
}

const readPerson = {
  description: 'a person',
  providerStates: [{ name: 'a person', params: { id: 5 } }],
  request: { method: 'GET', path: '/customers/42/people/5', query: { fields: ['firstname'] } },
  response: {
    status: 200,
    body: { firstname: 'Somebody' },
    matchingRules: { body: { '$.firstname': { combine: 'AND', matchers: [{ match: 'type' }] } } },
  },
}
const wrongPassword = {
  ...readPerson,
  description: 'a person, with a wrong password',
  request: { ...readPerson.request, headers: { Authorization: 'Basic eDp5' } },
  response: { status: 401 },
}
const addPerson = {
  description: 'a new person',
  request: {
    method: 'POST',
    path: '/customers/42/people',
    headers: { 'Content-Type': 'application/json' },
    body: { firstname: 'New', lastname: 'Person', email: 'new@example.com' },
  },
  response: { status: 201 },
}

/** A server that answers everything the same way. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

const signIn = { ICIMS_USERNAME: 'connector', ICIMS_PASSWORD: 'connector-password' }
const statesFile = join(folder, 'states.json')
writeFileSync(statesFile, JSON.stringify({ 'a person': { id: 1 } }))

test('a pact that the simulator keeps holds: its customer and its credentials are taken on', async () => {
  const { code, stdout } = await runContracts(['verify', pactFile(readPerson, wrongPassword, addPerson)])
  expect([code, stdout]).toEqual([0, expect.stringContaining('It holds: 3 verified, 0 failed, 0 skipped.')])
})

test.each(['2.0.0', '4.0'])('a pact of version %s is replayed, whatever it leaves out', async (version) => {
  const isOld = version === '2.0.0'
  const request = { method: 'get', path: '/customers/42/people/71' }
  const interaction = isOld
    ? { providerState: 'a person', request: { ...request, query: 'fields=firstname' } }
    : { providerStates: [{ name: 'a person' }], request: { ...request, query: { fields: ['firstname'] } } }
  const response = isOld
    ? { body: { firstname: 'Ann' }, matchingRules: { '$.body.firstname': { match: 'type' } } }
    : {
        body: { content: { firstname: 'Ann' }, contentType: 'application/json', encoded: false },
        matchingRules: { body: { '$.firstname': { combine: 'AND', matchers: [{ match: 'type' }] } } },
      }
  const path = join(folder, 'version.json')
  const one = { description: 'a person', type: 'Synchronous/HTTP', ...interaction, response }
  const participants = { consumer: { name: 'mine' }, provider: { name: 'icims-api' } }
  const metadata = { pactSpecification: { version } }
  writeFileSync(path, JSON.stringify({ ...participants, interactions: [one], metadata }))
  const { code, stdout } = await runContracts(['verify', path])
  expect([code, stdout]).toEqual([0, expect.stringContaining('It holds: 1 verified, 0 failed, 0 skipped.')])
})

test('a pact that it does not keep fails, and the reports say so', async () => {
  const demanding = { ...readPerson, response: { status: 200, body: { shoesize: 44 } } }
  const [junit, html] = [join(folder, 'r.xml'), join(folder, 'r.html')]
  const { code, stdout } = await runContracts([
    'verify',
    pactFile(demanding),
    '--json',
    '--junit',
    junit,
    '--html',
    html,
  ])
  const [report] = JSON.parse(stdout)
  expect([code, report.holds]).toEqual([1, false])
  expect(report.interactions).toMatchObject([{ mismatches: [expect.stringContaining('shoesize')] }])
  expect(readFileSync(junit, 'utf8')).toMatch(
    /tests="1" failures="1" skipped="0"[\s\S]*<failure message="[^"]*shoesize/,
  )
  expect(readFileSync(html, 'utf8')).toMatch(/class="failed">[^<]*shoesize/)
})

test('a state handler that throws fails the run, though the answer fits', async () => {
  const failing = {
    ...readPerson,
    description: 'another',
    providerStates: [{ name: 'a server that fails', params: { status: 200 } }],
    response: { status: 404 },
  }
  const { code, stdout } = await runContracts(['verify', pactFile(readPerson, failing, wrongPassword)])
  const reason = 'status: 200 is not 500 to 599.'
  expect([code, stdout]).toEqual([1, expect.stringContaining(`A state handler of mine failed: ${reason}`)])
  // It is the one that is not green, whatever was answered.
  expect(stdout).toContain(`✗ another\n      The state "a server that fails" was not reached: ${reason}`)
  expect(stdout).toContain('It does not hold: 2 verified, 1 failed, 0 skipped.')
})

test('a report that cannot be written is told of, and the run is printed nevertheless', async () => {
  const { code, stdout, stderr } = await runContracts(['verify', pactFile(readPerson), '--junit', '/nowhere/r.xml'])
  expect([code, stdout]).toEqual([2, expect.stringContaining('It holds: 1 verified')])
  expect(stderr).toMatch(/^icims-contracts: \/nowhere\/r\.xml cannot be written: ENOENT\.$/m)
})

test('a state that is not known is one line, with the nearest, and nothing is verified', async () => {
  const unknown = { ...readPerson, providerStates: [{ name: 'a persons' }] }
  const { code, stdout, stderr } = await runContracts(['verify', pactFile(readPerson, unknown)])
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('The nearest are "a person"')])
})

test('a file that is not JSON is asked wrongly', async () => {
  const path = join(folder, 'broken.json')
  writeFileSync(path, '{')
  expect(await runContracts(['verify', path])).toEqual({
    code: 2,
    stdout: '',
    stderr: `icims-contracts: ${path} is not JSON.\n`,
  })
})

test('against another server only reads are replayed, with its own customer, credentials and records', async () => {
  await using simulator = await createTenant({ people: 3 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const before = simulator.tenant.store.changes
  const args = ['verify', pactFile(readPerson, wrongPassword, addPerson), '--against', server.baseUrl]
  const { code, stdout, stderr } = await runContracts([...args, '--customer', '1234', '--states', statesFile], signIn)
  await server.close()
  expect([code, stdout]).toEqual([0, expect.stringContaining('It holds: 1 verified, 0 failed, 2 skipped.')])
  expect(stdout).toContain('a new person: skipped, it writes; --allow-writes replays it')
  expect(simulator.tenant.store.changes).toBe(before)
  expect(stdout + stderr).not.toMatch(/connector-password|Y29ubmVjdG9y/)
})

test('each request is signed anew with --auth hmac, its body too', async () => {
  await using simulator = await createTenant({ people: 3 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const search = {
    description: 'a search',
    request: {
      method: 'POST',
      path: '/customers/42/search/people',
      query: { staleness: ['0'] },
      headers: { 'Content-Type': 'application/json' },
      body: { filters: [{ name: 'person.id', value: ['1'] }] },
    },
    response: { status: 200, body: { searchResults: [{ id: 1 }] } },
  }
  const args = ['verify', pactFile(readPerson, search, addPerson), '--against', server.baseUrl, '--allow-writes']
  const more = ['--customer', '1234', '--states', statesFile, '--auth', 'hmac']
  const right = { ICIMS_USERNAME: 'connector', ICIMS_HMAC_KEY: 'connector-signing-key' }
  const { code, stdout, stderr } = await runContracts([...args, ...more], right)
  const wrong = await runContracts([...args, ...more], { ...right, ICIMS_HMAC_KEY: 'another-signing-key' })
  await server.close()
  expect([code, stdout]).toEqual([0, expect.stringContaining('It holds: 3 verified, 0 failed, 0 skipped.')])
  expect(stdout + stderr).not.toContain('signing-key')
  expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('refused the credentials (401)') })
  expect(wrong.stderr).not.toContain('signing-key')
})

test('with --allow-writes it is written to', async () => {
  await using simulator = await createTenant({ people: 3 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const args = ['verify', pactFile(addPerson), '--against', server.baseUrl, '--customer', '1234', '--allow-writes']
  const { code, stdout } = await runContracts(args, signIn)
  await server.close()
  expect([code, stdout]).toEqual([0, expect.stringContaining('1 verified')])
  expect([...simulator.tenant.store.each('person')]).toHaveLength(4)
})

test('a run that skips everything proves nothing', async () => {
  const url = await serve((_, response) => response.end('{}'))
  const { code, stdout } = await runContracts(['verify', pactFile(addPerson), '--against', url], signIn)
  expect([code, stdout]).toEqual([1, expect.stringContaining('Every interaction was skipped: nothing is proved.')])
})

test.each([
  ['a page of HTML', 200, 'text/html', /answered 200 with a page of HTML/],
  ['expired credentials', 401, 'application/json', /refused the credentials \(401\): they may have expired/],
  ['a used-up quota', 429, 'application/json', /the calls of the day are used up \(429\)/],
])('%s is one line, and nothing is replayed', async (_, status, type, reason) => {
  let calls = 0
  const url = await serve((_, response) => {
    calls += 1
    response.writeHead(status, { 'content-type': type }).end('{}')
  })
  const { code, stdout, stderr } = await runContracts(['verify', pactFile(readPerson), '--against', url], signIn)
  expect([code, stdout, calls]).toEqual([2, '', 1])
  expect(stderr).toMatch(reason)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a quota that is used up in mid-run ends it: no interaction counts, and no more calls are made', async () => {
  const users = defaultCoordinates.users.map((user) => ({ ...user, quota: 3 }))
  await using simulator = await createTenant({ people: 3, coordinates: { customerId: 1234, users } })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const many = Array.from({ length: 6 }, (_, index) => ({ ...readPerson, description: `a person, ${index + 1}` }))
  const args = ['verify', pactFile(...many), '--against', server.baseUrl, '--customer', '1234', '--states', statesFile]
  const { code, stdout } = await runContracts(args, signIn)
  await server.close()
  expect(code).toBe(1)
  expect(stdout).toContain(
    'The run stopped at interaction 3: the calls of the day are used up (429). Nothing of it counts.',
  )
  expect(stdout).toContain('0 verified, 0 failed, 0 skipped.')
  // One to look, two that went through, one that was refused.
  expect(simulator.tenant.journal.entries()).toHaveLength(4)
})

test.each([
  ['credentials that expire', 401, 'application/json', 'it refused the credentials (401): they may have expired'],
  ['a page of HTML', 200, 'text/html', 'it answered 200 with a page of HTML, not as an API does'],
])('%s in mid-run ends it, and no interaction counts', async (_, status, type, reason) => {
  let calls = 0
  const url = await serve((_, response) => {
    calls += 1
    // One to look, one that goes through.
    if (calls <= 2) response.setHeader('content-type', 'application/json').end('{"firstname":"Ann"}')
    else response.writeHead(status, { 'content-type': type }).end('{}')
  })
  const many = Array.from({ length: 4 }, (_, index) => ({ ...readPerson, description: `a person, ${index + 1}` }))
  const args = ['verify', pactFile(...many), '--against', url, '--states', statesFile]
  const { code, stdout } = await runContracts(args, signIn)
  expect(code).toBe(1)
  expect(stdout).toContain(`The run stopped at interaction 2: ${reason}. Nothing of it counts.`)
  expect([stdout.includes('0 verified, 0 failed, 0 skipped.'), calls]).toEqual([true, 3])
})

test('without credentials it is not called', async () => {
  const { code, stderr } = await runContracts(['verify', pactFile(readPerson), '--against', 'https://127.0.0.1:1'])
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('For --auth basic, set ICIMS_USERNAME and ICIMS_PASSWORD'),
  ])
})
