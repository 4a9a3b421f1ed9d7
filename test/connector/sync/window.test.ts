import { expect, test } from 'vitest'
import { knownUpTo, skewAtStart, startOf } from '../../../connector/sync/window.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair } from '../../pair.ts'
import { asFetch, callIcims, createTenant } from '../../tenant.ts'

const minute = 60_000
const day = 1_440 * minute

type Answer = (request: Request) => Promise<Response>

test.each([
  ['is unknown', undefined, '2026-01-15T11:45:00.000Z'],
  ['is none', 0, '2026-01-15T12:00:00.000Z'],
  ['puts theirs behind', -20 * minute, '2026-01-15T11:40:00.000Z'],
  ['puts theirs ahead', 20 * minute, '2026-01-15T12:20:00.000Z'],
])('where the difference of the clocks %s, the next delta starts so', (_, skew, expected) => {
  expect(knownUpTo('2026-01-15T12:00:00.000Z', skew)).toBe(expected)
})

test.each([
  ['where it was', 60 * minute, '2026-01-15T13:00:00.000Z'],
  ['further ahead', 90 * minute, '2026-01-15T13:00:00.000Z'],
  ['put back', -60 * minute, '2026-01-15T11:00:00.000Z'],
  ['not told', undefined, '2026-01-15T13:00:00.000Z'],
])('a delta starts no later than the run before began, where the clock of iCIMS is %s', (_, skew, expected) => {
  const cursor = { value: '2026-01-15T13:00:00.000Z', beganAt: '2026-01-15T12:00:00.000Z' }
  expect(startOf(cursor, skew)).toBe(expected)
  expect(startOf({ ...cursor, beganAt: null }, skew)).toBe(cursor.value)
})

test('a run that was cut off takes a clock that is further ahead for what it was before', () => {
  const before = { value: '2026-01-15T13:00:00.000Z', beganAt: '2026-01-15T12:00:00.000Z' }
  expect(skewAtStart(90 * minute, before)).toBe(60 * minute)
  expect(skewAtStart(30 * minute, before)).toBe(30 * minute)
  expect(skewAtStart(90 * minute, undefined)).toBe(0)
  expect(skewAtStart(undefined, before)).toBeUndefined()
})

test.each([
  ['40 minutes ahead of iCIMS, which tells its date', 40, true],
  ['10 minutes ahead of iCIMS, which does not', 10, false],
  ['40 minutes behind iCIMS, which tells its date', -40, true],
  ['10 minutes behind iCIMS, which does not', -10, false],
])('a connector whose clock is %s misses no change', async (_, minutes, tells) => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 24, clock })
  clock.advance(86_400_000)
  const answer = async (request: Request): Promise<Response> => {
    const response = await simulator.fetch(request)
    const headers = new Headers(response.headers)
    headers.delete('date')
    if (tells) headers.set('date', new Date(clock.now()).toUTCString())
    return new Response(response.body, { status: response.status, headers })
  }
  const own = { now: () => new Date(clock.now() + minutes * minute), sleep: async () => {} }
  await using pair = await createPair({
    simulator: { people: 0 },
    connector: { fetch: asFetch(answer), clock: own },
  })
  await pair.connector.sync(pair.integrationId)
  const changed: string[] = []
  for (const name of ['First', 'Second', 'Third']) {
    // Right after the run before, and right before the next one.
    clock.advance(2 * minute)
    await rename(20, `${name} early`)
    clock.advance(3 * 60 * minute)
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    await rename(20, `${name} late`)
    clock.advance(3 * 60 * minute)
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    const rows = await pair.connector.store.rows(pair.integrationId, 'ats_candidates')
    changed.push(String(rows.find(({ remoteId }) => remoteId === '20')?.fields.last_name))
  }
  expect(changed).toEqual(['First late', 'Second late', 'Third late'])

  async function rename(id: number, lastname: string): Promise<void> {
    const { customerId, users } = simulator.coordinates
    const { username, password } = users[0]!
    const headers = { authorization: `Basic ${btoa(`${username}:${password}`)}`, 'content-type': 'application/json' }
    const url = `https://api.icims.com/customers/${customerId}/people/${id}`
    await simulator.fetch(new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ lastname }) }))
  }
})

/** A pair whose connector has a clock of its own, so many minutes from the tenant's, and how to change a person and look. */
async function apart(minutes: number, wrap: (fetch: Answer) => Answer = (fetch) => fetch) {
  const theirs = createFrozenClock()
  const clock = createFrozenClock(theirs.now() + 40 * day - minutes * minute)
  theirs.advance(40 * day)
  const own = { now: () => new Date(clock.now()), sleep: async () => {} }
  const simulator = await createTenant({ people: 24, clock: theirs })
  const pair = await createPair({
    simulator: { people: 0 },
    connector: { clock: own, fetch: asFetch(wrap(async (request) => simulator.fetch(request))) },
  })
  return {
    theirs,
    clock,
    pair,
    sync: (type: 'FULL' | 'DELTA' = 'DELTA') => pair.connector.sync(pair.integrationId, { type }),
    rename: (id: number, lastname: string) => callIcims(simulator, 'PATCH', `/people/${id}`, { lastname }),
    async nameOf(id: number) {
      const rows = await pair.connector.store.rows(pair.integrationId, 'ats_candidates')
      return rows.find(({ remoteId }) => remoteId === String(id))?.fields.last_name
    },
    async [Symbol.asyncDispose]() {
      await pair[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}

test.each([
  ['three days ahead', 3 * 1_440],
  ['three days behind', -3 * 1_440],
])('where the clock of iCIMS is %s a delta reads what changed, and only that', async (_, minutes) => {
  await using it = await apart(minutes)
  await it.sync('FULL')
  for (const name of ['First', 'Second', 'Third']) {
    for (const clock of [it.theirs, it.clock]) clock.advance(10 * minute)
    await it.rename(20, name)
    expect(await it.sync()).toMatchObject({ type: 'DELTA', counts: { ats_candidates: { changed: 1, unchanged: 0 } } })
    expect(await it.nameOf(20)).toBe(name)
  }
})

test('a clock of iCIMS that goes six hundred times as fast as ours loses no change, and reads none again', async () => {
  await using it = await apart(0)
  await it.sync('FULL')
  for (const name of ['First', 'Second', 'Third']) {
    it.clock.advance(minute)
    it.theirs.advance(300 * minute)
    await it.rename(20, `${name} early`)
    it.theirs.advance(300 * minute)
    expect(await it.sync()).toMatchObject({ counts: { ats_candidates: { changed: 1, unchanged: 0 } } })
    expect(await it.nameOf(20)).toBe(`${name} early`)
    it.clock.advance(minute)
    it.theirs.advance(2 * minute)
    await it.rename(20, `${name} late`)
    await it.sync()
    expect(await it.nameOf(20)).toBe(`${name} late`)
  }
})

test('a clock of iCIMS that is put back by days loses no change', async () => {
  await using it = await apart(0)
  await it.sync('FULL')
  it.theirs.advance(5 * day)
  await it.sync()
  it.clock.advance(10 * minute)
  it.theirs.restore({ mode: 'frozen', at: it.theirs.now() - 5 * day + 10 * minute })
  await it.rename(20, 'After')
  it.clock.advance(10 * minute)
  it.theirs.advance(10 * minute)
  await it.sync()
  expect(await it.nameOf(20)).toBe('After')
})

test('what changes while a run is cut off and its clock runs ahead is found by it or by the next', async () => {
  let fails = false
  await using it = await apart(0, (fetch) => async (request) => {
    if (fails && request.url.includes('/search/applicantworkflows')) return new Response('', { status: 503 })
    return fetch(request)
  })
  await it.sync('FULL')
  it.clock.advance(10 * minute)
  it.theirs.advance(10 * minute)
  fails = true
  expect(await it.sync()).toMatchObject({ type: 'DELTA', state: 'FAILED' })
  // The people of this run have been read.
  it.theirs.advance(60 * minute)
  await it.rename(20, 'Meanwhile')
  it.clock.advance(10 * minute)
  it.theirs.advance(3 * day)
  fails = false
  expect(await it.sync()).toMatchObject({ type: 'DELTA', state: 'SUCCEEDED' })
  await it.sync()
  expect(await it.nameOf(20)).toBe('Meanwhile')
})
