import { expect, test } from 'vitest'
import { knownUpTo } from '../../../connector/sync/window.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

const minute = 60_000

test.each([
  ['is unknown', undefined, '2026-01-15T11:45:00.000Z'],
  ['is none', 0, '2026-01-15T12:00:00.000Z'],
  ['puts theirs behind', -20 * minute, '2026-01-15T11:40:00.000Z'],
  ['puts theirs ahead', 20 * minute, '2026-01-15T12:00:00.000Z'],
])('where the difference of the clocks %s, the next delta starts so', (_, skew, expected) => {
  expect(knownUpTo('2026-01-15T12:00:00.000Z', skew)).toBe(expected)
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
