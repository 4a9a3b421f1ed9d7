import { expect, test } from 'vitest'
import { daysFor } from '../../../connector/sync/budget.ts'
import { createFrozenClock, defaultCoordinates } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'

async function limited(quota: number, people = 60) {
  const clock = createFrozenClock()
  const users = defaultCoordinates.users.map((user) => ({ ...user, quota }))
  const pair = await createPair({ simulator: { people, clock, coordinates: { ...defaultCoordinates, users } } })
  await pair.connector.administration.changeSettings(pair.integrationId, {
    sync: { reserve: { actions: 0, deltas: 0 } },
  })
  return { pair, clock }
}

const plan = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.plan(integrationId, { type })
const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

test('a plan tells the calls a full sync makes, costs its searches alone, and writes nothing', async () => {
  const { pair } = await limited(100_000)
  await using _ = pair
  const planned = await plan(pair)
  expect(planned).toMatchObject({ type: 'FULL', resumes: null, spent: 4 })
  const { tenant } = pair.simulator
  expect(planned.streams).toMatchObject([
    { stream: 'people', records: tenant.store.count('person'), searches: 1 },
    { stream: 'users', searches: 1 },
    { stream: 'jobs', records: tenant.store.count('job'), searches: 1 },
    { stream: 'applicantworkflows', records: tenant.store.count('applicantworkflow'), searches: 1 },
  ])
  expect(pair.simulator.tenant.journal.total).toBe(4)
  const { database } = pair.connector.store
  expect(await database.selectFrom('sync_run').selectAll().execute()).toEqual([])
  const { calls } = await sync(pair)
  expect(calls).toBeGreaterThanOrEqual(planned.calls.atLeast)
  expect(calls).toBeLessThanOrEqual(planned.calls.atMost)
})

test('a plan of a delta counts what changed and what is to be read again', async () => {
  const { pair, clock } = await limited(100_000)
  await using _ = pair
  await sync(pair)
  clock.advance(86_400_000)
  await sync(pair, 'DELTA')
  clock.advance(86_400_000)
  await pair.icims('PATCH', '/people/30', { lastname: 'Changed' })
  clock.advance(3_600_000)
  const planned = await plan(pair, 'DELTA')
  expect(planned).toMatchObject({ type: 'DELTA', calls: { atLeast: 5, atMost: 5 }, days: { atLeast: 1, atMost: 1 } })
  expect((await sync(pair, 'DELTA')).calls).toBe(5)
})

test('a plan tells the days, and the days are right', async () => {
  const { pair, clock } = await limited(120)
  await using _ = pair
  const planned = await plan(pair)
  expect(planned).toMatchObject({ callsADay: 120, callsLeft: 120 - planned.spent })
  let days = 1
  for (let summary = await sync(pair); summary.state === 'TIMED_OUT'; days++) {
    clock.advance(86_400_000)
    summary = await sync(pair)
  }
  expect(days).toBeGreaterThanOrEqual(planned.days!.atLeast)
  expect(days).toBeLessThanOrEqual(planned.days!.atMost + 1)
})

test('a run that was cut off is planned from where it goes on', async () => {
  const { pair, clock } = await limited(120)
  await using _ = pair
  const whole = await plan(pair)
  const first = await sync(pair)
  expect(first).toMatchObject({ state: 'TIMED_OUT' })
  clock.advance(86_400_000)
  const rest = await plan(pair)
  expect(rest).toMatchObject({ type: 'FULL', resumes: first.runId })
  expect(rest.calls.atLeast).toBeLessThan(whole.calls.atLeast - 80)
})

test('of tracked applications a plan needs no search', async () => {
  const { pair } = await limited(100_000)
  await using _ = pair
  const { administration } = pair.connector
  await administration.changeSettings(pair.integrationId, { sync: { createdOnly: true } })
  const ids = [...pair.simulator.tenant.store.each('applicantworkflow')].slice(0, 3).map(({ id }) => String(id))
  await administration.adoptApplications(pair.integrationId, ids)
  const { streams, spent } = await plan(pair)
  expect(spent).toBe(2)
  expect(streams.find(({ stream }) => stream === 'applicantworkflows')).toMatchObject({ records: 3, searches: 0 })
})

test('a plan says how it goes on', async () => {
  const { pair } = await limited(100_000)
  await using _ = pair
  const seen: string[] = []
  await pair.connector.plan(pair.integrationId, { onProgress: ({ stream, calls }) => seen.push(`${stream} ${calls}`) })
  expect(seen).toEqual(['people 1', 'users 2', 'jobs 3', 'applicantworkflows 4'])
})

test.each([
  [100, 100, 40, 2],
  [40, 100, 40, 1],
  [241, 100, 40, 4],
  [100, 100, -5, 2],
])('%i calls at %i a day with %i left today take %i days', (calls, callsADay, today, days) => {
  expect(daysFor({ atLeast: calls, atMost: calls }, callsADay, today)).toEqual({ atLeast: days, atMost: days })
})

test('no day is enough where every call is kept for others', () => {
  expect(daysFor({ atLeast: 1, atMost: 2 }, 0, 10)).toBeNull()
})
