import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRow } from '../../../connector/store/store.ts'
import { modelNames } from '../../../connector/store/tables.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

const lists = ['jobs', 'candidates', 'applications', 'application-stages']

async function rowsOf({ connector, integrationId }: Pair): Promise<Record<string, StoredRow[]>> {
  return Object.fromEntries(
    await Promise.all(modelNames.map(async (model) => [model, await connector.store.rows(integrationId, model)])),
  )
}

test('a full sync makes one call a record, one a location, one a search page, and one more to know the users', async () => {
  await using pair = await createPair()
  const summary = await pair.connector.sync(pair.integrationId)
  const locations = new Set(
    [...pair.simulator.tenant.store.each('job')].map(({ data }) => JSON.stringify(data.joblocation)),
  )
  expect(summary.calls).toBe(60 + 300 + 900 + locations.size + 3 + 2)
  expect(summary).toMatchObject({ type: 'FULL', state: 'SUCCEEDED', message: null, skipped: 25 })
})

test('a delta after nothing changed costs one search per stream', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await pair.connector.sync(pair.integrationId)
  clock.advance(3_600_000)
  const summary = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  expect(summary).toMatchObject({ type: 'DELTA', calls: 4 })
})

test('a delta reads what changed and nothing else', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await pair.connector.sync(pair.integrationId)
  clock.advance(3_600_000)
  const since = new Date(clock.now() - 1_000).toISOString()
  await pair.icims('PATCH', '/people/40', { lastname: 'Changed' })
  await pair.icims('PATCH', '/applicantworkflows/10050', { status: { id: 'C2040' } })
  await pair.icims('POST', '/people', { firstname: 'New', lastname: 'Person', email: 'new@example.com' })
  const summary = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  expect(summary.calls).toBe(4 + 3)
  expect(summary.counts).toMatchObject({
    ats_candidates: { created: 1, changed: 1 },
    ats_applications: { changed: 1 },
    ats_jobs: { created: 0, changed: 0, unchanged: 0 },
  })
  const { body } = await pair.api(`/ats/candidates?updated_after=${since}&page_size=250`)
  const names = body.data.results.map(({ last_name }: { last_name: string }) => last_name)
  expect(names).toEqual(expect.arrayContaining(['Changed', 'Person']))
  expect(names).toHaveLength(3)
})

test('the first delta of all is a full run', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  expect(await pair.connector.sync(pair.integrationId, { type: 'DELTA' })).toMatchObject({
    type: 'FULL',
    state: 'SUCCEEDED',
  })
})

test('only a full run finds deletions, and a stage is never deleted', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await pair.connector.sync(pair.integrationId)
  clock.advance(60_000)
  const { store } = pair.simulator.tenant
  store.remove('job', 1_007)
  const workflows = [...store.each('applicantworkflow')]
  const { status } = workflows[0]!.data
  for (const { id, data } of workflows) if (data.status === status) store.remove('applicantworkflow', id)
  await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  const remoteIds = async (path: string) =>
    (await pair.api(path)).body.data.results.map(({ remote_id }: { remote_id: string }) => remote_id)
  expect(await remoteIds('/ats/jobs?page_size=250')).toContain('1007')
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary.counts.ats_jobs.deleted).toBe(1)
  expect(await remoteIds('/ats/jobs?page_size=250')).not.toContain('1007')
  expect(await remoteIds('/ats/jobs?page_size=250&include_deleted=true')).toContain('1007')
  expect(await remoteIds('/ats/application-stages')).toContain(status)
})

test('refused credentials end the run at once, say so, and lose nothing', async () => {
  await using simulator = await createTenant({ people: 60 })
  let refused = false
  const answer = async (request: Request): Promise<Response> =>
    refused ? Response.json({ errors: [] }, { status: 401 }) : simulator.fetch(request)
  await using pair = await createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer) } })
  const first = await pair.connector.sync(pair.integrationId, {
    onProgress: ({ stream }) => {
      refused = stream === 'jobs'
    },
  })
  const message = expect.stringContaining('credentials')
  expect(first).toMatchObject({ state: 'AUTHENTICATION_FAILED', message })
  expect((await pair.api('/ats/jobs')).body.error.code).toBe('INTEGRATION.SETUP_SYNC_PENDING')
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ calls: 1, state: 'AUTHENTICATION_FAILED' })
  refused = false
  const last = await pair.connector.sync(pair.integrationId)
  expect(last).toMatchObject({ runId: first.runId, state: 'SUCCEEDED', calls: 1 + 180 })
})

test('an abort cancels the run, and the next one goes on from the last stored page', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  const stop = new AbortController()
  const first = await pair.connector.sync(pair.integrationId, {
    signal: stop.signal,
    onProgress: ({ stream }) => stream === 'jobs' && stop.abort(new Error('enough')),
  })
  expect(first).toMatchObject({ state: 'CANCELLED', message: 'enough' })
  const second = await pair.connector.sync(pair.integrationId)
  expect(second).toMatchObject({
    runId: first.runId,
    state: 'SUCCEEDED',
    counts: { ats_jobs: { created: 0 }, ats_applications: { created: 180 } },
  })
  expect(second.calls).toBe(1 + 180)
})

test('a sync that runs is not started twice', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const [a, b] = await Promise.all([pair.connector.sync(pair.integrationId), pair.connector.sync(pair.integrationId)])
  expect(a).toBe(b)
})

test('wherever a sync is cut off, going on ends with the same rows, and nothing moves twice', async () => {
  await using whole = await createPair({ simulator: { people: 24 } })
  await whole.connector.sync(whole.integrationId)
  const expected = await rowsOf(whole)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), async (cuts) => {
      await using simulator = await createTenant({ people: 24 })
      let left = 0
      const flaky = async (request: Request): Promise<Response> => {
        if (left-- <= 0) throw new TypeError('the network is down')
        return simulator.fetch(request)
      }
      await using pair = await createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(flaky) } })
      for (const cut of cuts) {
        left = cut
        await pair.connector.sync(pair.integrationId)
      }
      left = Number.POSITIVE_INFINITY
      expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'SUCCEEDED' })
      const rows = await rowsOf(pair)
      const content = (all: typeof rows) =>
        Object.fromEntries(
          Object.entries(all).map(([model, list]) => [model, list.map(({ id, fields }) => ({ id, fields }))]),
        )
      expect(content(rows)).toEqual(content(expected))
      const before = JSON.stringify(rows)
      const again = await pair.connector.sync(pair.integrationId)
      expect(Object.values(again.counts).map(({ created, changed, deleted }) => created + changed + deleted)).toEqual([
        ...modelNames.map(() => 0),
      ])
      expect(JSON.stringify(await rowsOf(pair)).replaceAll(/"seen_run":"[^"]*"/g, '')).toBe(
        before.replaceAll(/"seen_run":"[^"]*"/g, ''),
      )
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 6) },
  )
})

test('every list is complete whatever the size of its pages', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  await pair.connector.sync(pair.integrationId)
  for (const list of lists) {
    const whole = (await pair.api(`/ats/${list}?page_size=250`)).body.data.results
    for (const size of [1, 3, 7]) {
      const seen: unknown[] = []
      let cursor: string | null = null
      do {
        const page: { results: unknown[]; next: string | null } = (
          await pair.api(`/ats/${list}?page_size=${size}${cursor === null ? '' : `&cursor=${cursor}`}`)
        ).body.data
        expect(page.results.length).toBeLessThanOrEqual(size)
        seen.push(...page.results)
        cursor = page.next
      } while (cursor !== null)
      expect(seen).toEqual(whole)
    }
  }
})
