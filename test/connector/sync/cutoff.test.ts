import { expect, test } from 'vitest'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'

const day = 86_400_000
type Cutoff = { since: string } | { days: number } | null

async function pairAt(cutoff: Cutoff) {
  const clock = createFrozenClock()
  const pair = await createPair({ simulator: { people: 60, clock } })
  clock.advance(60 * day)
  const setCutoff = (candidateCutoff: Cutoff) =>
    pair.connector.administration.changeSettings(pair.integrationId, { sync: { candidateCutoff } })
  await setCutoff(cutoff)
  return { pair, clock, setCutoff, now: () => new Date(clock.now()).toISOString() }
}

const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

async function rowsOf({ connector, integrationId }: Pair, model: 'ats_candidates' | 'ats_applications' | 'ats_jobs') {
  return connector.store.rows(integrationId, model)
}

async function live(pair: Pair, model: 'ats_candidates' | 'ats_applications' | 'ats_jobs'): Promise<string[]> {
  return (await rowsOf(pair, model)).filter((row) => row.remoteDeletedAt === null).map(({ remoteId }) => remoteId)
}

let touched = 0
const touch = (pair: Pair, id: number) => pair.icims('PATCH', `/people/${id}`, { middlename: `Touched ${touched++}` })

test('a date keeps only candidates and applications updated since, and all jobs', async () => {
  const { pair, now } = await pairAt({ since: '2099-01-01' })
  await using _ = pair
  await touch(pair, 30)
  const since = now()
  await pair.connector.administration.changeSettings(pair.integrationId, { sync: { candidateCutoff: { since } } })
  await sync(pair)
  expect(await live(pair, 'ats_candidates')).toEqual(['30'])
  expect(await live(pair, 'ats_applications')).toEqual([])
  expect(await live(pair, 'ats_jobs')).toHaveLength(pair.simulator.tenant.store.count('job'))
})

test('days roll on: a delta asks for no more than those', async () => {
  const { pair, clock } = await pairAt({ days: 30 })
  await using _ = pair
  await touch(pair, 30)
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { created: 1 } } })
  clock.advance(day)
  await touch(pair, 31)
  clock.advance(40 * day)
  await touch(pair, 32)
  expect(await sync(pair, 'DELTA')).toMatchObject({ type: 'DELTA', counts: { ats_candidates: { created: 1 } } })
  expect((await live(pair, 'ats_candidates')).sort()).toEqual(['30', '32'])
})

test('what falls out of rolling days stays for fourteen more, and then is dropped with its data', async () => {
  const { pair, clock } = await pairAt({ days: 30 })
  await using _ = pair
  await touch(pair, 30)
  await sync(pair)
  clock.advance(31 * day)
  expect(await sync(pair)).toMatchObject({ state: 'SUCCEEDED', counts: { ats_candidates: { deleted: 0 } } })
  expect(await live(pair, 'ats_candidates')).toEqual(['30'])
  clock.advance(13 * day)
  await sync(pair)
  expect(await live(pair, 'ats_candidates')).toEqual(['30'])
  clock.advance(1 * day)
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { deleted: 1 } } })
  const [row] = await rowsOf(pair, 'ats_candidates')
  expect(row).toMatchObject({ remoteId: '30', remoteDeletedAt: expect.any(String), fields: { last_name: null } })
})

test('what is updated again meanwhile is not dropped', async () => {
  const { pair, clock } = await pairAt({ days: 30 })
  await using _ = pair
  await touch(pair, 30)
  await sync(pair)
  clock.advance(31 * day)
  await sync(pair)
  clock.advance(10 * day)
  await touch(pair, 30)
  await sync(pair, 'DELTA')
  clock.advance(10 * day)
  await sync(pair)
  clock.advance(10 * day)
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { deleted: 0 } } })
  expect(await live(pair, 'ats_candidates')).toEqual(['30'])
})

test('under a date that has not moved, what is gone is deleted at once', async () => {
  const { pair, setCutoff, now } = await pairAt(null)
  await using _ = pair
  await setCutoff({ since: now() })
  await touch(pair, 30)
  await touch(pair, 31)
  await sync(pair)
  pair.simulator.tenant.store.remove('person', 30)
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { deleted: 1 } } })
  expect(await live(pair, 'ats_candidates')).toEqual(['31'])
})

test('a filter that is set later leaves what is outside for fourteen days; one that is taken away brings all back', async () => {
  const { pair, clock, setCutoff, now } = await pairAt(null)
  await using _ = pair
  await sync(pair)
  const all = await live(pair, 'ats_candidates')
  await touch(pair, 30)
  await setCutoff({ since: now() })
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { deleted: 0 } } })
  clock.advance(14 * day)
  expect(await sync(pair)).toMatchObject({ counts: { ats_candidates: { deleted: all.length - 1 } } })
  expect(await live(pair, 'ats_candidates')).toEqual(['30'])
  await setCutoff(null)
  await sync(pair)
  expect(await live(pair, 'ats_candidates')).toEqual(all)
})
