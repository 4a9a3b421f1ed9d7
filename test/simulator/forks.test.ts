import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultCoordinates, type Simulator, stateDigest } from '../../simulator/index.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-forks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rename = (simulator: Simulator, id: number, lastname: string): Promise<Response> =>
  callIcims(simulator, 'PATCH', `/people/${id}`, { lastname })
const nameOf = async (simulator: Simulator, id: number): Promise<string> =>
  (await bodyOf(callIcims(simulator, 'GET', `/people/${id}?fields=lastname`))).lastname
const named = (simulator: Simulator, lastname: string): Promise<number[]> =>
  searchIds(simulator, 'people', { filters: [{ name: 'person.lastname', value: [lastname] }] })

test('a fork has the rows of its parent, and neither sees what the other writes afterwards', async () => {
  await using simulator = await createTenant({ people: 24 })
  await rename(simulator, 1, 'Before')
  const fork = simulator.fork()
  await rename(simulator, 2, 'Parent')
  await rename(fork, 3, 'Fork')
  expect([await nameOf(fork, 1), await named(fork, 'before')]).toEqual(['Before', [1]])
  expect(await nameOf(fork, 2)).not.toBe('Parent')
  expect(await named(fork, 'parent')).toEqual([])
  expect(await nameOf(simulator, 3)).not.toBe('Fork')
  expect(await named(simulator, 'fork')).toEqual([])
  expect([await named(simulator, 'parent'), await named(fork, 'fork')]).toEqual([[2], [3]])
})

test('deletions, new profiles and their ids are as separate as changes', async () => {
  await using simulator = await createTenant({ people: 24 })
  const person = { firstname: 'Ann', lastname: 'L', email: 'ann@example.com' }
  const created = async (one: Simulator): Promise<string | undefined> =>
    (await callIcims(one, 'POST', '/people', person)).headers.get('location')?.split('/').at(-1)
  const fork = simulator.fork()
  expect([await created(simulator), await created(simulator), await created(fork)]).toEqual(['25', '26', '25'])
  expect([simulator.tenant.store.count('person'), fork.tenant.store.count('person')]).toEqual([26, 25])
  const [workflow] = [...fork.tenant.store.each('applicantworkflow')]
  fork.tenant.store.remove('applicantworkflow', workflow!.id)
  expect(fork.tenant.store.get('applicantworkflow', workflow!.id)).toBeUndefined()
  expect(simulator.tenant.store.get('applicantworkflow', workflow!.id)).toEqual(workflow!.data)
})

test('a fork has a customer id and credentials of its own, which nobody else answers to', async () => {
  await using simulator = await createTenant({ people: 3 })
  const fork = simulator.fork()
  const other = simulator.fork(77)
  const [a, b] = [fork, other].map(({ coordinates }) => coordinates.customerId)
  expect([a, b, fork.forkedFrom]).toEqual([1235, 77, 1234])
  expect(fork.coordinates.users[0]).toMatchObject({ username: 'api-user-1235', password: 'api-password-1235' })
  const get = async (customerId: number, user: string): Promise<number> => {
    const headers = { authorization: `Basic ${btoa(user)}` }
    const address = `https://api.icims.com/customers/${customerId}/people/1`
    return (await simulator.fetch(new Request(address, { headers }))).status
  }
  expect(await get(1235, 'api-user-1235:api-password-1235')).toBe(200)
  expect(await get(1235, 'api-user:api-password')).toBe(401)
  expect(await get(77, 'api-user-1235:api-password-1235')).toBe(401)
  expect(await get(1234, 'api-user:api-password')).toBe(200)
  expect((await callIcims({ ...fork, coordinates: simulator.coordinates }, 'GET', '/people/1')).status).toBe(401)
})

test('a token is given by the tenant its client belongs to, and is good there alone', async () => {
  await using simulator = await createTenant({ people: 3 })
  const fork = simulator.fork()
  const { clientId, clientSecret } = fork.coordinates.users[0]!
  const sent = { grant_type: 'client_credentials', audience: 'https://api.icims.com/v1/' }
  const body = new URLSearchParams({ ...sent, client_id: clientId, client_secret: clientSecret })
  const request = new Request('http://127.0.0.1/oauth/token', { method: 'POST', body })
  const { access_token: token } = await bodyOf(simulator.fetch(request))
  const get = async (customerId: number): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` }
    return (await simulator.fetch(new Request(`http://127.0.0.1/customers/${customerId}/people/1`, { headers }))).status
  }
  expect([await get(1235), await get(1234)]).toEqual([200, 401])
})

test('a header picks the tenant where no path does, and an unknown one is a clear line', async () => {
  await using simulator = await createTenant({ people: 3 })
  simulator.fork()
  const health = (tenant: string): Promise<Response> =>
    simulator.fetch(new Request('http://127.0.0.1/_sim/health', { headers: { 'x-sim-tenant': tenant } }))
  expect(await bodyOf(health('1235'))).toMatchObject({ customerId: 1235 })
  const answer = await health('99')
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is no tenant 99 here.' }])
})

test('journal, quota and time are its own: empty, unused, and starting at the parent’s now', async () => {
  await using simulator = await createTenant({ people: 3 })
  simulator.advance('2d')
  await rename(simulator, 1, 'Before')
  const fork = simulator.fork()
  const answer = await callIcims(fork, 'GET', '/people/1')
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('9999')
  expect(fork.tenant.journal.entries().map(({ path }) => path)).toEqual(['/customers/1235/people/1'])
  expect(simulator.tenant.journal.total).toBe(1)
  fork.advance('1d')
  expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 0, 17, 15))
  expect(fork.tenant.clock.now()).toBe(Date.UTC(2026, 0, 18, 15))
})

test('a fork of a fork sees what its parent had, and its files', async () => {
  await using simulator = await createTenant({ people: 3 })
  const fork = simulator.fork()
  const { store } = fork.tenant
  const blob = store.transaction(() => {
    const kept = store.keepBlob(Buffer.from('resume'))
    store.put('person', 1, { ...store.get('person', 1), lastname: 'Fork', resume: { filename: 'a.txt', blob: kept } })
    return kept
  })
  const grandchild = fork.fork()
  store.put('person', 1, { ...store.get('person', 1), lastname: 'Later' })
  expect(grandchild.tenant.store.get('person', 1)?.lastname).toBe('Fork')
  expect(Buffer.from(grandchild.tenant.store.blob(blob)!).toString()).toBe('resume')
  expect(simulator.tenant.store.blob(blob)).toBeUndefined()
})

test('a reset of a fork goes back to where it was forked, and of its parent to the seed', async () => {
  await using simulator = await createTenant({ people: 3 })
  const seeded = stateDigest(simulator.tenant)
  await rename(simulator, 1, 'Before')
  const fork = simulator.fork()
  const forked = stateDigest(fork.tenant)
  await rename(fork, 1, 'Fork')
  fork.advance('1d')
  fork.reset()
  expect(stateDigest(fork.tenant)).toBe(forked)
  expect(await nameOf(fork, 1)).toBe('Before')
  simulator.reset()
  expect(stateDigest(simulator.tenant)).toBe(seeded)
  expect(await nameOf(fork, 1)).toBe('Before')
})

test('a fork that is removed is gone, its children stay', async () => {
  await using simulator = await createTenant({ people: 3 })
  const fork = simulator.fork()
  await rename(fork, 1, 'Fork')
  const child = fork.fork()
  await fork.close()
  await fork.close()
  expect(simulator.list().map(({ coordinates }) => coordinates.customerId)).toEqual([1234, 1236])
  const answer = await callIcims(fork, 'GET', '/people/1')
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is no tenant 1235 here.' }])
  expect(await nameOf(child, 1)).toBe('Fork')
  expect(simulator.fork().coordinates.customerId).toBe(1237)
})

test('a customer id that is taken or none, and the removal of the first tenant, are refused and change nothing', async () => {
  await using simulator = await createTenant({ people: 3 })
  simulator.fork()
  expect(() => simulator.fork(1235)).toThrow('There is a tenant 1235 already.')
  expect(() => simulator.fork(1234)).toThrow('There is a tenant 1234 already.')
  for (const none of [0, -1, 1.5, Number.NaN]) {
    expect(() => simulator.fork(none)).toThrow(`A customer id is a whole number above 0, not ${none}.`)
  }
  expect(() => simulator.remove()).toThrow("The tenant 1234 is the simulator's own: it stays.")
  expect(simulator.list()).toHaveLength(2)
})

test('forks survive a restart with their rows, time and credentials', async () => {
  const data = join(folder, 'forks.db')
  const digests: string[] = []
  {
    await using simulator = await createTenant({ people: 24, data, cache: false })
    await rename(simulator, 1, 'Before')
    const fork = simulator.fork()
    await rename(fork, 2, 'Fork')
    fork.advance('2d')
    await rename(simulator, 2, 'Parent')
    digests.push(stateDigest(simulator.tenant), stateDigest(fork.tenant))
  }
  {
    await using simulator = await createTenant({ people: 24, data, cache: false })
    const fork = simulator.find(1235)!
    expect([stateDigest(simulator.tenant), stateDigest(fork.tenant)]).toEqual(digests)
    expect([fork.forkedFrom, await nameOf(fork, 2), await nameOf(simulator, 2)]).toEqual([1234, 'Fork', 'Parent'])
    fork.reset()
    expect([await nameOf(fork, 1), await named(fork, 'fork')]).toEqual(['Before', []])
    expect(fork.tenant.clock.now()).toBe(Date.UTC(2026, 0, 15, 15))
    expect(simulator.fork().coordinates.customerId).toBe(1236)
  }
  const coordinates = { ...defaultCoordinates, customerId: 1236 }
  await expect(createTenant({ people: 24, data, cache: false, coordinates })).rejects.toThrow(
    'The data hold a fork with customer id 1236. Choose another for the tenant.',
  )
})

test('many forks of a tenant that is written to in between stay right', async () => {
  await using simulator = await createTenant({ people: 24 })
  const forks: Simulator[] = []
  for (let i = 0; i < 40; i++) {
    const id = 1 + (i % 20)
    await rename(simulator, id, `Name ${i}`)
    forks.push(simulator.fork())
  }
  for (const [i, fork] of forks.entries()) {
    const expected = new Map<number, string>()
    for (let j = 0; j <= i; j++) expected.set(1 + (j % 20), `Name ${j}`)
    for (const [id, name] of expected) expect(fork.tenant.store.get('person', id)?.lastname).toBe(name)
    expect(await named(fork, `name ${i}`)).toEqual([1 + (i % 20)])
  }
  for (const fork of forks) await fork.close()
  expect(await nameOf(simulator, 20)).toBe('Name 39')
})
