import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { candidate, createActing, cv, pdf } from './acting.ts'

const minute = 60_000
const refusal = (status: number, errorMessage: string) =>
  Response.json({ errors: [{ errorMessage, errorCode: 5 }] }, { status })

/** What iCIMS answers to the making of a person, and what the caller is told. */
const answers: readonly (readonly [
  what: string,
  answer: () => Response,
  status: number,
  code: string,
  says: RegExp,
])[] = [
  [
    '403',
    () => refusal(403, 'No rights to create a person'),
    403,
    'INTEGRATION.PERMISSION_MISSING',
    /No rights to create/,
  ],
  [
    '400',
    () => refusal(400, 'lastname: This value is odd.'),
    400,
    'REMOTE.INPUT_INVALID',
    /lastname: This value is odd\./,
  ],
  [
    '401',
    () => refusal(401, 'Invalid Username or Password credentials provided.'),
    409,
    'INTEGRATION.AUTHENTICATION_INVALID',
    /credentials/,
  ],
  ['429', () => new Response('', { status: 429 }), 429, 'REMOTE.RATE_LIMIT_EXCEEDED', /429/],
]

test.each(answers)('%s of iCIMS leaves nothing behind', async (_, answer, status, code, says) => {
  await using acting = await createActing()
  acting.intercept(({ method, url }) => (method === 'POST' && url.endsWith('/people') ? answer() : undefined))
  const before = acting.simulator.tenant.store.changes
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  const refused = await acting.send('POST', path, { candidate })
  expect([refused.status, refused.body.error.code]).toEqual([status, code])
  expect(refused.body.error.message).toMatch(says)
  expect(acting.simulator.tenant.store.changes).toBe(before)
  expect(await acting.connector.store.database.selectFrom('saga').selectAll().execute()).toEqual([])
  // What was refused is not remembered: the same call may do better.
  acting.intercept(() => undefined)
  expect((await acting.send('POST', path, { candidate })).status).toBe(200)
})

test('what iCIMS answers beside all its documents has a code of its own', async () => {
  await using acting = await createActing()
  acting.intercept(({ url }) => (url.includes('/search/people') ? new Response('{}', { status: 418 }) : undefined))
  const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate })
  expect([answer.status, answer.body.error.code]).toEqual([502, 'REMOTE.UNKNOWN_HTTP_ERROR'])
})

test('an action that is disabled, and a paused integration, do nothing', async () => {
  await using acting = await createActing()
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  const actions = { ats_create_application: 'DISABLED', ats_get_candidate_attachments: 'DISABLED' } as const
  await acting.connector.administration.changeSettings(acting.integrationId, { scopes: { actions } })
  acting.calls()
  const [person] = [...acting.simulator.tenant.store.each('person')]
  const id = toUnifiedId(acting.integrationId, String(person!.id))
  for (const answer of [
    await acting.send('POST', path, { candidate }),
    await acting.api(`/ats/candidates/${id}/attachments`),
  ]) {
    expect([answer.status, answer.body.error.code]).toEqual([403, 'INTEGRATION.ACTION_DISABLED'])
  }
  await acting.connector.administration.changeSettings(acting.integrationId, { scopes: {} })
  await acting.connector.administration.setEnabled(acting.integrationId, false)
  const paused = await acting.send('POST', path, { candidate })
  expect([paused.status, paused.body.error.code]).toEqual([409, 'INTEGRATION.INACTIVE'])
  expect(acting.calls()).toEqual([])
})

test('a stage that iCIMS refuses comes back in its own words, and the application stays where it was', async () => {
  await using acting = await createActing({ settings: { stages: [{ id: 'C999999', name: 'Gone' }] } })
  const [workflow] = [...acting.simulator.tenant.store.each('applicantworkflow')]
  const id = toUnifiedId(acting.integrationId, String(workflow!.id))
  const stage_id = toUnifiedId(acting.integrationId, 'C999999')
  const answer = await acting.send('PUT', `/ats/applications/${id}/stage`, { stage_id })
  expect([answer.status, answer.body.error.code]).toEqual([400, 'REMOTE.INPUT_INVALID'])
  expect(answer.body.error.message).toContain('status: The list has no item with the id C999999.')
  expect(acting.simulator.tenant.store.get('applicantworkflow', workflow!.id)!.status).toBe(workflow!.data.status)
})

test('a person whose making was not answered is looked for before it is made again', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    settings: { actions: { existingPerson: 'new' } },
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  acting.intercept(({ method, url }) => (method === 'POST' && url.endsWith('/people') ? 'lost' : undefined))
  const lost = await acting.send('POST', path, { candidate, attachments: [cv] })
  expect([lost.status, lost.body.error.code]).toEqual([503, 'REMOTE.SERVICE_UNAVAILABLE'])
  expect(lost.body.error.message).toContain('repeat the same call')
  acting.intercept(() => undefined)
  now += 2 * minute
  expect(await acting.connector.actions.resume()).toBe(1)
  const [person, ...others] = acting.people(candidate.email_address)
  expect([others, acting.workflows(person!).length]).toEqual([[], 1])
  const resume = await acting.icims('GET', `/people/${person}/fields/resume/binary`)
  expect(Buffer.from(await resume.arrayBuffer())).toEqual(pdf)
  // The caller who asks again has the answer.
  expect(await acting.send('POST', path, { candidate, attachments: [cv] })).toMatchObject({
    status: 200,
    body: { data: { candidate: { remote_id: String(person) } } },
  })
})

test('a person that iCIMS never got is not made again before the first call can have ended', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  acting.intercept(({ method, url }) => {
    if (method === 'POST' && url.endsWith('/people')) throw new TypeError('fetch failed')
    return undefined
  })
  expect((await acting.send('POST', path, { candidate })).status).toBe(503)
  acting.intercept(() => undefined)
  expect((await acting.send('POST', path, { candidate })).status).toBe(503)
  expect(acting.people(candidate.email_address)).toEqual([])
  now += minute
  expect((await acting.send('POST', path, { candidate })).status).toBe(200)
  expect(acting.people(candidate.email_address)).toHaveLength(1)
})

test('a CV that iCIMS refuses after the application was made is reported, with what is there', async () => {
  await using acting = await createActing()
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  acting.intercept(({ method }) => (method === 'PATCH' ? refusal(400, 'resume: Too old.') : undefined))
  const refused = await acting.send('POST', path, { candidate, attachments: [cv] })
  const [person] = acting.people(candidate.email_address)
  const [workflow] = acting.workflows(person!)
  expect([refused.status, refused.body.error.code]).toEqual([400, 'REMOTE.INPUT_INVALID'])
  for (const words of ['resume: Too old.', `Person ${person} was made`, `Application ${workflow} was made`]) {
    expect(refused.body.error.message).toContain(words)
  }
  expect(await acting.connector.actions.unfinished({ integrationId: acting.integrationId })).toMatchObject([
    { action: 'ats_create_application', state: 'REPORTED' },
  ])
  expect(await acting.connector.actions.resume()).toBe(0)
  // It could not be done: whoever asks the same again is told the same.
  expect(await acting.send('POST', path, { candidate, attachments: [cv] })).toEqual(refused)
})

test.each([429, 401, 404, 500])(
  'an application that was made and answers %s when it is read is gone on with, with its CV',
  async (status) => {
    await using acting = await createActing()
    await acting.icims('POST', '/people', { firstname: 'Mara', lastname: 'Lind', email: candidate.email_address })
    const path = `/ats/jobs/remote:${acting.jobId}/applications`
    acting.intercept(({ method, url }) =>
      method === 'GET' && url.includes('/applicantworkflows/') ? refusal(status, 'Not now.') : undefined,
    )
    expect((await acting.send('POST', path, { candidate, attachments: [cv] })).status).toBe(503)
    acting.intercept(() => undefined)
    expect((await acting.send('POST', path, { candidate, attachments: [cv] })).status).toBe(200)
    const [person, ...others] = acting.people(candidate.email_address)
    expect([others, acting.workflows(person!).length]).toEqual([[], 1])
    expect(acting.simulator.tenant.store.get('person', person!)).toMatchObject({ resume: { filename: cv.name } })
  },
)

test('an action that fails for two days is given up and reported', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  acting.intercept(({ method }) => (method === 'PATCH' ? new Response('', { status: 500 }) : undefined))
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  expect((await acting.send('POST', path, { candidate, attachments: [cv] })).status).toBe(503)
  let tries = 1
  for (; (await acting.connector.actions.unfinished({ state: 'REPORTED' })).length === 0; tries++) {
    now += 6 * 60 * minute
    await acting.connector.actions.resume()
  }
  expect(tries).toBe(14)
  expect(acting.people(candidate.email_address)).toHaveLength(1)
})

test('a tenant that takes no mark of ours makes the person all the same', async () => {
  await using acting = await createActing()
  acting.intercept(async (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/people')) return undefined
    const { externalid } = (await request.clone().json()) as { externalid?: string }
    return externalid === undefined ? undefined : refusal(400, 'externalid: This field is not yours.')
  })
  const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate })
  expect(answer).toMatchObject({ status: 200, body: { warnings: [] } })
  expect(acting.people(candidate.email_address)).toHaveLength(1)
})

test('a tenant that answers a second workflow with the first one is told apart', async () => {
  await using acting = await createActing({
    simulator: { switches: { duplicateWorkflow: 'existing' } },
  })
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  expect((await acting.send('POST', path, { candidate })).status).toBe(200)
  const again = await acting.send('POST', path, { candidate: { ...candidate, phone_number: '608-555-0141' } })
  expect([again.status, again.body.error.code]).toEqual([409, 'ATS.APPLICATION_ALREADY_EXISTS'])
})

test('what iCIMS has no place for is taken, and each part of it is named in a warning', async () => {
  await using acting = await createActing()
  const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, {
    candidate: {
      ...candidate,
      location: { country: 'US', city: 'Madison' },
      company: 'Maple Ridge',
      title: 'Nurse',
      additional_phone_numbers: [{ type: 'WORK', phone_number: '608-555-0142' }],
      additional_email_addresses: [{ type: 'WORK', email_address: 'm@example.com' }],
      availability_date: '2026-02-01T00:00:00.000Z',
      salary_expectations: { period: 'YEAR', amount: 80_000 },
      social_links: [{ url: 'https://www.linkedin.com/in/mara' }],
    },
    source: { unified_key: 'INDEED' },
    sourced_by: { user_id: 'x' },
    gdpr_consent: { given: true },
    screening_question_answers: [{ question_id: 'x', answer: 'y' }],
    remote_fields: { greenhouse: {} },
  })
  expect(answer.status).toBe(200)
  const messages = answer.body.warnings.map(({ message }: { message: string }) => message.split(':')[0])
  expect(messages.toSorted()).toEqual(
    [
      'candidate.location',
      'candidate.company',
      'candidate.title',
      'candidate.additional_phone_numbers',
      'candidate.additional_email_addresses',
      'candidate.availability_date',
      'candidate.salary_expectations',
      'candidate.social_links.0',
      'source.unified_key',
      'sourced_by',
      'gdpr_consent',
      'screening_question_answers',
      'remote_fields',
    ].toSorted(),
  )
})

test('a source is written by name, by id, by its unified key, and by itself where the integration says so', async () => {
  const settings = {
    actions: {
      source: { source: 'Job Board', sourcename: 'Ours' },
      sources: { INDEED: { source: 'Job Board', sourcename: 'Indeed' } },
    },
  }
  await using acting = await createActing({ settings })
  const cases = [
    [undefined, { source: 'Job Board', sourcename: 'Ours' }],
    [
      { name: 'Example Job Board', id: 'Other' },
      { source: 'Other', sourcename: 'Example Job Board' },
    ],
    [{ unified_key: 'INDEED' }, { source: 'Job Board', sourcename: 'Indeed' }],
  ] as const
  for (const [index, [source, written]] of cases.entries()) {
    const email_address = `applicant${index}@example.com`
    const path = `/ats/jobs/remote:${acting.jobId}/applications`
    const answer = await acting.send('POST', path, { candidate: { ...candidate, email_address }, source })
    expect(answer).toMatchObject({ status: 200, body: { warnings: [] } })
    const [person] = acting.people(email_address)
    const [workflow] = acting.workflows(person!)
    const { store } = acting.simulator.tenant
    expect(store.get('person', person!)).toMatchObject(written)
    expect(store.get('applicantworkflow', workflow!)).toMatchObject(written)
  }
})
