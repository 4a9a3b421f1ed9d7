import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

/** A connector whose iCIMS answers as `instead` says, and as the tenant does where that says nothing. */
function pairOver(simulator: Simulator, instead: (path: string) => Response | undefined): Promise<Pair> {
  const answer = async (request: Request): Promise<Response> =>
    instead(new URL(request.url).pathname) ?? simulator.fetch(request)
  return createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer) } })
}

const down = (): Response => new Response('', { status: 500 })
const html = (): Response => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
const forbidden = (): Response => Response.json({ errors: [{ errorMessage: 'No.', errorCode: 3 }] }, { status: 403 })

test.each([
  ['answers 500 at every try', down, /^The person 20 cannot be read\. .* in 5 tries: it answered 500\.$/],
  ['is hidden', forbidden, /^iCIMS gives the API user no access to the person 20 \(No\.\)\.$/],
  ['is no record', () => Response.json([]), /^Person 20 is not a JSON object\.$/],
])('a record that %s is set aside with its reason, and the run goes on', async (_, answer, reason) => {
  await using simulator = await createTenant({ people: 24 })
  await using pair = await pairOver(simulator, (path) => (path.endsWith('/people/20') ? answer() : undefined))
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({
    state: 'PARTIALLY_FAILED',
    message: '1 records could not be read and were set aside.',
    setAside: [{ stream: 'people', remoteId: '20', reason: expect.stringMatching(reason) }],
  })
  expect(summary.counts.ats_candidates.created).toBeGreaterThan(15)
})

test('a search that answers 500, 403 or a page of HTML stops the run, which is resumed there', async () => {
  await using simulator = await createTenant({ people: 24 })
  let answer: (() => Response) | undefined = down
  await using pair = await pairOver(simulator, (path) => (path.endsWith('/search/jobs') ? answer?.() : undefined))
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'FAILED', setAside: [] })
  answer = forbidden
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'FAILED', setAside: [] })
  answer = html
  const third = await pair.connector.sync(pair.integrationId)
  expect(third).toMatchObject({ state: 'FAILED', setAside: [], message: expect.stringMatching(/no JSON/) })
  answer = undefined
  const last = await pair.connector.sync(pair.integrationId)
  expect(last).toMatchObject({ state: 'SUCCEEDED', counts: { ats_candidates: { created: 0 } } })
})

test('a server that fails on every record is down: the run stops and sets nothing aside', async () => {
  await using simulator = await createTenant({ people: 60 })
  let isDown = false
  const instead = (path: string) => (isDown && /\/people\/\d+$/.test(path) ? down() : undefined)
  await using pair = await pairOver(simulator, instead)
  isDown = true
  const first = await pair.connector.sync(pair.integrationId)
  expect(first).toMatchObject({ state: 'FAILED', setAside: [] })
  expect(first.message).toMatch(/^iCIMS failed on \d+ records in a row, so it seems to be down\./)
  isDown = false
  const second = await pair.connector.sync(pair.integrationId)
  expect(second).toMatchObject({ runId: first.runId, state: 'SUCCEEDED', setAside: [] })
})

test('a server that goes down in the middle of a page stops the run after a few records', async () => {
  await using simulator = await createTenant()
  let read = 0
  const instead = (path: string) => (/\/people\/\d+$/.test(path) && ++read > 100 ? down() : undefined)
  await using pair = await pairOver(simulator, instead)
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'FAILED', setAside: [] })
  // Five tries of the ten it took, of those begun meanwhile, and of the one that could be read before.
  expect(read).toBeLessThanOrEqual(100 + 5 * (10 + 2 * 16 + 1))
})

test('a batch of bad records among good ones is set aside', async () => {
  await using simulator = await createTenant()
  const isBad = (path: string) => Number(/\/people\/(\d+)$/.exec(path)?.[1]) > 270
  await using pair = await pairOver(simulator, (path) => (isBad(path) ? down() : undefined))
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({ state: 'PARTIALLY_FAILED' })
  expect(summary.setAside).toHaveLength(30)
})

test('a location that the server fails on sets its jobs aside, a hidden one leaves its text', async () => {
  await using simulator = await createTenant()
  let answer: (() => Response) | undefined = down
  await using pair = await pairOver(simulator, (path) => (path.includes('/addresses/') ? answer?.() : undefined))
  const first = await pair.connector.sync(pair.integrationId)
  expect(first).toMatchObject({ state: 'PARTIALLY_FAILED', counts: { ats_jobs: { created: 0 } } })
  expect(first.setAside).toHaveLength(60)
  answer = forbidden
  const second = await pair.connector.sync(pair.integrationId)
  expect(second).toMatchObject({ state: 'SUCCEEDED', counts: { ats_jobs: { created: 60 } } })
  const { results } = (await pair.api('/ats/jobs')).body.data
  expect(results[0].location).toMatchObject({ city: null, raw: expect.any(String) })
})

test('a delta reads again what the run before set aside, until it can be read', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 24, clock })
  clock.advance(86_400_000)
  let bad: string | undefined = '/people/20'
  const answer = async (request: Request): Promise<Response> =>
    bad !== undefined && request.url.includes(bad) ? down() : simulator.fetch(request)
  await using pair = await createPair({ simulator: { people: 0, clock }, connector: { fetch: asFetch(answer) } })
  const step = async () => {
    clock.advance(86_400_000)
    return pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  }
  const set = { setAside: [{ stream: 'people', remoteId: '20' }], state: 'PARTIALLY_FAILED' }
  expect(await step()).toMatchObject({ ...set, type: 'FULL' })
  expect(await step()).toMatchObject({ ...set, type: 'DELTA' })
  bad = undefined
  const healed = await step()
  expect(healed).toMatchObject({ type: 'DELTA', state: 'SUCCEEDED', setAside: [], calls: 5 })
  expect(healed.counts.ats_candidates.created).toBe(1)
  expect(await step()).toMatchObject({ state: 'SUCCEEDED', calls: 4 })
})

test('a full run deletes what is gone and keeps what it could not read', async () => {
  await using simulator = await createTenant({ people: 24 })
  let isBad = false
  const instead = (path: string) => (isBad && path.endsWith('/people/20') ? down() : undefined)
  await using pair = await pairOver(simulator, instead)
  await pair.connector.sync(pair.integrationId)
  isBad = true
  simulator.tenant.store.remove('person', 19)
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({ state: 'PARTIALLY_FAILED', counts: { ats_candidates: { deleted: 1 } } })
  const rows = await pair.connector.store.rows(pair.integrationId, 'ats_candidates')
  const deleted = rows.filter(({ remoteDeletedAt }) => remoteDeletedAt !== null)
  expect(deleted.map(({ remoteId }) => remoteId)).toEqual(['19'])
})

test('a full run that finds nobody deletes nobody, and says so', async () => {
  await using simulator = await createTenant({ people: 24 })
  let isEmpty = false
  const instead = (path: string) =>
    isEmpty && path.endsWith('/search/people') ? Response.json({ searchResults: [] }) : undefined
  await using pair = await pairOver(simulator, instead)
  const stored = (await pair.connector.sync(pair.integrationId)).counts.ats_candidates.created
  isEmpty = true
  simulator.tenant.store.remove('job', 1_001)
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({
    state: 'PARTIALLY_FAILED',
    message: `The search of people found nothing, but ${stored} rows of it are stored: none was deleted. Check that the API user may search people.`,
    counts: { ats_candidates: { deleted: 0 }, ats_jobs: { deleted: 1 } },
  })
})

test('a full run of an empty tenant is fine', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  await pair.connector.sync(pair.integrationId)
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'SUCCEEDED', message: null })
})
