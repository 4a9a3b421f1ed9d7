import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { RecordError } from '../../connector/icims/errors.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, like, string } = Matchers
const headers = { authorization: basicHeader }

test('the questions of an iForm', async () => {
  await given('an iForm', { name: 'Application_Questions', question: 'workauthorization' })
    .uponReceiving('a request for the questions of an iForm')
    .withRequest('GET', customerPath('/forms/Application_Questions/meta'), (request) => request.headers(headers))
    .willRespondWith(200, (response) =>
      response.jsonBody({ workauthorization: { type: string('RADIOGROUP'), required: like(true) } }),
    )
    .executeTest(async (mock) => {
      const { questions } = await clientOf(mock.url).getForm('Application_Questions')
      expect(questions).toMatchObject([{ id: 'workauthorization', type: 'RADIOGROUP', required: true }])
    })
})

test('an iForm that is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for the questions of an iForm that is not there')
    .withRequest('GET', customerPath('/forms/Nothing/meta'), (request) => request.headers(headers))
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('Form not found.'), errorCode: integer(2) }) }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).getForm('Nothing')).rejects.toThrow(RecordError)
    })
})
