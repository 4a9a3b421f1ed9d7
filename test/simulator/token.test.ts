import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../simulator/index.ts'
import { bodyOf, createTenant } from '../tenant.ts'

const client = {
  grant_type: 'client_credentials',
  client_id: 'icims-client',
  client_secret: 'icims-secret',
  audience: 'https://api.icims.com/v1/',
}

function askToken(simulator: Simulator, change: Partial<typeof client> = {}): Promise<Response> {
  const body = new URLSearchParams({ ...client, ...change })
  return simulator.fetch(new Request('https://login.icims.com/oauth/token', { method: 'POST', body }))
}

async function askTokens(simulator: Simulator, times: number, change: Partial<typeof client> = {}): Promise<number[]> {
  const statuses = new Set<number>()
  for (let i = 0; i < times; i++) statuses.add((await askToken(simulator, change)).status)
  return [...statuses]
}

test('500 token requests in ten minutes are answered, and the next one is throttled', async () => {
  await using simulator = await createTenant({ people: 0 })
  expect(await askTokens(simulator, 500)).toEqual([200])
  const answer = await askToken(simulator)
  expect(answer.status).toBe(429)
  expect(await answer.json()).toEqual({ error: 'too_many_requests', error_description: expect.any(String) })
})

test('a throttled client gets tokens again as its requests grow ten minutes old, by the clock of the tenant', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 0, clock })
  await askTokens(simulator, 499)
  clock.advance(599_999)
  expect(await askTokens(simulator, 2)).toEqual([200, 429])
  clock.advance(1)
  expect(await askTokens(simulator, 499)).toEqual([200])
  expect(await askTokens(simulator, 1)).toEqual([429])
})

test('requests with a wrong secret count for the client they name, and throttled ones do not', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 0, clock })
  expect(await askTokens(simulator, 500, { client_secret: 'wrong' })).toEqual([401])
  clock.advance(300_000)
  expect(await askTokens(simulator, 600)).toEqual([429])
  clock.advance(300_000)
  expect(await askTokens(simulator, 1)).toEqual([200])
})

test('other clients are not throttled with it, and one nobody knows is refused as ever', async () => {
  await using simulator = await createTenant({ people: 0 })
  await askTokens(simulator, 501)
  expect(await askTokens(simulator, 501, { client_id: 'nobody' })).toEqual([401])
  expect(await askTokens(simulator, 1, { client_id: 'connector-client', client_secret: 'connector-secret' })).toEqual([
    200,
  ])
})

test('a throttled client keeps the token it has, and a reset lets it ask again', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { access_token } = await bodyOf(askToken(simulator))
  await askTokens(simulator, 500)
  const headers = { authorization: `Bearer ${access_token}` }
  expect((await simulator.fetch(new Request('https://api.icims.com/customers/1234', { headers }))).status).toBe(200)
  simulator.reset()
  expect(await askTokens(simulator, 1)).toEqual([200])
})
