import { expect, test } from 'vitest'
import { listRuns } from '../../../connector/store/run-history.ts'
import { findOpenRuns } from '../../../connector/store/runs.ts'
import { createFrozenClock, defaultCoordinates } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'

const day = 86_400_000

/** A pair whose iCIMS allows so many calls a day; the reserve is nothing unless it is named. */
async function limited(quota: number, people: number, reserve: { actions?: number; deltas?: number } = {}) {
  const clock = createFrozenClock()
  const users = defaultCoordinates.users.map((user) => ({ ...user, quota }))
  const pair = await createPair({ simulator: { people, clock, coordinates: { ...defaultCoordinates, users } } })
  const { administration } = pair.connector
  await administration.changeSettings(pair.integrationId, { sync: { reserve: { actions: 0, deltas: 0, ...reserve } } })
  return { pair, clock }
}

const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

test('a first sync that takes three days goes on each midnight, and reads nothing twice', async () => {
  const { pair, clock } = await limited(500, 300)
  await using _ = pair
  const alone = await createPair({ simulator: { people: 300 } })
  const least = (await sync(alone)).calls
  await alone[Symbol.asyncDispose]()
  const midnights: (string | null)[] = []
  let summary = await sync(pair)
  let calls = summary.calls
  while (summary.state === 'TIMED_OUT') {
    expect(summary.calls).toBeLessThanOrEqual(500)
    expect(summary.calls).toBeGreaterThan(500 - 2 * 16)
    midnights.push(summary.resumeAt)
    expect(await findOpenRuns(pair.connector.store, pair.integrationId)).toMatchObject([
      { resumeAt: summary.resumeAt, attemptState: 'TIMED_OUT' },
    ])
    // Nothing is asked for before.
    expect(await sync(pair)).toMatchObject({ state: 'TIMED_OUT', calls: expect.toSatisfy((n: number) => n <= 1) })
    clock.advance(day)
    summary = await sync(pair)
    calls += summary.calls
  }
  expect(summary).toMatchObject({ state: 'SUCCEEDED', resumeAt: null })
  expect(midnights.length).toBeGreaterThanOrEqual(2)
  for (const midnight of midnights) expect(midnight).toMatch(/T00:00:00/)
  // Each day: one search to find the place again, the one that had been made ahead, and the addresses of jobs once more.
  expect(calls).toBeLessThan(least + midnights.length * 80)
})

test('a run leaves the reserve to actions', async () => {
  const { pair } = await limited(300, 300, { actions: 120 })
  await using _ = pair
  const summary = await sync(pair)
  expect(summary).toMatchObject({ state: 'TIMED_OUT', message: expect.stringContaining('reserve 120') })
  expect(summary.callsLeft).toBeGreaterThanOrEqual(120)
  expect(summary.callsLeft).toBeLessThan(120 + 32)
  expect((await pair.icims('GET', '/people/100')).status).toBe(200)
})

test('while a full run waits for the next day deltas go on, out of calls that were kept for them', async () => {
  const { pair, clock } = await limited(2_000, 300, { deltas: 100 })
  await using _ = pair
  expect(await sync(pair)).toMatchObject({ state: 'SUCCEEDED' })
  const first = (await listRuns(pair.connector.store, pair.integrationId, 1))[0]!
  clock.advance(60_000)
  const full = await sync(pair)
  expect(full).toMatchObject({ type: 'FULL', state: 'TIMED_OUT' })
  expect(full.callsLeft).toBeGreaterThanOrEqual(100)
  clock.advance(60_000)
  await pair.icims('PATCH', '/people/100', { lastname: 'Meanwhile' })
  await pair.icims('POST', '/people', { firstname: 'New', lastname: 'Meanwhile', email: 'new@example.com' })
  const delta = await sync(pair, 'DELTA')
  expect(delta).toMatchObject({
    type: 'DELTA',
    state: 'SUCCEEDED',
    counts: { ats_candidates: { created: 1, changed: 1 } },
  })
  const rest = await limitlessFull(pair, clock)
  expect(rest).toMatchObject({ runId: full.runId, state: 'SUCCEEDED' })
  // What the delta saw is there, so the full run has not deleted it.
  const rows = await pair.connector.store.rows(pair.integrationId, 'ats_candidates')
  expect(rows.filter(({ remoteDeletedAt }) => remoteDeletedAt !== null)).toEqual([])
  expect(rows.filter(({ fields }) => fields.last_name === 'Meanwhile')).toHaveLength(2)
  expect(first.id).not.toBe(full.runId)
})

test('a full run that ends after a delta does not take the date back', async () => {
  const { pair, clock } = await limited(2_000, 300, { deltas: 100 })
  await using _ = pair
  await sync(pair)
  clock.advance(60_000)
  await sync(pair)
  clock.advance(3_600_000)
  await sync(pair, 'DELTA')
  const cursors = () => pair.connector.store.database.selectFrom('sync_cursor').selectAll().orderBy('stream').execute()
  const before = await cursors()
  expect(await limitlessFull(pair, clock)).toMatchObject({ state: 'SUCCEEDED' })
  expect(await cursors()).toEqual(before)
})

test('a full run that begins makes a delta needless that was cut off', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 24, clock } })
  await sync(pair)
  clock.advance(3_600_000)
  const stop = new AbortController()
  stop.abort(new Error('enough'))
  const delta = await pair.connector.sync(pair.integrationId, { type: 'DELTA', signal: stop.signal })
  expect(delta).toMatchObject({ type: 'DELTA', state: 'CANCELLED' })
  await sync(pair)
  const runs = await listRuns(pair.connector.store, pair.integrationId, 2)
  expect(runs).toMatchObject([
    { type: 'FULL', state: 'SUCCEEDED' },
    { id: delta.runId, state: 'CANCELLED', message: 'A full run has taken its place.' },
  ])
})

async function limitlessFull(pair: Pair, clock: { advance(milliseconds: number): void }) {
  let summary = await sync(pair)
  for (let days = 0; summary.state === 'TIMED_OUT' && days < 5; days++) {
    clock.advance(day)
    summary = await sync(pair)
  }
  return summary
}
