import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { application, applicationId, candidate, done, errorOf, jobId, stageId } from './shapes.ts'
import { callHeaders, given, sdkOf } from './unified.ts'

const { string } = Matchers
const aJob = { id: 1071, managerId: 72, recruiterId: 73, companyId: 7, entry: 70 }
const anApplication = { id: 10071, personId: 71, jobId: 1071 }
const mara = { first_name: 'Mara', last_name: 'Lind', email_address: 'mara.lind@example.com' }
/** Who was created: just what was sent. */
const created = {
  ...candidate,
  first_name: 'Mara',
  last_name: 'Lind',
  email_addresses: [{ email_address: 'mara.lind@example.com', type: null }],
  phone_numbers: [],
  company: null,
  title: null,
  source: null,
  location: null,
}
const { applications: _, ...withoutApplications } = created
const { interviews: _interviews, offers: _offers, ...createdApplication } = application

test('a candidate who applies to a job', async () => {
  await given('a job', aJob)
    .uponReceiving('a request to create a candidate who applies to a job')
    .withRequest('POST', '/v1/ats/candidates', (request) =>
      request.headers(callHeaders).jsonBody({ candidate: mara, application: { job_id: jobId } }),
    )
    .willRespondWith(200, (response) => response.jsonBody(done(created)))
    .executeTest(async (mock) => {
      const answer = await sdkOf(mock.url).ats.createCandidate({ candidate: mara, application: { job_id: jobId } })
      expect(answer).toMatchObject({
        warnings: [],
        data: { first_name: 'Mara', applications: [{ id: applicationId }] },
      })
    })
})

test('an application to a job that is named by its remote id', async () => {
  await given('a job', aJob)
    .uponReceiving('a request to create an application to a job by its remote id')
    .withRequest('POST', '/v1/ats/jobs/remote%3A1071/applications', (request) =>
      request.headers(callHeaders).jsonBody({ candidate: mara }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody(
        done({
          ...createdApplication,
          candidate: withoutApplications,
        }),
      ),
    )
    .executeTest(async (mock) => {
      const asked = { job_id: 'remote:1071', body: { candidate: mara } }
      const { data } = await sdkOf(mock.url).ats.createApplication(asked)
      expect(data).toMatchObject({ outcome: 'PENDING', job: { id: jobId }, candidate: { first_name: 'Mara' } })
    })
})

test('an application that is there already', async () => {
  const ann = { first_name: 'Ann', last_name: 'Lindqvist', email_address: 'ann.lindqvist71@example.com' }
  await given('an application', anApplication)
    .uponReceiving('a request to create an application that is there already')
    .withRequest('POST', `/v1/ats/jobs/${jobId}/applications`, (request) =>
      request.headers(callHeaders).jsonBody({ candidate: ann }),
    )
    .willRespondWith(409, (response) => response.jsonBody(errorOf('ATS.APPLICATION_ALREADY_EXISTS')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.createApplication({ job_id: jobId, body: { candidate: ann } })
      await expect(refused).rejects.toMatchObject({ error: { code: 'ATS.APPLICATION_ALREADY_EXISTS' } })
    })
})

test('an application to a job that is not there', async () => {
  await given('an integration', {})
    .uponReceiving('a request to create an application to a job that is not there')
    .withRequest('POST', `/v1/ats/jobs/${jobId}/applications`, (request) =>
      request.headers(callHeaders).jsonBody({ candidate: mara }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.createApplication({ job_id: jobId, body: { candidate: mara } })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

test('an application that is moved to a stage', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request to move an application to a stage')
    .withRequest('PUT', `/v1/ats/applications/${applicationId}/stage`, (request) =>
      request.headers(callHeaders).jsonBody({ stage_id: stageId }),
    )
    .willRespondWith(200, (response) => response.jsonBody(done({})))
    .executeTest(async (mock) => {
      const asked = { application_id: applicationId, body: { stage_id: stageId } }
      expect(await sdkOf(mock.url).ats.moveApplicationToStage(asked)).toMatchObject({ status: 'success' })
    })
})

test('a call to iCIMS itself', async () => {
  const asked = { method: 'GET' as const, path: '/people/71' }
  const passed = { url: string('https://api.icims.com/customers/1234/people/71'), status: 200, headers: {} }
  await given('an application', anApplication)
    .uponReceiving('a request that is passed through to iCIMS')
    .withRequest('POST', '/v1/passthrough/icims/default', (request) => request.headers(callHeaders).jsonBody(asked))
    .willRespondWith(200, (response) => response.jsonBody(done({ ...passed, data: { lastname: string('Lindqvist') } })))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).general.sendPassthroughRequest({
        tool: 'icims',
        api: 'default',
        body: asked,
      })
      expect(data).toMatchObject({ status: 200, data: { lastname: 'Lindqvist' } })
    })
})

test('a call to iCIMS itself that it refuses, which is still an answer', async () => {
  const asked = { method: 'GET' as const, path: '/people/999' }
  const passed = { url: string('https://api.icims.com/customers/1234/people/999'), status: 404, headers: {} }
  await given('an integration', {})
    .uponReceiving('a request that is passed through to iCIMS and refused there')
    .withRequest('POST', '/v1/passthrough/icims/default', (request) => request.headers(callHeaders).jsonBody(asked))
    .willRespondWith(200, (response) => response.jsonBody(done(passed)))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).general.sendPassthroughRequest({
        tool: 'icims',
        api: 'default',
        body: asked,
      })
      expect(data.status).toBe(404)
    })
})
