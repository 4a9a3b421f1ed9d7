import { expect, test } from 'vitest'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'

const day = 86_400_000

async function createdOnly(): Promise<{ pair: Pair; clock: ReturnType<typeof createFrozenClock> }> {
  const clock = createFrozenClock()
  const pair = await createPair({ simulator: { people: 60, clock } })
  await pair.connector.administration.changeSettings(pair.integrationId, { sync: { createdOnly: true } })
  return { pair, clock }
}

const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

const adopt = ({ connector, integrationId }: Pair, ids: string[]) =>
  connector.administration.adoptApplications(integrationId, ids)

async function live({ connector, integrationId }: Pair, model: 'ats_candidates' | 'ats_applications' | 'ats_jobs') {
  const rows = await connector.store.rows(integrationId, model)
  return rows.filter(({ remoteDeletedAt }) => remoteDeletedAt === null).map(({ remoteId }) => remoteId)
}

/** A workflow of the tenant, with its person. */
function workflows({ simulator }: Pair): { id: string; person: string }[] {
  return [...simulator.tenant.store.each('applicantworkflow')].map(({ id, data }) => ({
    id: String(id),
    person: String(data.associatedprofile),
  }))
}

test('with nothing tracked candidates and applications are empty, while jobs and users are synced in full', async () => {
  const { pair } = await createdOnly()
  await using _ = pair
  expect(await sync(pair)).toMatchObject({ state: 'SUCCEEDED', message: null })
  expect(await live(pair, 'ats_candidates')).toEqual([])
  expect(await live(pair, 'ats_applications')).toEqual([])
  expect((await live(pair, 'ats_jobs')).length).toBe(pair.simulator.tenant.store.count('job'))
  expect((await pair.api('/ats/users')).body.data.results.length).toBeGreaterThan(0)
})

test('adopted applications are read with their candidates, and nothing else is', async () => {
  const { pair } = await createdOnly()
  await using _ = pair
  const [one, two] = workflows(pair)
  expect(await adopt(pair, [one!.id, two!.id, one!.id])).toBe(2)
  expect(await adopt(pair, [two!.id])).toBe(0)
  const base = await sync(pair)
  expect((await live(pair, 'ats_applications')).sort()).toEqual([one!.id, two!.id].sort())
  expect((await live(pair, 'ats_candidates')).sort()).toEqual([...new Set([one!.person, two!.person])].sort())
  const again = await sync(pair)
  expect(again).toMatchObject({ state: 'SUCCEEDED' })
  expect(again.calls).toBe(base.calls)
  const searches = pair.simulator.tenant.journal
    .entries()
    .filter(({ path }) => path.endsWith('/search/applicantworkflows'))
  expect(searches).toEqual([])
})

test('a delta reads tracked applications that changed, and what was adopted since, whenever that changed', async () => {
  const { pair, clock } = await createdOnly()
  await using _ = pair
  const [one, two, other] = workflows(pair).filter(
    ({ person }, i, all) => all.findIndex((w) => w.person === person) === i,
  )
  await adopt(pair, [one!.id])
  await sync(pair)
  clock.advance(day)
  expect(await sync(pair, 'DELTA')).toMatchObject({ state: 'SUCCEEDED' })
  clock.advance(day)
  await adopt(pair, [two!.id])
  await pair.icims('PATCH', `/people/${one!.person}`, { lastname: 'Tracked' })
  await pair.icims('PATCH', `/people/${other!.person}`, { lastname: 'Untracked' })
  await pair.icims('PATCH', `/applicantworkflows/${other!.id}`, { status: { id: 'C2040' } })
  clock.advance(3_600_000)
  const delta = await sync(pair, 'DELTA')
  expect(delta).toMatchObject({
    type: 'DELTA',
    state: 'SUCCEEDED',
    counts: { ats_applications: { created: 1 }, ats_candidates: { created: 1, changed: 1 } },
  })
  expect(await live(pair, 'ats_applications')).toHaveLength(2)
  clock.advance(day)
  // The four searches, and nothing more.
  expect(await sync(pair, 'DELTA')).toMatchObject({ calls: 4 })
})

test('switched on later, it drops what is not tracked with the next full run', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await sync(pair)
  const [one] = workflows(pair)
  await pair.connector.administration.changeSettings(pair.integrationId, { sync: { createdOnly: true } })
  await adopt(pair, [one!.id])
  const summary = await sync(pair)
  expect(summary).toMatchObject({ state: 'SUCCEEDED', message: null })
  expect(summary.counts.ats_applications.deleted).toBeGreaterThan(10)
  expect(await live(pair, 'ats_applications')).toEqual([one!.id])
  expect(await live(pair, 'ats_candidates')).toEqual([one!.person])
})

test('a run that was cut off is not resumed with other settings', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  const stop = new AbortController()
  const first = await pair.connector.sync(pair.integrationId, {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  })
  expect(first).toMatchObject({ state: 'CANCELLED' })
  await pair.connector.administration.changeSettings(pair.integrationId, { sync: { createdOnly: true } })
  const second = await sync(pair)
  expect(second.runId).not.toBe(first.runId)
  expect(await live(pair, 'ats_candidates')).toEqual([])
})

test('an application that is tracked and gone is deleted once two full runs have not found it', async () => {
  const { pair } = await createdOnly()
  await using _ = pair
  const [one, two] = workflows(pair)
  await adopt(pair, [one!.id, two!.id])
  await sync(pair)
  pair.simulator.tenant.store.remove('applicantworkflow', Number(one!.id))
  expect(await sync(pair)).toMatchObject({ state: 'PARTIALLY_FAILED', counts: { ats_applications: { deleted: 0 } } })
  expect(await sync(pair)).toMatchObject({ counts: { ats_applications: { deleted: 1 } } })
  expect(await live(pair, 'ats_applications')).toEqual([two!.id])
})

test.each([['12x'], [''], ['-3'], ['0']])('%j is no application to adopt, and none of the others is', async (id) => {
  const { pair } = await createdOnly()
  await using _ = pair
  await expect(adopt(pair, ['10001', id])).rejects.toMatchObject({ name: 'AdministrationError' })
  expect(await adopt(pair, ['10001'])).toBe(1)
})
