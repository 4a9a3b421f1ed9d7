import { expect, test } from 'vitest'
import { listen } from '../../simulator/server.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const control = (path: string, method = 'GET', body?: object): Request =>
  new Request(`http://127.0.0.1:4010/_sim${path}`, { method, ...(body && { body: JSON.stringify(body) }) })

test('a fork is made, listed, used with what it answers, and removed', async () => {
  await using simulator = await createTenant({ people: 24 })
  const made = await simulator.fetch(control('/tenants', 'POST'))
  expect(made.status).toBe(201)
  const fork = await made.json()
  expect(fork).toEqual({
    baseUrl: 'http://127.0.0.1:4010',
    now: '2026-01-15T15:00:00.000Z',
    forkedFrom: 1234,
    customerId: 1235,
    basic: { username: 'api-user-1235', password: 'api-password-1235' },
    oauth: {
      tokenUrl: 'http://127.0.0.1:4010/oauth/token',
      clientId: 'icims-client-1235',
      clientSecret: 'icims-secret-1235',
    },
    hmac: { username: 'api-user-1235', key: 'icims-signing-key-1235' },
    connectorUser: expect.objectContaining({
      basic: { username: 'connector-1235', password: 'connector-password-1235' },
    }),
  })
  expect(await bodyOf(simulator.fetch(control('/tenants/1235')))).toEqual(fork)
  const { tenants } = await bodyOf(simulator.fetch(control('/tenants')))
  expect(tenants.map(({ customerId }: { customerId: number }) => customerId)).toEqual([1234, 1235])
  expect(await bodyOf(simulator.fetch(control('/tenants/1235', 'DELETE')))).toEqual({ status: 'removed' })
  expect((await simulator.fetch(control('/tenants/1235'))).status).toBe(404)
})

test('a fork can be forked, under a customer id of one’s choice', async () => {
  await using simulator = await createTenant({ people: 24 })
  await simulator.fetch(control('/tenants', 'POST', { customerId: 50 }))
  await callIcims(simulator.find(50)!, 'PATCH', '/people/5', { lastname: 'Fork' })
  const fork = await bodyOf(simulator.fetch(control('/tenants', 'POST', { from: 50, customerId: 51 })))
  expect(fork).toMatchObject({ customerId: 51, forkedFrom: 50 })
  expect(simulator.find(51)!.tenant.store.get('person', 5)?.lastname).toBe('Fork')
})

test.each([
  ['POST', '/tenants', { from: 99 }, 404, 'There is no tenant 99 here.'],
  ['POST', '/tenants', { customerId: 1235 }, 409, 'There is a tenant 1235 already.'],
  ['POST', '/tenants', { customerId: 0 }, 400, 'A customer id is a whole number above 0, not 0.'],
  ['POST', '/tenants', { customerId: 'x' }, 400, 'customerId: Invalid input: expected number, received string'],
  ['GET', '/tenants/99', undefined, 404, 'There is no tenant 99 here.'],
  ['GET', '/tenants/x/health', undefined, 404, 'There is no tenant x here.'],
  ['DELETE', '/tenants/99', undefined, 404, 'There is no tenant 99 here.'],
  ['DELETE', '/tenants/1234', undefined, 409, "The tenant 1234 is the simulator's own: it stays."],
  ['POST', '/snapshots/b/restore', undefined, 404, 'The tenant 1234 has no snapshot "b": it has a.'],
  ['DELETE', '/tenants/1235/snapshots/b', undefined, 404, 'The tenant 1235 has no snapshot "b": it has none.'],
  ['POST', '/snapshots', { name: 'a b' }, 400, /^"a b" is no name for a snapshot: /],
] as const)(
  '%s %s %j is refused with %d in one line, and nothing changes',
  async (method, path, body, status, error) => {
    await using simulator = await createTenant({ people: 3 })
    simulator.fork()
    simulator.snapshot('a')
    const { changes } = simulator.tenant.store
    const answer = await simulator.fetch(control(path, method, body))
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: typeof error === 'string' ? error : expect.stringMatching(error) },
    ])
    expect(simulator.list()).toHaveLength(2)
    expect(simulator.snapshots()).toHaveLength(1)
    expect(simulator.tenant.store.changes).toBe(changes)
  },
)

test('snapshots are taken, listed, restored and forgotten for the tenant in the path', async () => {
  await using simulator = await createTenant({ people: 3 })
  const fork = simulator.fork()
  await callIcims(fork, 'PATCH', '/people/1', { lastname: 'Kept' })
  const made = await simulator.fetch(control('/tenants/1235/snapshots', 'POST', { name: 'a' }))
  expect([made.status, await made.json()]).toEqual([201, { name: 'a', taken: '2026-01-15T15:00:00.000Z' }])
  await callIcims(fork, 'PATCH', '/people/1', { lastname: 'Lost' })
  expect((await simulator.fetch(control('/tenants/1235/snapshots/a/restore', 'POST'))).status).toBe(200)
  expect(fork.tenant.store.get('person', 1)?.lastname).toBe('Kept')
  expect(await bodyOf(simulator.fetch(control('/snapshots')))).toEqual({ snapshots: [] })
  expect((await simulator.fetch(control('/tenants/1235/snapshots/a', 'DELETE'))).status).toBe(200)
  expect(await bodyOf(simulator.fetch(control('/tenants/1235/snapshots')))).toEqual({ snapshots: [] })
})

test('a fork’s token address has the port of the login host, where that has one of its own', async () => {
  await using simulator = await createTenant({ people: 3, strict: false })
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0, loginPort: 0 })
  try {
    const answer = await fetch(`${listening.baseUrl}/_sim/tenants`, { method: 'POST' })
    const { baseUrl, oauth } = (await answer.json()) as { baseUrl: string; oauth: Record<string, string> }
    expect([baseUrl, oauth.tokenUrl]).toEqual([listening.baseUrl, `${listening.loginUrl}/oauth/token`])
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: oauth.clientId!,
      client_secret: oauth.clientSecret!,
      audience: 'https://api.icims.com/v1/',
    })
    expect((await fetch(oauth.tokenUrl!, { method: 'POST', body })).status).toBe(200)
  } finally {
    await listening.close()
  }
})
