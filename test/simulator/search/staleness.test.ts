import { expect, test } from 'vitest'
import { createFrozenClock, defaultCoordinates, type Simulator } from '../../../simulator/index.ts'
import { createSearchCache } from '../../../simulator/search/search-cache.ts'
import { bodyOf, callIcims, createTenant, icimsOrigin } from '../../tenant.ts'

const minute = 60_000
const quux = { filters: [{ name: 'person.lastname', value: ['Quux'] }] }

async function ids(simulator: Simulator, staleness?: string | number, search: object = quux): Promise<number[]> {
  const query = staleness === undefined ? '' : `?staleness=${staleness}`
  const { searchResults } = await bodyOf(callIcims(simulator, 'POST', `/search/people${query}`, search))
  return searchResults.map(({ id }: { id: number }) => id)
}

/** A tenant where the search was asked once, live, and then somebody else got the name. */
async function asked(): Promise<Simulator> {
  const simulator = await createTenant({ people: 24 })
  await callIcims(simulator, 'PATCH', '/people/5', { lastname: 'Quux' })
  expect(await ids(simulator)).toEqual([5])
  await callIcims(simulator, 'PATCH', '/people/7', { lastname: 'Quux' })
  return simulator
}

test('a search is answered as it was for fifteen minutes, whatever is written', async () => {
  await using simulator = await asked()
  expect(await ids(simulator)).toEqual([5])
  simulator.tenant.clock.advance(15 * minute)
  expect(await ids(simulator)).toEqual([5])
  simulator.tenant.clock.advance(1)
  expect(await ids(simulator)).toEqual([5, 7])
})

test('staleness says how old the answer may be', async () => {
  await using simulator = await asked()
  simulator.tenant.clock.advance(6 * minute)
  expect(await ids(simulator, 6)).toEqual([5])
  expect(await ids(simulator, 5)).toEqual([5, 7])
})

test('an answer may be as old as asked for, beyond fifteen minutes', async () => {
  await using simulator = await asked()
  simulator.tenant.clock.advance(1_000 * minute)
  expect(await ids(simulator, 1_000)).toEqual([5])
})

test('staleness=0 asks anew, and what it finds is what others get then', async () => {
  await using simulator = await asked()
  expect(await ids(simulator, 0)).toEqual([5, 7])
  expect(await ids(simulator)).toEqual([5, 7])
})

test('a search that says the same in other words has the same answer', async () => {
  await using simulator = await asked()
  const same = { operator: '&', children: [], filters: [{ value: ['Quux'], operator: '=', name: 'person.lastname' }] }
  expect(await ids(simulator, undefined, same)).toEqual([5])
  const json = encodeURIComponent(JSON.stringify(quux))
  const { searchResults } = await bodyOf(callIcims(simulator, 'GET', `/search/people?searchJson=${json}`))
  expect(searchResults).toMatchObject([{ id: 5 }])
  const other = { filters: [{ name: 'person.lastname', value: ['quux'] }] }
  expect(await ids(simulator, undefined, other)).toEqual([5, 7])
})

test('the answer one user got is the answer another gets', async () => {
  await using simulator = await asked()
  const other = simulator.coordinates.users[1]!
  const answer = await simulator.fetch(
    new Request(`${icimsOrigin}/customers/1234/search/people`, {
      method: 'POST',
      body: JSON.stringify(quux),
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${other.username}:${other.password}`)}`,
      },
    }),
  )
  expect(await answer.json()).toMatchObject({ searchResults: [{ id: 5 }] })
})

test.each([
  ['may not search', { search: false }, 403],
  ['does not see the field', { hiddenFields: { person: ['lastname'] } }, 400],
])('a user who %s is refused what another was answered', async (_, rights, status) => {
  const [first, second] = defaultCoordinates.users
  await using simulator = await createTenant({
    people: 24,
    coordinates: { customerId: 1234, users: [first!, { ...second!, loginGroup: 'Recruiter' }] },
    tenant: {
      loginGroups: [
        { id: 'C1006', name: 'Integration User' },
        { id: 'C1002', name: 'Recruiter', ...rights },
      ],
    },
  })
  await ids(simulator)
  const answer = await simulator.fetch(
    new Request(`${icimsOrigin}/customers/1234/search/people`, {
      method: 'POST',
      body: JSON.stringify(quux),
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${second!.username}:${second!.password}`)}`,
      },
    }),
  )
  expect(answer.status).toBe(status)
})

test.each(['', '-1', '2.5', 'soon', '1e3', '99999999999'])(
  'a staleness of %j counts as none, and the journal says so',
  async (text) => {
    await using simulator = await asked()
    simulator.tenant.clock.advance(15 * minute)
    expect(await ids(simulator, text)).toEqual([5])
    expect(simulator.tenant.journal.entries({ note: 'unread-parameter' })).toHaveLength(1)
    simulator.tenant.clock.advance(1)
    expect(await ids(simulator, text)).toEqual([5, 7])
  },
)

test('a stale answer is marked in the journal with its age and whether anything has changed', async () => {
  await using simulator = await createTenant({ people: 24 })
  await ids(simulator)
  simulator.tenant.clock.advance(3 * minute + 1)
  await ids(simulator)
  await callIcims(simulator, 'PATCH', '/people/7', { lastname: 'Quux' })
  await ids(simulator)
  const notes = simulator.tenant.journal.entries({ operation: 'searchPeople' }).map((entry) => entry.notes)
  expect(notes).toEqual([
    [
      {
        kind: 'stale-search',
        subject: 'staleness',
        reason: 'Answered from the cache, 3 minutes old. The tenant has changed since. staleness=0 asks anew.',
      },
    ],
    [
      {
        kind: 'stale-search',
        subject: 'staleness',
        reason: 'Answered from the cache, 3 minutes old. Nothing has changed since. staleness=0 asks anew.',
      },
    ],
    [],
  ])
})

test('what was noted of a search is noted again of its stale answer', async () => {
  await using simulator = await createTenant({ people: 24 })
  const search = { filters: [{ name: 'person.updateddate', value: ['yesterday'] }] }
  await ids(simulator, undefined, search)
  await ids(simulator, undefined, search)
  expect(simulator.tenant.journal.entries({ note: 'dropped-date' })).toHaveLength(2)
})

test('a reset forgets every answer', async () => {
  await using simulator = await asked()
  simulator.reset()
  expect(await ids(simulator)).toEqual([])
})

test('the jobs of a portal are answered as they were, too', async () => {
  await using simulator = await createTenant({ people: 60 })
  const jobs = async (query: string) =>
    (await bodyOf(callIcims(simulator, 'GET', `/search/portals/1${query}`))).searchResults
  const before = await jobs('')
  expect(before.length).toBeGreaterThan(0)
  simulator.tenant.clock.advance(minute)
  await callIcims(simulator, 'PATCH', `/jobs/${before[0].id}`, { jobtitle: 'Renamed' })
  expect(await jobs('')).toEqual(before)
  expect((await jobs('?staleness=0'))[0]).toMatchObject({
    id: before[0].id,
    portalUrl: expect.stringMatching(/renamed/),
  })
})

test('a fixed number of answers is kept, those asked for last', () => {
  const cache = createSearchCache(createFrozenClock(), 3)
  let runs = 0
  const ask = (key: string): number => cache.answer(key, 15, 0, [], () => ++runs)
  for (const key of ['a', 'b', 'c', 'a', 'd']) ask(key)
  expect(['a', 'c', 'd'].map(ask)).toEqual([1, 3, 4])
  expect(ask('b')).toBe(5)
})
