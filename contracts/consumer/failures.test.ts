import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { applicantworkflowFields } from '../../connector/icims/applicantworkflow.ts'
import { RecordError, RetriableError } from '../../connector/icims/errors.ts'
import { jobFields } from '../../connector/icims/job.ts'
import { personFields } from '../../connector/icims/person.ts'
import { contractUser } from '../states.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, fromProviderState, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }
const errors = { errors: eachLike({ errorMessage: string('Something is wrong.'), errorCode: integer(2) }) }
const allPeople = { filters: [{ name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }
const ofPerson = { fields: personFields.join(',') }

test('a job that is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for a job that is not there')
    .withRequest('GET', customerPath('/jobs/999'), (request) =>
      request.headers(headers).query({ fields: jobFields.join(',') }),
    )
    .willRespondWith(404, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).getJob('999')).rejects.toMatchObject({ name: RecordError.name, isGone: true })
    })
})

test('an applicant workflow that is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for an applicant workflow that is not there')
    .withRequest('GET', customerPath('/applicantworkflows/999'), (request) =>
      request.headers(headers).query({ fields: applicantworkflowFields.join(',') }),
    )
    .willRespondWith(404, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).getApplicantWorkflow('999')
      await expect(asked).rejects.toMatchObject({ name: RecordError.name, isGone: true })
    })
})

test('the address of a location that is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for the address of a location that is not there')
    .withRequest('GET', customerPath('/companies/999/fields/addresses/1'), (request) => request.headers(headers))
    .willRespondWith(404, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).getCompanyAddress('999', '1')
      await expect(asked).rejects.toMatchObject({ name: RecordError.name, isGone: true })
    })
})

test.each([500, 503])('a record the server answers with %s', async (status) => {
  await given('a server that fails', { status })
    .uponReceiving(`a request for a person that the server answers with ${status}`)
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query(ofPerson))
    .willRespondWith(status)
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).getPerson('71')
      await expect(asked).rejects.toMatchObject({ name: RecordError.name, isServerFault: true, isGone: false })
    })
})

test('a search the server fails on, which stops the run', async () => {
  await given('a server that fails', { status: 500 })
    .uponReceiving('a search that the server fails on')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request.headers(headers).query({ staleness: '0' }).jsonBody(allPeople),
    )
    .willRespondWith(500)
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).searchPage('people', [], '0')
      await expect(asked).rejects.toMatchObject({ name: RetriableError.name, isServerFault: true })
    })
})

test('a server that asks to wait, and is waited for', async () => {
  const waits: number[] = []
  const clock = { now: () => new Date('2026-01-15T15:00:00Z'), sleep: async (time: number) => void waits.push(time) }
  await given('a server that asks to wait', { seconds: 30 })
    .uponReceiving('a request for a person while the server asks to wait')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query(ofPerson))
    .willRespondWith(429, (response) => response.headers({ 'retry-after': regex(String.raw`^\d+$`, '30') }))
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url, { clock, tries: 2 }).getPerson('71')
      await expect(asked).rejects.toThrow(RetriableError)
      expect(Math.max(...waits)).toBeGreaterThanOrEqual(30_000)
    })
})

test('an answer that ends in the middle is no record', async () => {
  await given('an answer cut in half', { id: 71 })
    .uponReceiving('a request for a person whose answer ends in the middle')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query(ofPerson))
    // What is there of it is not for a contract to say; the provider's state sees to it that half is missing.
    .willRespondWith(200, (response) => response.body('application/json', Buffer.from('{"firstname":"An')))
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).getPerson('71')
      await expect(asked).rejects.toMatchObject({ name: RecordError.name, isServerFault: true })
    })
})

test('a page of HTML from something in between', async () => {
  await given('a proxy that answers instead', { status: 502 })
    .uponReceiving('a request for a person that a proxy answers')
    .withRequest('GET', customerPath('/people/71'), (request) => request.headers(headers).query(ofPerson))
    .willRespondWith(502, (response) => response.headers({ 'content-type': regex('^text/html.*$', 'text/html') }))
    .executeTest(async (mock) => {
      const asked = clientOf(mock.url).getPerson('71')
      await expect(asked).rejects.toMatchObject({ name: RecordError.name, isServerFault: true })
    })
})

/** The client signing in with tokens that another host gives; how many it asked for. */
function tokenClient(mockUrl: string) {
  const asked = { tokens: 0 }
  const fetchOrToken: typeof fetch = async (input, init) => {
    if (!String(input).startsWith('https://login.example/')) return fetch(input, init)
    asked.tokens += 1
    return Response.json({ access_token: 'a-token', expires_in: 86_400 })
  }
  const { clientId, clientSecret } = contractUser
  const auth = { type: 'oauth', tokenUrl: 'https://login.example/oauth/token', clientId, clientSecret } as const
  return { client: clientOf(mockUrl, { auth, fetch: fetchOrToken }), asked }
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the provider's state fills it in
const bearer = { authorization: fromProviderState('Bearer ${token}', 'Bearer a-token') }

test('the customer, asked for with a token', async () => {
  await given('a token', {})
    .uponReceiving('a request for the customer with a token')
    .withRequest('GET', customerPath(''), (request) => request.headers(bearer))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        name: string('Northwind Health'),
        platformUrl: string('northwind.icims.com'),
        customerType: string('test'),
      }),
    )
    .executeTest(async (mock) => {
      const { client, asked } = tokenClient(mock.url)
      expect(await client.getCustomer()).toMatchObject({ name: 'Northwind Health' })
      expect(asked.tokens).toBe(1)
    })
})

test('an expired token, which is renewed once', async () => {
  await given('an expired token', {})
    .uponReceiving('a request for the customer with an expired token')
    .withRequest('GET', customerPath(''), (request) => request.headers(bearer))
    .willRespondWith(401)
    .executeTest(async (mock) => {
      const { client, asked } = tokenClient(mock.url)
      await expect(client.getCustomer()).rejects.toMatchObject({ isAuthentication: true })
      expect(asked.tokens).toBe(2)
    })
})
