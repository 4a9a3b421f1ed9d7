import { expect, test } from 'vitest'
import type { ModelName } from '../../../connector/models/record.ts'
import { listLastSetAside } from '../../../connector/store/set-aside.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

const day = 86_400_000

async function pairWithClock() {
  const clock = createFrozenClock()
  return { clock, pair: await createPair({ simulator: { people: 60, clock } }) }
}

const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

async function rowOf({ connector, integrationId }: Pair, model: ModelName, id: string | number) {
  const rows = await connector.store.rows(integrationId, model)
  return rows.find(({ remoteId }) => remoteId === String(id))!
}

/** A person who has applications, with those. */
function applicant({ simulator }: Pair): { person: number; workflows: number[] } {
  const workflows = [...simulator.tenant.store.each('applicantworkflow')]
  const person = Number(workflows[0]!.data.associatedprofile)
  return { person, workflows: workflows.filter(({ data }) => data.associatedprofile === person).map(({ id }) => id) }
}

test('a deleted row keeps its fields for fourteen days; then its ids, links and dates are left', async () => {
  const { pair, clock } = await pairWithClock()
  await using _ = pair
  await sync(pair)
  const { workflows } = applicant(pair)
  pair.simulator.tenant.store.remove('applicantworkflow', workflows[0]!)
  pair.simulator.tenant.store.remove('person', 30)
  clock.advance(day)
  await sync(pair)
  const person = await rowOf(pair, 'ats_candidates', 30)
  const application = await rowOf(pair, 'ats_applications', workflows[0]!)
  clock.advance(14 * day - 1)
  await sync(pair)
  expect((await rowOf(pair, 'ats_candidates', 30)).fields).toEqual(person.fields)
  clock.advance(1)
  await sync(pair)
  const { id, remoteId, changedAt, remoteDeletedAt, fields, columns } = await rowOf(pair, 'ats_candidates', 30)
  expect({ id, remoteId, changedAt, remoteDeletedAt }).toEqual({
    id: person.id,
    remoteId: '30',
    changedAt: person.changedAt,
    remoteDeletedAt: person.remoteDeletedAt,
  })
  expect(Object.keys(fields)).toEqual(Object.keys(person.fields))
  expect(Object.values(fields).filter((value) => value !== null)).toEqual([[]])
  expect([columns.last_name_folded, columns.email_folded]).toEqual([null, null])
  const emptied = await rowOf(pair, 'ats_applications', workflows[0]!)
  expect(emptied.fields.outcome).toBeNull()
  expect(emptied.columns.job_id).toBe(application.columns.job_id)
  const { body } = await pair.api(`/ats/candidates?include_deleted=true&ids=${id}`)
  expect(body.data.results).toMatchObject([{ id, remote_id: '30', last_name: null, email_addresses: null }])
})

test('a row that is back after its fields were taken out has them again', async () => {
  const { clock, pair } = await pairWithClock()
  await using _ = pair
  await sync(pair)
  const before = await rowOf(pair, 'ats_candidates', 30)
  const kept = pair.simulator.tenant.store.get('person', 30)!
  pair.simulator.tenant.store.remove('person', 30)
  await sync(pair)
  clock.advance(14 * day)
  await sync(pair)
  pair.simulator.tenant.store.put('person', 30, kept)
  clock.advance(day)
  await sync(pair)
  expect(await rowOf(pair, 'ats_candidates', 30)).toMatchObject({ fields: before.fields, remoteDeletedAt: null })
})

test('a person who was merged is deleted by the next delta, and its applications are the other one’s', async () => {
  const { pair, clock } = await pairWithClock()
  await using _ = pair
  await sync(pair)
  const { person, workflows } = applicant(pair)
  const primary = person === 40 ? 41 : 40
  const untouched = await rowOf(pair, 'ats_candidates', primary)
  clock.advance(day)
  await pair.icims('PATCH', `/people/${person}`, {
    firstname: `Merged with ${primary} - 01/16/2026`,
    folder: { id: 'D32020' },
  })
  const summary = await sync(pair, 'DELTA')
  expect(summary).toMatchObject({
    type: 'DELTA',
    state: 'SUCCEEDED',
    counts: { ats_candidates: { deleted: 1 }, ats_applications: { changed: workflows.length } },
  })
  expect((await rowOf(pair, 'ats_candidates', person)).remoteDeletedAt).not.toBeNull()
  expect(await rowOf(pair, 'ats_candidates', primary)).toEqual(untouched)
  const now = new Date(clock.now()).toISOString()
  for (const id of workflows) {
    expect(await rowOf(pair, 'ats_applications', id)).toMatchObject({
      columns: { candidate_id: untouched.id },
      remoteDeletedAt: null,
      changedAt: now,
    })
  }
  // iCIMS still names the discarded person on the workflow: that changes nothing.
  clock.advance(day)
  const again = await sync(pair)
  expect(again.counts.ats_applications).toMatchObject({ created: 0, changed: 0, deleted: 0 })
  expect(again.counts.ats_candidates).toMatchObject({ created: 0, changed: 0, deleted: 0 })
})

test('of two merges one after the other the last one counts, and a circle ends', async () => {
  const { pair, clock } = await pairWithClock()
  await using _ = pair
  const { person, workflows } = applicant(pair)
  const [second, third] = [40, 41, 42].filter((id) => id !== person) as [number, number]
  const merge = (id: number, into: number) =>
    pair.icims('PATCH', `/people/${id}`, { firstname: `Merged with ${into} - 01/16/2026` })
  await merge(person, second)
  await sync(pair)
  const candidateOf = async () => (await rowOf(pair, 'ats_applications', workflows[0]!)).columns.candidate_id
  const idOf = async (id: number) => (await rowOf(pair, 'ats_candidates', id))?.id
  const [secondId, thirdId] = [await idOf(second), await idOf(third)]
  expect(await candidateOf()).toBe(secondId)
  clock.advance(day)
  await merge(second, third)
  await sync(pair, 'DELTA')
  expect(await candidateOf()).toBe(thirdId)
  clock.advance(day)
  await merge(third, second)
  expect(await sync(pair, 'DELTA')).toMatchObject({ state: 'SUCCEEDED' })
})

test('a person who was purged is deleted by the next full run', async () => {
  const { pair, clock } = await pairWithClock()
  await using _ = pair
  await sync(pair)
  await pair.icims('PATCH', '/people/30', { folder: { id: 'D32020' } })
  clock.advance(day)
  await sync(pair, 'DELTA')
  expect((await rowOf(pair, 'ats_candidates', 30)).remoteDeletedAt).toBeNull()
  pair.simulator.tenant.store.remove('person', 30)
  expect((await sync(pair, 'DELTA')).counts.ats_candidates.deleted).toBe(0)
  expect((await sync(pair)).counts.ats_candidates.deleted).toBe(1)
})

test('a person who becomes a hiring manager is no candidate any more, by the next delta', async () => {
  const { pair, clock } = await pairWithClock()
  await using _ = pair
  await sync(pair)
  clock.advance(day)
  await pair.icims('PATCH', '/people/30', { folder: { id: 'D32011' } })
  expect((await sync(pair, 'DELTA')).counts.ats_candidates.deleted).toBe(1)
  expect((await rowOf(pair, 'ats_candidates', 30)).remoteDeletedAt).not.toBeNull()
})

/** A pair whose iCIMS lists person 30 and has no such person. */
async function withGhost() {
  const clock = createFrozenClock()
  const simulator = await createTenant({ people: 60, clock })
  const state = { isGone: false, calls: 0 }
  const answer = async (request: Request): Promise<Response> => {
    if (!new URL(request.url).pathname.endsWith('/people/30')) return simulator.fetch(request)
    state.calls += 1
    const errors = [{ errorMessage: 'Person not found.', errorCode: 2 }]
    return state.isGone ? Response.json({ errors }, { status: 404 }) : simulator.fetch(request)
  }
  const pair = await createPair({ simulator: { people: 0, clock }, connector: { fetch: asFetch(answer) } })
  const { customerId, users } = simulator.coordinates
  const touch = async (): Promise<void> => {
    const authorization = `Basic ${btoa(`${users[0]!.username}:${users[0]!.password}`)}`
    const url = `https://api.icims.com/customers/${customerId}/people/30`
    const headers = { authorization, 'content-type': 'application/json' }
    await simulator.fetch(new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ lastname: 'Ghost' }) }))
  }
  const end = async (): Promise<void> => {
    await pair[Symbol.asyncDispose]()
    await simulator.close()
  }
  return { clock, pair, state, touch, [Symbol.asyncDispose]: end }
}

test('a 404 during a delta is set aside and marks the row: the next full run that finds it so deletes it', async () => {
  await using ghost = await withGhost()
  const { pair, clock, state } = ghost
  await sync(pair)
  state.isGone = true
  clock.advance(day)
  await ghost.touch()
  clock.advance(3_600_000)
  const delta = await sync(pair, 'DELTA')
  const since = new Date(clock.now()).toISOString()
  expect(delta).toMatchObject({
    type: 'DELTA',
    state: 'PARTIALLY_FAILED',
    setAside: [{ stream: 'people', remoteId: '30', isGone: true, since }],
  })
  expect((await rowOf(pair, 'ats_candidates', 30)).remoteDeletedAt).toBeNull()
  state.calls = 0
  clock.advance(day)
  expect(await sync(pair, 'DELTA')).toMatchObject({ setAside: [{ remoteId: '30', since }] })
  expect(state.calls).toBe(0)
  const full = await sync(pair)
  expect(full).toMatchObject({ counts: { ats_candidates: { deleted: 1 } }, setAside: [{ remoteId: '30', since }] })
  expect((await rowOf(pair, 'ats_candidates', 30)).remoteDeletedAt).not.toBeNull()
  expect(await listLastSetAside(pair.connector.store, pair.integrationId)).toHaveLength(1)
})

test('a 404 that is over is read as soon as the record changes, and by a full run in any case', async () => {
  await using ghost = await withGhost()
  const { pair, clock, state } = ghost
  state.isGone = true
  expect(await sync(pair)).toMatchObject({ state: 'PARTIALLY_FAILED', setAside: [{ remoteId: '30' }] })
  state.isGone = false
  clock.advance(day)
  await ghost.touch()
  clock.advance(3_600_000)
  expect(await sync(pair, 'DELTA')).toMatchObject({ type: 'DELTA', state: 'SUCCEEDED', setAside: [] })
  expect((await rowOf(pair, 'ats_candidates', 30)).fields.last_name).toBe('Ghost')
})

test('a full run alone does not delete what its search lists and iCIMS has not, and a 404 of something in between counts nothing', async () => {
  await using simulator = await createTenant({ people: 60 })
  let instead: (() => Response) | undefined
  const answer = async (request: Request): Promise<Response> =>
    (new URL(request.url).pathname.endsWith('/people/30') ? instead?.() : undefined) ?? simulator.fetch(request)
  await using pair = await createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer) } })
  await sync(pair)
  instead = () => new Response('<html>Not here</html>', { status: 404 })
  for (let run = 0; run < 3; run++) expect((await sync(pair)).counts.ats_candidates.deleted).toBe(0)
  instead = () => Response.json({ errors: [{ errorMessage: 'Person not found.', errorCode: 2 }] }, { status: 404 })
  expect((await sync(pair)).counts.ats_candidates.deleted).toBe(0)
  expect((await sync(pair)).counts.ats_candidates.deleted).toBe(1)
})

test('when every record is hidden nobody is deleted, and the run says so', async () => {
  await using simulator = await createTenant({ people: 60 })
  let isHidden = false
  const answer = async (request: Request): Promise<Response> =>
    isHidden && /\/applicantworkflows\/\d+$/.test(new URL(request.url).pathname)
      ? Response.json({ errors: [{ errorMessage: 'Access denied.', errorCode: 3 }] }, { status: 404 })
      : simulator.fetch(request)
  await using pair = await createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer) } })
  await sync(pair)
  isHidden = true
  await sync(pair)
  const summary = await sync(pair)
  expect(summary.counts.ats_applications.deleted).toBe(0)
  expect(summary.message).toContain('The search of applicantworkflows found nothing that can be read')
})
