import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { callRaw, type RawCall } from '../../connector/icims/call-raw.ts'
import { createCredentials } from '../../connector/icims/credentials.ts'
import { contractUser } from '../states.ts'
import { basicHeader, customerPath, given } from './icims.ts'

const { eachLike, string } = Matchers
const headers = { authorization: basicHeader }
const { username, password } = contractUser
const clock = { now: () => new Date('2026-01-15T15:00:00Z'), sleep: async () => {} }

/** Makes a call that a client of the connector has written. */
function pass(mockUrl: string, path: string, call: Partial<RawCall> = {}) {
  const auth = { type: 'basic', username, password } as const
  const credentials = createCredentials(auth, fetch, clock)
  const url = new URL(customerPath(path), mockUrl)
  return callRaw({ method: 'GET', url, headers: {}, ...call }, auth, { credentials, fetch, timeout: 10_000 })
}

test('a call that is passed through', async () => {
  await given('a person', { id: 71 })
    .uponReceiving('a call for a person that is passed through')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query({ fields: 'lastname' }))
    .willRespondWith(200, (response) => response.jsonBody({ lastname: string('Lindqvist') }))
    .executeTest(async (mock) => {
      const { status, body } = await pass(mock.url, '/people/71?fields=lastname')
      expect([status, JSON.parse(Buffer.from(body).toString())]).toEqual([200, { lastname: 'Lindqvist' }])
    })
})

test('a write that is passed through', async () => {
  const fields = { lastname: 'Lind' }
  const json = { 'content-type': 'application/json' }
  await given('a person', { id: 71 })
    .uponReceiving('a change of a person that is passed through')
    .withRequest('PATCH', customerPath('/people/71'), (request) =>
      request.headers({ ...headers, ...json }).jsonBody(fields),
    )
    .willRespondWith(204)
    .executeTest(async (mock) => {
      const asked = { method: 'PATCH', headers: json, body: JSON.stringify(fields) }
      expect(await pass(mock.url, '/people/71', asked)).toMatchObject({ status: 204 })
    })
})

test('a call that is passed through and refused, which is an answer like any other', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a call for nobody that is passed through')
    .withRequest('GET', customerPath('/people/999'), (request) => request.headers(headers))
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('There is no such person.') }) }),
    )
    .executeTest(async (mock) => {
      expect(await pass(mock.url, '/people/999')).toMatchObject({ status: 404, contentType: 'application/json' })
    })
})
