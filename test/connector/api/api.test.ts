import { expect, test } from 'vitest'
import { neverSentCodes, sentCodes } from '../../../connector/api/errors.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { databases } from '../databases.ts'

type Result = Record<string, unknown> & { id: string; remote_id: string }

async function results(pair: Pair, path: string): Promise<Result[]> {
  const { status, body } = await pair.api(`${path}${path.includes('?') ? '&' : '?'}page_size=250`)
  expect(status).toBe(200)
  return body.data.results
}

for (const { name, open } of databases) {
  test(`${name}: every filter finds what its rows say`, async () => {
    await using pair = await createPair({ simulator: { people: 60 }, connector: { database: await open() } })
    await pair.connector.sync(pair.integrationId)
    const jobs = await results(pair, '/ats/jobs')
    const candidates = await results(pair, '/ats/candidates')
    const applications = await results(pair, '/ats/applications')
    const ids = (rows: Result[]) => rows.map(({ id }) => id).sort()
    const same = async (path: string, expected: Result[]) =>
      expect(ids(await results(pair, path)), path).toEqual(ids(expected))
    const [job] = jobs
    await same(`/ats/jobs?job_codes=${job!.job_code},nope`, [job!])
    await same(`/ats/jobs?ids=${job!.id},${jobs[1]!.id}`, jobs.slice(0, 2))
    await same(`/ats/jobs?remote_ids=${job!.remote_id}`, [job!])
    await same(
      '/ats/jobs?statuses=OPEN,DRAFT',
      jobs.filter(({ status }) => status === 'OPEN' || status === 'DRAFT'),
    )
    await same(
      '/ats/jobs?status=CLOSED',
      jobs.filter(({ status }) => status === 'CLOSED'),
    )
    await same(
      '/ats/jobs?employment_types=PART_TIME',
      jobs.filter(({ employment_type }) => employment_type === 'PART_TIME'),
    )
    await same(
      '/ats/jobs?name_contains=NURSE',
      jobs.filter((one) => String(one.name).toLowerCase().includes('nurse')),
    )
    await same('/ats/jobs?name_contains=%25', [])
    const middle = jobs.map((one) => String(one.remote_created_at)).sort()[6]!
    await same(
      `/ats/jobs?remote_created_after=${middle}`,
      jobs.filter((one) => String(one.remote_created_at) > middle),
    )
    await same('/ats/jobs?visibilities=PUBLIC', [])
    await same('/ats/jobs?visibilities=PUBLIC&ignore_unsupported_filters=true', jobs)
    await same('/ats/jobs?post_url=https://example.com', [])
    const [candidate] = candidates
    const email = (candidate!.email_addresses as { email_address: string }[])[0]!.email_address
    await same(`/ats/candidates?email=${encodeURIComponent(email.toUpperCase())}`, [candidate!])
    await same('/ats/candidates?email=%25', [])
    await same(
      `/ats/candidates?first_name=${encodeURIComponent(String(candidate!.first_name).toUpperCase())}&last_name=${encodeURIComponent(String(candidate!.last_name))}`,
      [candidate!],
    )
    await same(
      `/ats/candidates?job_ids=${applications[0]!.job_id}`,
      candidates.filter(({ id }) =>
        applications.some((one) => one.job_id === applications[0]!.job_id && one.candidate_id === id),
      ),
    )
    await same(
      '/ats/applications?outcomes=PENDING,HIRED',
      applications.filter(({ outcome }) => outcome === 'PENDING'),
    )
    await same(
      '/ats/applications?outcome=DECLINED',
      applications.filter(({ outcome }) => outcome === 'DECLINED'),
    )
    await same(
      `/ats/applications?job_ids=${job!.id}`,
      applications.filter(({ job_id }) => job_id === job!.id),
    )
    await same(
      `/ats/applications?job_remote_ids=${job!.remote_id}`,
      applications.filter(({ job_id }) => job_id === job!.id),
    )
    const stage = applications[0]!.current_stage_id
    await same(
      `/ats/applications?current_stage_ids=${stage}`,
      applications.filter(({ current_stage_id }) => current_stage_id === stage),
    )
    const applied = applications.map((one) => String(one.remote_created_at)).sort()[20]!
    await same(
      `/ats/applications?remote_created_after=${applied}`,
      applications.filter((one) => String(one.remote_created_at) > applied),
    )
  })

  test(`${name}: updated_after reacts to nested rows as the unified API says`, async () => {
    const clock = createFrozenClock()
    await using pair = await createPair({ simulator: { people: 60, clock }, connector: { database: await open() } })
    await pair.connector.sync(pair.integrationId)
    const [application] = await results(pair, '/ats/applications?outcome=PENDING')
    const candidateId = (application!.candidate as { remote_id: string }).remote_id
    const step = async (change: () => Promise<unknown>) => {
      clock.advance(3_600_000)
      const after = encodeURIComponent(new Date(clock.now() - 1).toISOString())
      await change()
      await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
      const count = async (list: string) => (await results(pair, `/ats/${list}?updated_after=${after}`)).length
      return {
        jobs: await count('jobs'),
        candidates: await count('candidates'),
        applications: await count('applications'),
        stages: await count('application-stages'),
      }
    }
    const own = (await results(pair, '/ats/applications')).filter(
      (one) => one.candidate_id === application!.candidate_id,
    ).length
    expect(await step(() => pair.icims('PATCH', `/people/${candidateId}`, { lastname: 'Changed' }))).toEqual({
      jobs: 0,
      candidates: 1,
      applications: own,
      stages: 0,
    })
    expect(
      await step(() =>
        pair.icims('PATCH', `/applicantworkflows/${application!.remote_id}`, { status: { id: 'C36950' } }),
      ),
    ).toMatchObject({ candidates: 1, applications: 1 })
    const job = (application!.job as { remote_id: string }).remote_id
    expect(await step(() => pair.icims('PATCH', `/jobs/${job}`, { jobtitle: 'Renamed' }))).toEqual({
      jobs: 1,
      candidates: 0,
      applications: 0,
      stages: 0,
    })
    const known = new Set((await results(pair, '/ats/application-stages')).map(({ remote_id }) => remote_id))
    const unused = pair.simulator.tenant.config.statuses.find(({ id }) => !known.has(id))
    if (unused !== undefined) {
      const moved = await step(() =>
        pair.icims('PATCH', `/applicantworkflows/${application!.remote_id}`, { status: { id: unused.id } }),
      )
      expect(moved).toEqual({ jobs: 12, candidates: 1, applications: 1, stages: 1 })
    }
  })
}

test('rows nested in rows are the rows themselves', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  await pair.connector.sync(pair.integrationId)
  const candidates = new Map((await results(pair, '/ats/candidates')).map((row) => [row.id, row]))
  const jobs = new Map((await results(pair, '/ats/jobs')).map((row) => [row.id, row]))
  for (const application of await results(pair, '/ats/applications')) {
    const candidate = candidates.get(String(application.candidate_id))!
    expect(application.candidate).toMatchObject({
      id: candidate.id,
      remote_id: candidate.remote_id,
      first_name: candidate.first_name,
      tags: [],
    })
    expect(application.job).toEqual({
      id: application.job_id,
      remote_id: jobs.get(String(application.job_id))!.remote_id,
      name: jobs.get(String(application.job_id))!.name,
    })
    const nested = (candidate.applications as Result[]).find(({ id }) => id === application.id)!
    expect(nested).toMatchObject({
      outcome: application.outcome,
      job: { id: application.job_id },
      current_stage: { id: application.current_stage_id },
    })
  }
})

test.each([
  ['page_size=0', 'page_size'],
  ['page_size=251', 'page_size'],
  ['page_size=many', 'page_size'],
  ['updated_after=yesterday', 'updated_after'],
  ['updated_after=2026-01-15T12', 'updated_after'],
  ['updated_after=2026-13-15', 'updated_after'],
  ['include_deleted=maybe', 'include_deleted'],
  ['cursor=bm9uZQ', 'cursor'],
  ['cursor=%00', 'cursor'],
])('%s is refused, and the parameter is named', async (query, parameter) => {
  await using pair = await createPair({ simulator: { people: 0 } })
  await pair.connector.sync(pair.integrationId)
  const { status, body } = await pair.api(`/ats/jobs?${query}`)
  expect([status, body]).toMatchObject([
    400,
    { status: 'error', error: { code: 'PLATFORM.INPUT_INVALID', log_url: null } },
  ])
  expect(body.error.message).toContain(parameter)
})

test('keys, integrations and paths that are wrong are each told apart', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const code = async (path: string, headers: object) => {
    const { status, body } = await pair.api(path, { headers: headers as Record<string, string> })
    return [status, body.error.code]
  }
  expect(await code('/check-api-key', { authorization: 'Bearer nope' })).toEqual([
    401,
    'PLATFORM.AUTHENTICATION_INVALID',
  ])
  expect(await code('/ats/jobs', { 'x-integration-id': `icims:${'1'.repeat(24)}` })).toEqual([
    404,
    'PLATFORM.INTEGRATION_NOT_FOUND',
  ])
  expect(await code('/ats/jobs', { 'x-integration-id': pair.integrationId })).toEqual([
    404,
    'PLATFORM.INTEGRATION_NOT_FOUND',
  ])
  expect(await code('/nothing', {})).toEqual([404, 'PLATFORM.INPUT_INVALID'])
  expect(await code('/ats/notes', {})).toEqual([404, 'PLATFORM.INPUT_INVALID'])
  expect(await code('/force-sync', {})).toEqual([404, 'PLATFORM.INPUT_INVALID'])
})

test.each([
  ['no body', undefined, undefined, 'FULL'],
  ['no body, but a type of it', 'application/json', undefined, 'FULL'],
  ['an empty object', 'application/json', '{}', 'FULL'],
  ['a full one', 'application/json; charset=utf-8', '{"type":"FULL"}', 'FULL'],
  ['a delta', 'application/json', '{"type":"DELTA"}', 'DELTA'],
])('a sync is started with %s', async (_, contentType, body, type) => {
  await using pair = await createPair({ simulator: { people: 0 } })
  await pair.connector.sync(pair.integrationId)
  const init = {
    method: 'POST',
    ...(contentType && { headers: { 'content-type': contentType } }),
    ...(body && { body }),
  }
  expect(await pair.api('/force-sync', init)).toMatchObject({ status: 200, body: { data: { type } } })
})

test.each([
  ['a type that there is not', 'application/json', '{"type":"HALF"}', 'type: it must be FULL or DELTA.'],
  ['a list', 'application/json', '[]', 'type: it must be FULL or DELTA.'],
  ['half an object', 'application/json', '{', 'The body is not valid JSON.'],
  ['plain text', 'text/plain', '{"type":"DELTA"}', 'Content-Type: application/json'],
  ['a form', 'application/x-www-form-urlencoded', 'type=DELTA', 'Content-Type: application/json'],
])('no sync is started with %s', async (_, contentType, body, message) => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const answer = await pair.api('/force-sync', { method: 'POST', body, headers: { 'content-type': contentType } })
  expect(answer).toMatchObject({
    status: 400,
    body: { status: 'error', error: { code: 'PLATFORM.INPUT_INVALID', message: expect.stringContaining(message) } },
  })
})

test('a time without a zone is UTC, wherever the connector runs', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  await pair.connector.sync(pair.integrationId)
  const created = (await results(pair, '/ats/jobs')).map((job) => String(job.remote_created_at)).sort()
  const before = process.env.TZ
  process.env.TZ = 'America/Los_Angeles'
  try {
    const counts = await Promise.all(
      [
        created[0]!.replace('Z', ''),
        created[0]!.slice(0, 16),
        created[0]!.slice(0, 16).replace('T', ' '),
        created[0]!,
        created[0]!.replace('Z', '%2B00:00'),
      ].map(async (text) => (await results(pair, `/ats/jobs?remote_created_after=${text}`)).length),
    )
    const later = created.filter((text) => text > created[0]!).length
    expect(counts).toEqual([later, later, later, later, later])
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})

test('lists wait for the first sync', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  expect(await pair.api('/ats/jobs')).toMatchObject({
    status: 409,
    body: { error: { code: 'INTEGRATION.SETUP_SYNC_PENDING' } },
  })
})

test('every list of a tenant without rows is an empty page, save for the two roles', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  await pair.connector.sync(pair.integrationId)
  const others = ['users', 'tags', 'offers', 'interviews', 'rejection-reasons']
  for (const list of ['jobs', 'candidates', 'applications', 'application-stages', ...others]) {
    expect(await pair.api(`/ats/${list}`)).toEqual({
      status: 200,
      body: { status: 'success', data: { next: null, results: [] } },
    })
  }
})

test('the API documents its routes, and every code is either sent or said not to be', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const { body } = await pair.api('/openapi.json')
  const documented = [
    '/v1/check-api-key',
    '/v1/force-sync',
    '/v1/integrations/{integration_id}',
    '/v1/integrations/{integration_id}/enabled',
    '/v1/ats/jobs',
    '/v1/ats/candidates',
    '/v1/ats/applications',
    '/v1/ats/application-stages',
    '/v1/ats/users',
    '/v1/ats/roles',
    '/v1/ats/tags',
    '/v1/ats/offers',
    '/v1/ats/interviews',
    '/v1/ats/rejection-reasons',
    '/v1/tools/{category}',
    '/v1/integrations/{integration_id}/integration-fields',
    '/v1/integrations/{integration_id}/integration-fields/{integration_field_id}',
    '/v1/integrations/{integration_id}/custom-fields',
    '/v1/integrations/{integration_id}/custom-fields/{custom_field_id}',
    '/v1/passthrough/{tool}/{api}',
    '/v1/ats/actions/{action}',
    '/v1/ats/applications/{application_id}/notes',
    '/v1/ats/import-tracked-application',
  ]
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(documented))
  const { code } = body.components.schemas.Error.properties.error.properties
  expect(code.enum.filter((one: string | null) => one !== null)).toEqual(Object.keys(sentCodes))
  expect(code['x-never-sent']).toEqual(neverSentCodes)
  const codes = [...Object.keys(sentCodes), ...neverSentCodes]
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toHaveLength(24)
  const { responses } = body.paths['/v1/ats/jobs'].get
  for (const [one, [status]] of Object.entries(sentCodes)) expect(responses[status].description).toContain(one)
  expect(body.paths['/v1/force-sync'].post.requestBody.content['application/json'].schema.properties.type).toEqual({
    type: 'string',
    enum: ['FULL', 'DELTA'],
    default: 'FULL',
  })
})
