import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { application, candidate, job, jobId, pageOf, row, stageId } from './shapes.ts'
import { callHeaders, given, listDefaults, sdkOf } from './unified.ts'

const { regex, string } = Matchers
const aJob = { id: 1071, managerId: 72, recruiterId: 73, companyId: 7, entry: 70 }
const anApplication = { id: 10071, personId: 71, jobId: 1071 }

/** The rows of the one page that a list answers. */
async function rowsOf<Row>(pages: Promise<AsyncIterable<{ result: { data: { results: Row[] } } }>>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of await pages) rows.push(...page.result.data.results)
  return rows
}

test('the jobs', async () => {
  await given('a job', aJob)
    .uponReceiving('a request for the jobs')
    .withRequest('GET', '/v1/ats/jobs', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(job)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getJobs({}))
      expect(found).toMatchObject({ id: jobId, remote_id: '1071', status: 'OPEN', salary_amount_from: 34.5 })
      expect(found!.hiring_team[0]!.hiring_team_roles).toEqual(['RECRUITER'])
      expect(found!.changed_at).toEqual(new Date('2026-01-15T15:00:00Z'))
    })
})

test('the candidates', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request for the candidates')
    .withRequest('GET', '/v1/ats/candidates', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(candidate)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getCandidates({}))
      expect(found).toMatchObject({ remote_id: '71', last_name: 'Lindqvist', location: { city: 'Madison' } })
      expect(found!.applications[0]).toMatchObject({ outcome: 'PENDING', job: { id: jobId } })
    })
})

test('the applications', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request for the applications')
    .withRequest('GET', '/v1/ats/applications', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(application)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getApplications({}))
      expect(found).toMatchObject({ candidate: { remote_id: '71' }, current_stage: { id: stageId } })
    })
})

test('the applications to one job that are not decided', async () => {
  const filters = { ...listDefaults, job_ids: jobId, outcomes: 'PENDING' }
  await given('an application', anApplication)
    .uponReceiving('a request for the applications to a job that are pending')
    .withRequest('GET', '/v1/ats/applications', (request) => request.headers(callHeaders).query(filters))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(application)))
    .executeTest(async (mock) => {
      const asked = { job_ids: [jobId], outcomes: ['PENDING' as const] }
      expect(await rowsOf(sdkOf(mock.url).ats.getApplications(asked))).toHaveLength(1)
    })
})

test('the users', async () => {
  const user = {
    ...row('4X7PMea9TMzL9mBn3zKrAUeE', '73'),
    first_name: string('Ann'),
    last_name: string('Lindqvist'),
    email: string('ann.lindqvist73@example.com'),
    status: null,
    system_roles: [],
  }
  await given('a job', aJob)
    .uponReceiving('a request for the users')
    .withRequest('GET', '/v1/ats/users', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getUsers({}))
      expect(found).toMatchObject({ first_name: 'Ann', email: 'ann.lindqvist73@example.com' })
    })
})

test('a candidate by name, whatever its case', async () => {
  const query = { ...listDefaults, last_name: 'LINDQVIST' }
  await given('candidates', { from: 71, count: 2 })
    .uponReceiving('a request for the candidates of a name')
    .withRequest('GET', '/v1/ats/candidates', (request) => request.headers(callHeaders).query(query))
    .willRespondWith(200, (response) => response.jsonBody(pageOf({ ...candidate, applications: [] })))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getCandidates({ last_name: 'LINDQVIST' }))
      expect(found).toMatchObject({ last_name: 'Lindqvist', applications: [] })
    })
})

test('the roles', async () => {
  const role = {
    ...row('2J7Wvg9GV2fwBvcLJwDYGmPP', 'recruiter'),
    remote_label: string('Recruiter'),
    scope: 'JOB',
    unified_type: regex('^(RECRUITER|HIRING_MANAGER)$', 'RECRUITER'),
  }
  await given('an integration', {})
    .uponReceiving('a request for the roles')
    .withRequest('GET', '/v1/ats/roles', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(role)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getRoles({}))
      expect(found).toMatchObject({ unified_type: 'RECRUITER', scope: 'JOB' })
    })
})

test('the application stages', async () => {
  const stage = {
    ...row(stageId, 'D10100'),
    name: string('New Submissions - External Portal'),
    status: null,
    custom_fields: {},
  }
  await given('an application', anApplication)
    .uponReceiving('a request for the application stages')
    .withRequest('GET', '/v1/ats/application-stages', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(stage)))
    .executeTest(async (mock) => {
      const [found] = await rowsOf(sdkOf(mock.url).ats.getApplicationStages({}))
      expect(found).toMatchObject({ id: stageId, remote_id: 'D10100' })
    })
})

const emptyPage = { status: 'success', data: { next: null, results: [] } }

test.each([
  ['tags', 'getTags'],
  ['offers', 'getOffers'],
  ['interviews', 'getInterviews'],
  ['rejection-reasons', 'getRejectionReasons'],
] as const)('the %s, of which there are none', async (name, call) => {
  await given('an integration', {})
    .uponReceiving(`a request for the ${name}`)
    .withRequest('GET', `/v1/ats/${name}`, (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(200, (response) => response.jsonBody(emptyPage))
    .executeTest(async (mock) => {
      expect(await rowsOf(sdkOf(mock.url).ats[call]({}) as never)).toEqual([])
    })
})
