import { HTTPClient, Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { apiKey, createPair, type Pair } from '../pair.ts'

test('the official SDK pages through all ten lists and finds every record of the tenant', async () => {
  const settings = { portals: [{ id: '1' }, { id: '2' }], screeningForm: 'Application_Questions' }
  await using pair = await createPair({ settings })
  const summary = await pair.connector.sync(pair.integrationId, { type: 'FULL' })
  expect(summary).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
  const kombo = sdkOf(pair)

  const jobs = await collect(await kombo.ats.getJobs({ page_size: 7 }))
  const expectedJobs = [...pair.simulator.tenant.store.each('job')]
  expect(jobs.length).toBe(expectedJobs.length)
  for (const { id, data } of expectedJobs) {
    const job = jobs.find(({ remote_id }) => remote_id === String(id))!
    expect(job).toMatchObject({ name: data.jobtitle, job_code: data.jobid })
    expect(job.remote_created_at).toEqual(minuteOf(data.createddate))
    expect(job.location?.raw).toContain('United States')
    expect(job.salary_amount_from).toBe((data.minimumsalary as { amount?: number } | undefined)?.amount ?? null)
    expect(job.stages.length).toBeGreaterThan(10)
    expect(job.screening_questions.map(({ title }) => title)).toContain('workauthorization')
    const posts = (data.jobposts ?? []) as { portal: number; isposted: boolean }[]
    const up = posts.filter(({ isposted }) => isposted).map(({ portal }) => (portal === 1 ? 'PUBLIC' : 'INTERNAL'))
    expect(job.job_postings.map(({ visibility }) => String(visibility)).toSorted()).toEqual(up.toSorted())
    expect(job.visibility).toBe(up.includes('PUBLIC') ? 'PUBLIC' : (up[0] ?? null))
    expect(job.post_url !== null).toBe(up.includes('PUBLIC'))
    const team = new Map(
      job.hiring_team.map((member) => [member.remote_id, member.job_roles.map((role) => role.unified_type)]),
    )
    const roles = [
      [data.hiringmanager, 'HIRING_MANAGER'],
      [data.recruiter, 'RECRUITER'],
    ] as const
    for (const [person, role] of roles) expect(team.get(String(person))).toContain(role)
    expect(team.size).toBe(new Set(roles.map(([person]) => person)).size)
  }

  const candidates = await collect(await kombo.ats.getCandidates({ page_size: 50 }))
  const expectedPeople = [...pair.simulator.tenant.store.each('person')].filter(
    ({ data }) => !['D32011', 'D32012'].includes(String(data.folder)),
  )
  expect(candidates.length).toBe(expectedPeople.length)
  for (const { id, data } of expectedPeople) {
    const candidate = candidates.find(({ remote_id }) => remote_id === String(id))!
    expect(candidate).toMatchObject({ first_name: data.firstname, last_name: data.lastname })
    expect(candidate.email_addresses?.[0]?.email_address).toBe(data.email)
    expect(candidate.phone_numbers?.length).toBe(((data.phones ?? []) as unknown[]).length)
  }

  const applications = await collect(await kombo.ats.getApplications({ page_size: 100 }))
  const expectedWorkflows = [...pair.simulator.tenant.store.each('applicantworkflow')]
  expect(applications.length).toBe(expectedWorkflows.length)
  const remoteIds = new Map(applications.map((application) => [application.remote_id, application]))
  for (const { id, data } of expectedWorkflows) {
    const application = remoteIds.get(String(id))!
    expect(application.job?.remote_id).toBe(String(data.baseprofile))
    expect(application.candidate?.remote_id).toBe(String(data.associatedprofile))
    expect(application.current_stage?.remote_id).toBe(data.status)
    expect(application.remote_created_at).toEqual(minuteOf(data.createddate))
  }
  const applied = candidates.flatMap((candidate) => candidate.applications.map(({ id }) => id))
  expect(applied.toSorted()).toEqual(applications.map(({ id }) => id).toSorted())

  const stages = await collect(await kombo.ats.getApplicationStages({ page_size: 3 }))
  const used = new Set(expectedWorkflows.map(({ data }) => String(data.status)))
  expect(stages.map(({ remote_id }) => remote_id).toSorted()).toEqual([...used].toSorted())
  for (const stage of stages) expect(stage.name).toBe(pair.simulator.tenant.lists.node(stage.remote_id!)?.value)

  const users = await collect(await kombo.ats.getUsers({ page_size: 10 }))
  const expectedUsers = [...pair.simulator.tenant.store.each('person')].filter(
    ({ data }) => data.logingroup !== undefined,
  )
  expect(users.map(({ remote_id }) => remote_id).toSorted()).toEqual(
    expectedUsers.map(({ id }) => String(id)).toSorted(),
  )
  for (const { id, data } of expectedUsers) {
    const user = users.find(({ remote_id }) => remote_id === String(id))!
    expect(user).toMatchObject({
      first_name: data.firstname,
      last_name: data.lastname,
      email: data.email,
      system_roles: [],
    })
  }

  const roles = await collect(await kombo.ats.getRoles({ page_size: 1 }))
  expect(roles.map(({ remote_id, scope, unified_type }) => [remote_id, scope, unified_type]).toSorted()).toEqual([
    ['hiringmanager', 'JOB', 'HIRING_MANAGER'],
    ['recruiter', 'JOB', 'RECRUITER'],
  ])

  expect(await collect(await kombo.ats.getTags({}))).toEqual([])
  expect(await collect(await kombo.ats.getOffers({}))).toEqual([])
  expect(await collect(await kombo.ats.getInterviews({}))).toEqual([])
  expect(await collect(await kombo.ats.getRejectionReasons({}))).toEqual([])
})

test('the official SDK starts a sync and checks its key', async () => {
  const gate = Promise.withResolvers<void>()
  await using pair = await createPair({ auth: 'oauth', until: gate.promise })
  const kombo = sdkOf(pair)
  const check = await kombo.general.checkApiKey()
  expect(check.data.environment_id).toBe('local')
  const started = await kombo.general.triggerSync({ type: 'FULL' })
  expect(started.data).toMatchObject({ already_queued: false, type: 'FULL' })
  const again = await kombo.general.triggerSync({ type: 'DELTA' })
  expect(again.data).toEqual({ ...started.data, already_queued: true })
  gate.resolve()
  await pair.connector.sync(pair.integrationId)
  const [page] = [await kombo.ats.getJobs({ page_size: 250 })]
  expect(page.result.data.results).toHaveLength(60)
})

test("the official SDK reads our errors as the unified API's own", async () => {
  await using pair = await createPair()
  const kombo = sdkOf(pair)
  await expect(kombo.ats.getJobs({})).rejects.toMatchObject({ error: { code: 'INTEGRATION.SETUP_SYNC_PENDING' } })
  await expect(kombo.ats.getTags({})).rejects.toMatchObject({ error: { code: 'INTEGRATION.SETUP_SYNC_PENDING' } })
  const stranger = sdkOf(pair, { key: 'another-key' })
  await expect(stranger.general.checkApiKey()).rejects.toMatchObject({
    error: { code: 'PLATFORM.AUTHENTICATION_INVALID' },
  })
})

function sdkOf(pair: Pair, { key = apiKey }: { key?: string } = {}): Kombo {
  const http_client = new HTTPClient({ fetcher: async (input, init) => pair.connector.fetch(new Request(input, init)) })
  return new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: key,
    integration_id: `icims:${pair.integrationId}`,
    http_client,
  })
}

async function collect<T>(pages: AsyncIterable<{ result: { data: { results: T[] } } }>): Promise<T[]> {
  const all: T[] = []
  for await (const page of pages) all.push(...page.result.data.results)
  return all
}

/** iCIMS shows dates by the minute. */
function minuteOf(milliseconds: unknown): Date {
  return new Date(Number(milliseconds) - (Number(milliseconds) % 60_000))
}
