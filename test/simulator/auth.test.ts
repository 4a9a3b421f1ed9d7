import { expect, test } from 'vitest'
import { createFrozenClock } from '../../simulator/index.ts'
import { bodyOf, callIcims, createTenant, icimsOrigin } from '../tenant.ts'

const customer = `${icimsOrigin}/customers/1234`
const tokenUrl = 'https://login.icims.com/oauth/token'
const client = {
  grant_type: 'client_credentials',
  client_id: 'icims-client',
  client_secret: 'icims-secret',
  audience: 'https://api.icims.com/v1/',
}

function askToken(body: object): Request {
  return new Request(tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

test('Basic credentials sign in', async () => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'GET', '')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ id: 1234, customerType: 'test', platformUrl: 'cedarline.icims.com' })
})

test.each([
  ['no header', undefined],
  ['a wrong password', `Basic ${btoa('api-user:nope')}`],
  ['an unknown user', `Basic ${btoa('nobody:api-password')}`],
  ['no colon', `Basic ${btoa('api-user')}`],
  ['another scheme', 'Digest abc'],
  ['a made-up token', 'Bearer a.b.c'],
  ['an empty token', 'Bearer '],
])('%s is refused with the documented body and a challenge', async (_, authorization) => {
  await using simulator = await createTenant({ people: 0 })
  const headers = authorization === undefined ? {} : { authorization }
  const answer = await simulator.fetch(new Request(customer, { headers }))
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toContain('Basic')
  expect(await answer.json()).toEqual({
    errors: [{ errorMessage: 'Invalid Username or Password credentials provided.', errorCode: 6 }],
  })
})

test.each([
  ['JSON', 'application/json', JSON.stringify(client)],
  ['a form', 'application/x-www-form-urlencoded', new URLSearchParams(client).toString()],
])('a token is given for client credentials sent as %s, and signs in', async (_, type, body) => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await simulator.fetch(
    new Request(tokenUrl, { method: 'POST', headers: { 'content-type': type }, body }),
  )
  expect(answer.status).toBe(200)
  const { access_token, expires_in, token_type } = (await answer.json()) as {
    access_token: string
    expires_in: number
    token_type: string
  }
  expect({ expires_in, token_type }).toEqual({ expires_in: 86_400, token_type: 'Bearer' })
  const called = await simulator.fetch(new Request(customer, { headers: { authorization: `Bearer ${access_token}` } }))
  expect(called.status).toBe(200)
})

test('a token expires a day later by the clock of the tenant', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 0, clock })
  const { access_token } = await bodyOf(simulator.fetch(askToken(client)))
  const call = () => simulator.fetch(new Request(customer, { headers: { authorization: `Bearer ${access_token}` } }))
  clock.advance(86_399_000)
  expect((await call()).status).toBe(200)
  clock.advance(1_000)
  expect((await call()).status).toBe(401)
})

test('a token of which one letter was changed is refused', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { access_token } = await bodyOf(simulator.fetch(askToken(client)))
  const forged = access_token.replace(/.$/, (letter: string) => (letter === 'A' ? 'B' : 'A'))
  const answer = await simulator.fetch(new Request(customer, { headers: { authorization: `Bearer ${forged}` } }))
  expect(answer.status).toBe(401)
})

test.each([
  ['a wrong secret', { client_secret: 'nope' }, 401, 'access_denied'],
  ['an unknown client', { client_id: 'nobody' }, 401, 'access_denied'],
  ['another audience', { audience: 'https://example.com/' }, 403, 'access_denied'],
  ['another grant', { grant_type: 'password' }, 403, 'unsupported_grant_type'],
  ['a missing secret', { client_secret: undefined }, 400, 'invalid_request'],
])('%s gets no token', async (_, change, status, error) => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await simulator.fetch(askToken({ ...client, ...change }))
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error })
})

test('another customer is not found', async () => {
  await using simulator = await createTenant({ people: 0 })
  const authorization = `Basic ${btoa('api-user:api-password')}`
  const answer = await simulator.fetch(
    new Request(`${icimsOrigin}/customers/99/people/1`, { headers: { authorization } }),
  )
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ errors: [{ errorMessage: 'Customer not found.', errorCode: 2 }] })
})
