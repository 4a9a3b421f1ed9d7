import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { RecordError } from '../../connector/icims/errors.ts'
import { encodeUpload } from '../../connector/icims/form-data.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }
const aFile = { id: 71, file: 'Ann Lindqvist.pdf' }
const path = customerPath('/people/71/fields/resume/binary')
const errors = { errors: eachLike({ errorMessage: string('No file.') }) }
const pdf = { 'content-type': regex('^application/pdf.*$', 'application/pdf') }

test('the name of a résumé', async () => {
  await given('a person with a résumé', aFile)
    .uponReceiving('a request for the name of a résumé')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query({ fields: 'resume' }))
    .willRespondWith(200, (response) => response.jsonBody({ resume: { filename: aFile.file } }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).findResume('71')).toBe(aFile.file)
    })
})

test('a person without a résumé', async () => {
  await given('a person', { id: 71 })
    .uponReceiving('a request for the name of the résumé of a person who has none')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query({ fields: 'resume' }))
    .willRespondWith(200, (response) => response.jsonBody({}))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).findResume('71')).toBeUndefined()
    })
})

test('a résumé as it comes in', async () => {
  await given('a person with a résumé', aFile)
    .uponReceiving('a request for a résumé')
    .withRequest('GET', path, (request) => request.headers(headers))
    .willRespondWith(200, (response) => response.headers(pdf))
    .executeTest(async (mock) => {
      const { contentType, body } = await clientOf(mock.url).openResume('71')
      await body.cancel()
      expect(contentType).toBe('application/pdf')
    })
})

test('a résumé that is not there', async () => {
  await given('a person', { id: 71 })
    .uponReceiving('a request for a résumé that is not there')
    .withRequest('GET', path, (request) => request.headers(headers))
    .willRespondWith(404, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).readResume('71')).rejects.toThrow(RecordError)
      await expect(clientOf(mock.url).openResume('71')).rejects.toMatchObject({ name: RecordError.name, isGone: true })
    })
})

test('a résumé of a person who is not there, to be put', async () => {
  const file = { filename: 'cv.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }
  const { body, contentType } = encodeUpload(file)
  await given('an empty tenant', {})
    .uponReceiving('a résumé for a person who is not there')
    .withRequest('PATCH', customerPath('/people/999/fields/resume/binary'), (request) =>
      request.headers(headers).body(contentType, Buffer.from(body)),
    )
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('No such person.'), errorCode: integer(3) }) }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).putResume('999', file)).rejects.toMatchObject({ status: 404 })
    })
})
