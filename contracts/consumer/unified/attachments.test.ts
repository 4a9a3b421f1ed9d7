import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { applicationId, candidateId, done, errorOf, id } from './shapes.ts'
import { callHeaders, given, sdkOf } from './unified.ts'

const { eachLike, fromProviderState, regex, string } = Matchers
const anApplication = { id: 10071, personId: 71, jobId: 1071 }
const cv = {
  name: 'Ann Lindqvist CV.pdf',
  content_type: 'application/pdf',
  data: Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64'),
  type: 'CV' as const,
}
const path = `/v1/ats/candidates/${candidateId}/attachments`

test('a CV that is added to a candidate', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request to add a CV to a candidate')
    .withRequest('POST', path, (request) => request.headers(callHeaders).jsonBody({ attachment: cv }))
    .willRespondWith(200, (response) => response.jsonBody(done({})))
    .executeTest(async (mock) => {
      const asked = { candidate_id: candidateId, body: { attachment: cv } }
      expect(await sdkOf(mock.url).ats.addCandidateAttachment(asked)).toMatchObject({ status: 'success', warnings: [] })
    })
})

test('a CV that is added to an application', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request to add a CV to an application')
    .withRequest('POST', `/v1/ats/applications/${applicationId}/attachments`, (request) =>
      request.headers(callHeaders).jsonBody({ attachment: cv }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ ...done({}), warnings: eachLike({ message: string('It was put to the candidate.') }) }),
    )
    .executeTest(async (mock) => {
      const asked = { application_id: applicationId, body: { attachment: cv } }
      expect(await sdkOf(mock.url).ats.addApplicationAttachment(asked)).toMatchObject({
        status: 'success',
        warnings: [{ message: 'It was put to the candidate.' }],
      })
    })
})

test('a cover letter, which iCIMS has no place for', async () => {
  const attachment = { ...cv, type: 'COVER_LETTER' as const }
  await given('an application', anApplication)
    .uponReceiving('a request to add a cover letter to a candidate')
    .withRequest('POST', path, (request) => request.headers(callHeaders).jsonBody({ attachment }))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.addCandidateAttachment({ candidate_id: candidateId, body: { attachment } })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

test('the attachments of a candidate', async () => {
  const attachment = {
    id: id('3Y3GGYU6q5gbWw4Wwhe7Q7mD'),
    application_id: null,
    candidate_id: candidateId,
    type: 'CV',
    remote_id: string('71/resume'),
    // Signed anew each time.
    data_url: regex('^https?://.+/v1/attachments/.+$', 'https://connector.example.com/v1/attachments/a-token'),
    file_name: 'cv.pdf',
    content_type: 'application/pdf',
    remote_created_at: null,
    remote_updated_at: null,
  }
  await given('a candidate with a CV', { ...anApplication, file: 'cv.pdf' })
    .uponReceiving('a request for the attachments of a candidate')
    .withRequest('GET', path, (request) => request.headers(callHeaders))
    .willRespondWith(200, (response) => response.jsonBody(done({ results: [attachment] })))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).ats.getCandidateAttachments({ candidate_id: candidateId })
      expect(data.results).toMatchObject([{ type: 'CV', file_name: 'cv.pdf', content_type: 'application/pdf' }])
      expect(data.results[0]!.data_url).toContain('/v1/attachments/')
    })
})

test('the file that the link of an attachment leads to, without a key', async () => {
  await given('a candidate with a CV', { ...anApplication, file: 'cv.pdf' })
    .uponReceiving('a request for the file that the link of an attachment leads to')
    .withRequest('GET', fromProviderState(`/v1/attachments/\${token}`, '/v1/attachments/a-token'))
    .willRespondWith(200, (response) =>
      response.headers({
        'content-type': 'application/pdf',
        'content-disposition': regex('^attachment; filename="cv\\.pdf".*$', 'attachment; filename="cv.pdf"'),
      }),
    )
    .executeTest(async (mock) => {
      // As whoever has the link does: the SDK takes no part in it.
      const answer = await fetch(`${mock.url}/v1/attachments/a-token`)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
    })
})

test('a link whose time is over', async () => {
  await given('an integration', {})
    .uponReceiving('a request for the file of a link that is not valid')
    .withRequest('GET', '/v1/attachments/nothing')
    .willRespondWith(401, (response) => response.jsonBody(errorOf('PLATFORM.AUTHENTICATION_INVALID')))
    .executeTest(async (mock) => {
      expect((await fetch(`${mock.url}/v1/attachments/nothing`)).status).toBe(401)
    })
})

test('the attachments of a candidate, of which there are none', async () => {
  await given('an application', anApplication)
    .uponReceiving('a request for the attachments of a candidate who has none')
    .withRequest('GET', path, (request) => request.headers(callHeaders))
    .willRespondWith(200, (response) => response.jsonBody(done({ results: [] })))
    .executeTest(async (mock) => {
      const listed = await sdkOf(mock.url).ats.getCandidateAttachments({ candidate_id: candidateId })
      expect(listed.data.results).toEqual([])
    })
})

test('the attachments of a candidate who is not there', async () => {
  await given('an integration', {})
    .uponReceiving('a request for the attachments of a candidate who is not there')
    .withRequest('GET', path, (request) => request.headers(callHeaders))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).ats.getCandidateAttachments({ candidate_id: candidateId })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})
