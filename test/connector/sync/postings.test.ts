import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../../simulator/index.ts'
import { postJob, unpostJob } from '../../../simulator/profiles/job-posts.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

type Posting = { remote_id: string; url: string; status: string; visibility: string | null; title: null }
type Job = {
  id: string
  remote_id: string
  post_url: string | null
  visibility: string | null
  job_postings: Posting[]
}

const portals = [{ id: '1' }, { id: 'internal-cedarline' }]

async function jobsOf(pair: Pair, query = ''): Promise<Job[]> {
  return (await pair.api(`/ats/jobs?page_size=250${query}`)).body.data.results
}

async function jobOf(pair: Pair, remoteId: string): Promise<Job> {
  return (await jobsOf(pair, `&remote_ids=${remoteId}`))[0]!
}

/** Portals a job is on, as the tenant has it. */
function postedTo({ tenant }: Simulator, id: number): number[] {
  const posts = (tenant.store.get('job', id)?.jobposts ?? []) as { portal: number; isposted: boolean }[]
  return posts.filter(({ isposted }) => isposted).map(({ portal }) => portal)
}

test('a job has the postings of the portals it is on, and their address and visibility', async () => {
  await using pair = await createPair({ settings: { portals } })
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
  const jobs = await jobsOf(pair)
  const kinds = new Set<string | null>()
  for (const job of jobs) {
    const on = postedTo(pair.simulator, Number(job.remote_id))
    const page = (host: string) => expect.stringContaining(`https://${host}.icims.com/jobs/${job.remote_id}/`)
    const careers = { status: 'ACTIVE', visibility: 'PUBLIC', url: page('careers-cedarline'), title: null }
    const internal = { status: 'ACTIVE', visibility: 'INTERNAL', url: page('internal-cedarline') }
    const expected = [...(on.includes(1) ? [careers] : []), ...(on.includes(2) ? [internal] : [])]
    expect(job.job_postings.toSorted((a, b) => (a.url < b.url ? -1 : 1))).toMatchObject(expected)
    expect(job.visibility).toBe(on.includes(1) ? 'PUBLIC' : on.includes(2) ? 'INTERNAL' : null)
    expect(job.post_url).toEqual(on.includes(1) ? page('careers-cedarline') : null)
    kinds.add(job.visibility)
  }
  expect(kinds.has('PUBLIC') && kinds.has(null)).toBe(true)
  const open = jobs.find(({ post_url }) => post_url !== null)!
  expect(await jobsOf(pair, `&post_url=${encodeURIComponent(open.post_url!)}`)).toMatchObject([{ id: open.id }])
  expect((await jobsOf(pair, '&visibilities=PUBLIC')).length).toBe(
    jobs.filter(({ visibility }) => visibility === 'PUBLIC').length,
  )
})

test('the visibility that an integration gives a portal counts more than what its address tells', async () => {
  await using pair = await createPair({
    simulator: { people: 24 },
    settings: { portals: [{ id: '1', visibility: 'UNLISTED' }] },
  })
  await pair.connector.sync(pair.integrationId)
  const posted = (await jobsOf(pair)).filter(({ job_postings }) => job_postings.length > 0)
  expect(posted.length).toBeGreaterThan(0)
  for (const job of posted) {
    expect(job).toMatchObject({ visibility: 'UNLISTED', post_url: job.job_postings[0]!.url })
  }
})

test('a delta finds what was posted and what was taken down, and those jobs come back as updated', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock }, settings: { portals } })
  await pair.connector.sync(pair.integrationId)
  const before = await jobsOf(pair)
  const up = before.find(({ visibility }) => visibility === 'PUBLIC')!
  const down = before.find(({ job_postings }) => job_postings.length === 0)!
  clock.advance(3_600_000)
  const after = new Date(clock.now() - 1).toISOString()
  const { tenant } = pair.simulator
  for (const portal of postedTo(pair.simulator, Number(up.remote_id)))
    unpostJob(tenant, Number(up.remote_id), String(portal))
  postJob(tenant, Number(down.remote_id), '2')
  // Whether a posting is a change of the job is not known: here it is none.
  for (const { remote_id } of [up, down])
    tenant.store.put('job', Number(remote_id), { ...tenant.store.get('job', Number(remote_id))!, updateddate: 0 })
  const summary = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  expect(summary).toMatchObject({
    type: 'DELTA',
    counts: { ats_job_postings: { created: 1, deleted: up.job_postings.length } },
  })
  expect(await jobOf(pair, up.remote_id)).toMatchObject({ job_postings: [], post_url: null, visibility: null })
  expect(await jobOf(pair, down.remote_id)).toMatchObject({
    job_postings: [{ visibility: 'INTERNAL' }],
    post_url: null,
    visibility: 'INTERNAL',
  })
  const updated = (await jobsOf(pair, `&updated_after=${after}`)).map(({ remote_id }) => remote_id)
  expect(updated.sort()).toEqual([up.remote_id, down.remote_id].sort())
  clock.advance(3_600_000)
  expect(await pair.connector.sync(pair.integrationId, { type: 'DELTA' })).toMatchObject({ calls: 4 + 2 })
})

test('a portal that cannot be read is set aside, and what it showed before stays', async () => {
  await using simulator = await createTenant({ people: 60 })
  let isDown = false
  const answer = async (request: Request) =>
    isDown && request.url.includes('/search/portals/1') ? new Response('', { status: 500 }) : simulator.fetch(request)
  await using pair = await createPair({
    simulator: { people: 0 },
    connector: { fetch: asFetch(answer) },
    settings: { portals },
  })
  await pair.connector.sync(pair.integrationId)
  const before = await jobsOf(pair)
  isDown = true
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({
    state: 'PARTIALLY_FAILED',
    setAside: [{ stream: 'portals', remoteId: '1', reason: expect.stringContaining('portal 1') }],
    counts: { ats_job_postings: { created: 0, changed: 0, deleted: 0 }, ats_jobs: { changed: 0 } },
  })
  expect(await jobsOf(pair)).toEqual(before)
})

test('a portal there is not is told, and nothing else is lost', async () => {
  await using pair = await createPair({ simulator: { people: 24 }, settings: { portals: [{ id: '99' }] } })
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({ state: 'PARTIALLY_FAILED', setAside: [{ stream: 'portals', remoteId: '99' }] })
  expect((await jobsOf(pair)).length).toBe(summary.counts.ats_jobs.created)
})

test('an integration that names no portal makes no call to one', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  await pair.connector.sync(pair.integrationId)
  expect(pair.simulator.tenant.journal.entries({ operation: 'searchPortalByQuery' })).toEqual([])
  expect((await jobsOf(pair)).every(({ post_url, visibility }) => post_url === null && visibility === null)).toBe(true)
})
