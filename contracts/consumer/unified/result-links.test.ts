import { expect, test } from 'vitest'
import { applicationId, done, errorOf } from './shapes.ts'
import { callHeaders, given, sdkOf } from './unified.ts'

const anApplication = { id: 10071, personId: 71, jobId: 1071 }
const link = { label: 'Passed with 82 of 100', url: 'https://vendor.example.com/reports/1' }
const path = `/v1/ats/applications/${applicationId}/result-links`

test('a link to a result that is added to an application', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request to add a link to a result to an application')
    .withRequest('POST', path, (request) => request.headers(callHeaders).jsonBody(link))
    .willRespondWith(200, (response) => response.jsonBody(done({})))
    .executeTest(async (mock) => {
      const asked = { application_id: applicationId, body: link }
      expect(await sdkOf(mock.url).ats.addApplicationResultLink(asked)).toMatchObject({ status: 'success' })
    })
})

test('a link that nobody can follow', async () => {
  const body = { ...link, url: 'javascript:alert(1)' }
  await given('an application', anApplication)
    .uponReceiving('a request to add a link that is no web address to an application')
    .withRequest('POST', path, (request) => request.headers(callHeaders).jsonBody(body))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.addApplicationResultLink({ application_id: applicationId, body })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})
