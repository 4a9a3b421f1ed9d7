import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { contractApi, type UnifiedStates } from '../../unified-states.ts'
import { applicationId, candidateId, errorOf, jobId } from './shapes.ts'
import { callHeaders, given, keyHeader, listDefaults, sdkOf } from './unified.ts'

const { regex } = Matchers
const anApplication = { id: 10071, personId: 71, jobId: 1071 }
const aJob = { id: 1071, managerId: 72, recruiterId: 73, companyId: 7, entry: 70 }
const mara = { first_name: 'Mara', last_name: 'Lind', email_address: 'mara.lind@example.com' }
const path = `/v1/ats/candidates/${candidateId}/attachments`

/** What keeps the connector from making a candidate, and the code that the app branches on. */
type Refusal = {
  what: string
  after:
    | readonly ['an iCIMS that answers', UnifiedStates['an iCIMS that answers']]
    | readonly ['a disabled action', UnifiedStates['a disabled action']]
  status: number
  code: string
}

const iCimsAnswers = (status: number) => ['an iCIMS that answers', { status }] as const

const refusals: Refusal[] = [
  {
    what: 'where the scopes disable it',
    after: ['a disabled action', { action: 'ats_create_candidate' }],
    status: 403,
    code: 'INTEGRATION.ACTION_DISABLED',
  },
  {
    what: 'while iCIMS does not take the credentials',
    after: iCimsAnswers(401),
    status: 409,
    code: 'INTEGRATION.AUTHENTICATION_INVALID',
  },
  {
    what: 'while iCIMS does not allow it',
    after: ['an iCIMS that answers', { status: 403, operation: 'createPerson' }],
    status: 403,
    code: 'INTEGRATION.PERMISSION_MISSING',
  },
  {
    what: 'while iCIMS takes no more calls',
    after: iCimsAnswers(429),
    status: 429,
    code: 'REMOTE.RATE_LIMIT_EXCEEDED',
  },
  { what: 'while iCIMS is down', after: iCimsAnswers(503), status: 503, code: 'REMOTE.SERVICE_UNAVAILABLE' },
  {
    what: 'while iCIMS answers what it never does',
    after: iCimsAnswers(418),
    status: 502,
    code: 'REMOTE.UNKNOWN_HTTP_ERROR',
  },
]

test.each(refusals)('a candidate $what', async ({ what, after, status, code }) => {
  const body = { candidate: mara, application: { job_id: jobId } }
  await given('a job', aJob, after)
    .uponReceiving(`a request to create a candidate ${what}`)
    .withRequest('POST', '/v1/ats/candidates', (request) => request.headers(callHeaders).jsonBody(body))
    .willRespondWith(status, (response) => response.jsonBody(errorOf(code)))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.createCandidate(body)
      await expect(refused).rejects.toMatchObject({ name: 'KomboAtsError', statusCode: status, error: { code } })
    })
})

test('an application to a job that is closed', async () => {
  await given('a closed job', { id: 1071 })
    .uponReceiving('a request to create an application to a job that is closed')
    .withRequest('POST', `/v1/ats/jobs/${jobId}/applications`, (request) =>
      request.headers(callHeaders).jsonBody({ candidate: mara }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('ATS.JOB_CLOSED')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.createApplication({ job_id: jobId, body: { candidate: mara } })
      await expect(refused).rejects.toMatchObject({ error: { code: 'ATS.JOB_CLOSED' } })
    })
})

test('an application that is moved to a stage that iCIMS does not take', async () => {
  const stage_id = toUnifiedId(contractApi.integrationId, 'C999999')
  await given('an application', anApplication, ['a stage that is not there', { id: 'C999999', name: 'Gone' }])
    .uponReceiving('a request to move an application to a stage that iCIMS does not take')
    .withRequest('PUT', `/v1/ats/applications/${applicationId}/stage`, (request) =>
      request.headers(callHeaders).jsonBody({ stage_id }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('REMOTE.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const asked = { application_id: applicationId, body: { stage_id } }
      await expect(sdkOf(mock.url).ats.moveApplicationToStage(asked)).rejects.toMatchObject({
        error: { code: 'REMOTE.INPUT_INVALID' },
      })
    })
})

test('an application of a paused integration that is moved', async () => {
  const asked = { application_id: applicationId, body: { stage_id: 'remote:D10100' } }
  await given('a paused integration', {})
    .uponReceiving('a request to move an application of a paused integration')
    .withRequest('PUT', `/v1/ats/applications/${applicationId}/stage`, (request) =>
      request.headers(callHeaders).jsonBody(asked.body),
    )
    .willRespondWith(409, (response) => response.jsonBody(errorOf('INTEGRATION.INACTIVE')))
    .executeTest(async (mock) => {
      await expect(sdkOf(mock.url).ats.moveApplicationToStage(asked)).rejects.toMatchObject({
        error: { code: 'INTEGRATION.INACTIVE' },
      })
    })
})

test('an action beside as many as may be under way', async () => {
  await given('an application', anApplication, ['an action under way', { personId: 71 }])
    .uponReceiving('a request for attachments beside as many actions as may be')
    .withRequest('GET', path, (request) => request.headers(callHeaders))
    .willRespondWith(429, (response) =>
      response
        .headers({ 'concurrency-limit': regex('^[1-9]\\d*$', '50'), 'concurrency-remaining': '0' })
        .jsonBody(errorOf('PLATFORM.CONCURRENCY_LIMIT_EXCEEDED')),
    )
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.getCandidateAttachments({ candidate_id: candidateId })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED' } })
    })
})

const used = {
  'ratelimit-limit': regex('^[1-9]\\d*$', '300'),
  'ratelimit-remaining': '0',
  'ratelimit-reset': regex('^[1-9]\\d?$', '60'),
  'retry-after': regex('^[1-9]\\d?$', '60'),
}

test('the jobs after too many calls in a minute', async () => {
  await given('a minute that is used up', {})
    .uponReceiving('a request for the jobs after too many calls in a minute')
    .withRequest('GET', '/v1/ats/jobs', (request) => request.headers(callHeaders).query(listDefaults))
    .willRespondWith(429, (response) => response.headers(used).jsonBody(errorOf('PLATFORM.RATE_LIMIT_EXCEEDED')))
    .executeTest(async (mock) => {
      const refused = await sdkOf(mock.url)
        .ats.getJobs({})
        .catch((error: unknown) => error)
      expect(refused).toMatchObject({ statusCode: 429, error: { code: 'PLATFORM.RATE_LIMIT_EXCEEDED' } })
      expect((refused as { headers: Headers }).headers.get('retry-after')).toBe('60')
    })
})

test('whether the API key is valid, after too many calls in a minute', async () => {
  await given('a minute that is used up', {})
    .uponReceiving('a request that asks whether the API key is valid after too many calls in a minute')
    .withRequest('GET', '/v1/check-api-key', (request) => request.headers(keyHeader))
    .willRespondWith(429, (response) => response.headers(used).jsonBody(errorOf('PLATFORM.RATE_LIMIT_EXCEEDED')))
    .executeTest(async (mock) => {
      await expect(sdkOf(mock.url).general.checkApiKey()).rejects.toMatchObject({
        name: 'KomboGeneralError',
        error: { code: 'PLATFORM.RATE_LIMIT_EXCEEDED' },
      })
    })
})

test('what a call that is taken tells of those that are left', async () => {
  const left = { 'ratelimit-limit': used['ratelimit-limit'], 'ratelimit-remaining': regex('^[1-9]\\d*$', '299') }
  await given('an integration', {})
    .uponReceiving('a request that is told how many calls are left')
    .withRequest('GET', '/v1/check-api-key', (request) => request.headers(keyHeader))
    .willRespondWith(200, (response) =>
      response.headers(left).jsonBody({ status: 'success', data: { environment_id: 'local' } }),
    )
    .executeTest(async (mock) => {
      expect((await sdkOf(mock.url).general.checkApiKey()).data.environment_id).toBe('local')
    })
})
