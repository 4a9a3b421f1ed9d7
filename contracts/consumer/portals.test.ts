import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { RecordError } from '../../connector/icims/errors.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }
const rows = {
  searchResults: eachLike({
    portalUrl: regex(String.raw`^https?://.*/jobs/\d+/.*$`, 'https://careers-cedarline.icims.com/jobs/1071/nurse/job'),
    id: integer(1071),
  }),
}

test('the jobs on a portal', async () => {
  await given('a job on a portal', { id: 1071, portal: '1' })
    .uponReceiving('a request for the jobs on a portal')
    .withRequest('GET', customerPath('/search/portals/1'), (request) =>
      request.headers(headers).query({ staleness: '0' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(rows))
    .executeTest(async (mock) => {
      const [job] = await clientOf(mock.url).searchPortal('1', [])
      expect(job).toMatchObject({ jobId: '1071', portalUrl: expect.stringContaining('/jobs/1071/') })
    })
})

test('the jobs on a portal within a range of ids', async () => {
  const range = [
    { name: 'job.id', value: ['1000'], operator: '>' as const },
    { name: 'job.id', value: ['1100'], operator: '<=' as const },
  ]
  await given('a job on a portal', { id: 1071, portal: '1' })
    .uponReceiving('a request for the jobs on a portal within a range of ids')
    .withRequest('POST', customerPath('/search/portals/1'), (request) =>
      request.headers(headers).query({ staleness: '0' }).jsonBody({ filters: range, operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(rows))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPortal('1', range)).toHaveLength(1)
    })
})

test('a portal that is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for the jobs on a portal that is not there')
    .withRequest('GET', customerPath('/search/portals/99'), (request) =>
      request.headers(headers).query({ staleness: '0' }),
    )
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('Portal not found.'), errorCode: integer(2) }) }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).searchPortal('99', [])).rejects.toThrow(RecordError)
    })
})
