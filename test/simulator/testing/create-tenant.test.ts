import { expect, test } from 'vitest'
import { ExpectationError, type TestTenant } from '../../../simulator/testing/index.ts'
import { createTenant } from '../../fixture.ts'

/** What the API says of a profile. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
async function read({ tenant }: TestTenant, path: string): Promise<any> {
  return (await tenant.call('GET', path)).json()
}

test('a client under test reaches the tenant with what it is handed', async () => {
  await using icims = await createTenant({ people: 24 })
  const { baseUrl, credentials, fetch, journal } = icims
  expect([baseUrl, credentials.customerId]).toEqual(['https://api.icims.com', 1234])
  const { tokenUrl, clientId, clientSecret } = credentials.oauth
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience: 'https://api.icims.com/v1/',
  })
  const { access_token: token } = (await (await fetch(tokenUrl, { method: 'POST', body })).json()) as {
    access_token: string
  }
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${baseUrl}/customers/1234/people/1`, { headers })).status).toBe(200)
  journal.expectCalled('getPerson', { times: 1, status: 200, caller: credentials.basic.username, path: '/people/1' })
  journal.expectCalled('createToken')
  journal.expectNotCalled('getJob')
  journal.expectClean()
})

test('it answers on a port of its own where it is asked to', async () => {
  await using icims = await createTenant({ people: 3, port: 0 })
  const { baseUrl, credentials, journal } = icims
  const { username, password } = credentials.basic
  const headers = { authorization: `Basic ${btoa(`${username}:${password}`)}` }
  expect((await fetch(`${baseUrl}/customers/1234/people/1`, { headers })).status).toBe(200)
  expect(credentials.oauth.tokenUrl).toBe(`${baseUrl}/oauth/token`)
  journal.expectCalled('getPerson')
})

test('a person, a job and a workflow take a line each, and say only what the test is about', async () => {
  await using icims = await createTenant({ preset: 'empty' })
  const { tenant } = icims
  const person = tenant.addPerson({ lastname: 'Smith' })
  const job = tenant.addJob()
  const workflow = tenant.addWorkflow({ person, job, status: 'Phone Screen' })
  expect(await read(icims, `/people/${person}?fields=firstname,lastname,email`)).toMatchObject({
    firstname: 'Test',
    lastname: 'Smith',
    email: `person-${person}@example.com`,
  })
  expect(await read(icims, `/jobs/${job}?fields=jobtitle,folder`)).toMatchObject({
    jobtitle: `Test job ${job}`,
    folder: { value: 'Approved' },
  })
  expect(await read(icims, `/applicantworkflows/${workflow}?fields=status`)).toMatchObject({
    status: { value: 'Review - Phone Screen' },
  })
  expect(tenant.add('companies', { name: 'Acme' })).toBeGreaterThan(0)
})

test.each(['C22001', 'first interview', 'Interview - First Interview'])(
  'a candidate is moved to %s, at the time the test says',
  async (status) => {
    await using icims = await createTenant({ people: 3 })
    const { tenant } = icims
    const workflow = tenant.addWorkflow({ person: tenant.addPerson(), job: tenant.addJob() })
    tenant.advance('7d')
    tenant.moveCandidate(workflow, status)
    expect(await read(icims, `/applicantworkflows/${workflow}?fields=status,updateddate`)).toMatchObject({
      status: { id: 'C22001', value: 'Interview - First Interview' },
      updateddate: '2026-01-22 03:00 PM',
    })
  },
)

test.each([
  [({ tenant }: TestTenant) => tenant.addPerson({ lastnam: 'X' }), 'lastnam: There is no such field.'],
  [({ tenant }: TestTenant) => tenant.addWorkflow({ person: 1, job: 999 }), /^baseprofile: /],
  [({ tenant }: TestTenant) => tenant.moveCandidate(1, 'Nowhere'), /^"Nowhere" is no status\. There are D10100 \(/],
  [({ tenant }: TestTenant) => tenant.moveCandidate(99, 'Hired'), 'Applicant Workflow not found.'],
  [({ tenant }: TestTenant) => tenant.add('robots'), /^There is no type of profile robots\. There are people, /],
  [({ tenant }: TestTenant) => tenant.advance('-1d'), /^"-1d" is no length of time/],
  [
    ({ journal }: TestTenant) => journal.expectCalled('getPersn'),
    'There is no operation getPersn. The nearest is getPerson.',
  ],
])('a mistake in a test is told of: %s', async (act, message) => {
  await using icims = await createTenant({ people: 3 })
  const { changes } = icims.simulator.tenant.store
  expect(() => act(icims)).toThrow(message)
  expect(icims.simulator.tenant.store.changes).toBe(changes)
})

test('two tenants have nothing in common, and start with the same bytes', async () => {
  const [a, b] = await Promise.all([createTenant({ people: 24 }), createTenant({ people: 24 })])
  const before = await read(a!, '/people/5')
  expect(await read(b!, '/people/5')).toEqual(before)
  await a!.tenant.call('PATCH', '/people/5', { lastname: 'Changed' })
  expect(await read(b!, '/people/5')).toEqual(before)
  b!.journal.expectNotCalled('updatePerson')
  await Promise.all([a!.close(), b!.close()])
})

test('a fork starts with what is there and goes its own way', async () => {
  await using icims = await createTenant({ people: 3 })
  const person = icims.tenant.addPerson({ lastname: 'Smith' })
  await using fork = icims.fork()
  await fork.tenant.call('PATCH', `/people/${person}`, { lastname: 'Fork' })
  expect((await read(icims, `/people/${person}?fields=lastname`)).lastname).toBe('Smith')
  fork.journal.expectCalled('updatePerson', { status: 204 })
  icims.journal.expectNotCalled('updatePerson')
  expect(fork.credentials.customerId).toBe(1235)
})

test('faults, snapshots and resets are a line each', async () => {
  await using icims = await createTenant({ people: 3 })
  const { tenant, journal } = icims
  tenant.addFault({ operation: 'getPerson', times: 1, effect: { kind: 'status', status: 503 } })
  expect((await tenant.call('GET', '/people/1')).status).toBe(503)
  expect((await tenant.call('GET', '/people/1')).status).toBe(200)
  journal.expectClean()
  tenant.snapshot('a')
  await tenant.call('PATCH', '/people/1', { lastname: 'Lost' })
  tenant.restore('a')
  journal.expectNotCalled('updatePerson')
  tenant.reset()
  expect(journal.calls()).toEqual([])
})

test.each([
  ['GET', '/nothing', undefined, /no operation \(GET \/customers\/1234\/nothing\): unmatched/],
  ['GET', '/people/1?fields=shoesize', undefined, /getPerson .*shoesize/],
  ['GET', '/people/1?colour=red', undefined, /unread-parameter colour/],
  ['PATCH', '/people/1', { shoesize: 9 }, /updatePerson .*unread-field shoesize: There is no such field\./],
  ['POST', '/search/people', { filters: [{ name: 'person.updateddate', value: ['soon'] }] }, /dropped-date/],
  ['POST', '/search/people', { filters: [{ name: 'person.folder', value: ['D999'] }] }, /unknown-list-value/],
])('a journal is not clean after %s %s %j', async (method, path, body, message) => {
  await using icims = await createTenant({ people: 3 })
  await icims.tenant.call(method, path, body)
  expect(() => icims.journal.expectClean()).toThrow(ExpectationError)
  expect(() => icims.journal.expectClean()).toThrow(message)
})

test('what is allowed does not count', async () => {
  await using icims = await createTenant({ people: 3 })
  await icims.tenant.call('GET', '/people/1?colour=red')
  icims.journal.expectClean({ allow: ['unread-parameter'] })
  expect(() => icims.journal.expectClean({ allow: ['unmatched'] })).toThrow('it has 1 problems')
})

test('what was expected and what came instead is told', async () => {
  await using icims = await createTenant({ people: 3 })
  const { tenant, journal } = icims
  expect(() => journal.expectCalled('getPerson')).toThrow(
    'expected getPerson to be called at least once, it was 0 times. Nothing was called.',
  )
  await tenant.call('GET', '/people/1')
  await tenant.call('GET', '/people/99')
  journal.expectCalled('getPerson', { times: 2 })
  journal.expectCalled('getPerson', { status: 404, path: /people\/99$/ })
  expect(() => journal.expectCalled('getPerson', { times: 1, caller: 'connector' })).toThrow(
    'expected getPerson (caller connector) to be called 1 times, it was 0 times. Called were, the last 2:\n  getPerson  GET /customers/1234/people/1 → 200\n  getPerson  GET /customers/1234/people/99 → 404',
  )
  expect(() => journal.expectNotCalled('getPerson', { status: 404 })).toThrow(
    'expected getPerson (status 404) not to be called, it was 1 times.',
  )
})
