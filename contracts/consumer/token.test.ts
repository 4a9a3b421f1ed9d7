import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { createCredentials } from '../../connector/icims/credentials.ts'
import { FatalError, RetriableError } from '../../connector/icims/errors.ts'
import { personFields } from '../../connector/icims/person.ts'
import { contractUser } from '../states.ts'
import { clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, like, string } = Matchers
const { clientId, clientSecret } = contractUser
const body = (secret: string) => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: secret,
  audience: 'https://api.icims.com/v1/',
})
const clock = { now: () => new Date('2026-01-15T15:00:00Z'), sleep: async () => {} }

/** A call the token is for. */
const unsigned = { method: 'GET', url: 'https://api.icims.com/customers/1234' }

test('a token', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for a token')
    .withRequest('POST', '/oauth/token', (request) => request.jsonBody(body(clientSecret)))
    .willRespondWith(200, (response) =>
      response.jsonBody({ access_token: string('a-token'), expires_in: integer(86_400) }),
    )
    .executeTest(async (mock) => {
      const credentials = createCredentials(
        { type: 'oauth', tokenUrl: `${mock.url}/oauth/token`, clientId, clientSecret },
        fetch,
        clock,
      )
      expect(await credentials.headers(unsigned)).toEqual({ authorization: 'Bearer a-token' })
    })
})

test('a wrong client secret', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for a token with a wrong secret')
    .withRequest('POST', '/oauth/token', (request) => request.jsonBody(body('wrong')))
    .willRespondWith(401, (response) => response.jsonBody({ error: string('access_denied') }))
    .executeTest(async (mock) => {
      const auth = { type: 'oauth', tokenUrl: `${mock.url}/oauth/token`, clientId, clientSecret: 'wrong' } as const
      const credentials = createCredentials(auth, fetch, clock)
      await expect(credentials.headers(unsigned)).rejects.toThrow(FatalError)
    })
})

test('a token that is not to be had for now', async () => {
  await given('a server that fails', { status: 503 })
    .uponReceiving('a request for a token that the server fails on')
    .withRequest('POST', '/oauth/token', (request) => request.jsonBody(body(clientSecret)))
    .willRespondWith(503)
    .executeTest(async (mock) => {
      const auth = { type: 'oauth', tokenUrl: `${mock.url}/oauth/token`, clientId, clientSecret } as const
      const credentials = createCredentials(auth, fetch, clock, { tries: 1 })
      await expect(credentials.headers(unsigned)).rejects.toThrow(RetriableError)
    })
})

test('a wrong password', async () => {
  const authorization = `Basic ${Buffer.from('connector:wrong').toString('base64')}`
  await given('an empty tenant', {})
    .uponReceiving('a request with a wrong password')
    .withRequest('GET', customerPath('/people/1'), (request) =>
      request.headers({ authorization }).query({ fields: personFields.join(',') }),
    )
    .willRespondWith(401, (response) =>
      response.jsonBody({
        errors: eachLike({
          errorMessage: like('Invalid Username or Password credentials provided.'),
          errorCode: integer(6),
        }),
      }),
    )
    .executeTest(async (mock) => {
      const client = clientOf(mock.url, { auth: { type: 'basic', username: 'connector', password: 'wrong' } })
      await expect(client.getPerson('1')).rejects.toMatchObject({ name: 'FatalError', isAuthentication: true })
    })
})
