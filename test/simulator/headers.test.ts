import { expect, test } from 'vitest'
import { createFrozenClock, defaultCoordinates } from '../../simulator/index.ts'
import { callIcims, createTenant } from '../tenant.ts'

test('every answer carries the captured headers', async () => {
  await using simulator = await createTenant({ people: 0 })
  for (const path of ['', '/people/1', '/nothing']) {
    const { headers } = await callIcims(simulator, 'GET', path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0',
      'content-language': 'en-US,us',
      'content-security-policy': "frame-ancestors 'self'",
      'strict-transport-security': 'max-age=7776000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    })
    expect(headers.get('x-transaction')).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
    expect(headers.get('set-cookie')).toMatch(/^JSESSIONID=[0-9A-F]{32}; Path=\/; Secure; HttpOnly$/)
    expect(headers.get('connection')).toBeNull()
  }
})

test('two tenants of the same seed answer the same bytes and headers', async () => {
  const record = async (): Promise<string> => {
    await using simulator = await createTenant({ people: 24, cache: false })
    const answers = []
    for (const path of ['/people/20', '/jobs/1001', '/nothing']) {
      const answer = await callIcims(simulator, 'GET', path)
      answers.push([answer.status, [...answer.headers], await answer.text()])
    }
    return JSON.stringify(answers)
  }
  expect(await record()).toBe(await record())
})

test("the date of every answer is the tenant's, and its refusals say it too", async () => {
  const clock = createFrozenClock(Date.UTC(2016, 2, 30, 21, 25, 1))
  await using simulator = await createTenant({ people: 0, clock })
  for (const path of ['', '/nothing']) {
    const { headers } = await callIcims(simulator, 'GET', path)
    expect(headers.get('date')).toBe('Wed, 30 Mar 2016 21:25:01 GMT')
  }
})

test('the reset header counts whole seconds to midnight UTC', async () => {
  const clock = createFrozenClock(Date.UTC(2016, 2, 30, 21, 25, 1))
  await using simulator = await createTenant({ people: 0, clock })
  const answer = await callIcims(simulator, 'GET', '')
  expect(answer.headers.get('x-ratelimit-reset')).toBe('9299')
})

test('calls are counted per API user, refused when the day is used up, and come back at midnight UTC', async () => {
  const clock = createFrozenClock()
  const users = defaultCoordinates.users.map((user) => (user.quota === 'unlimited' ? user : { ...user, quota: 2 }))
  await using simulator = await createTenant({ people: 0, clock, coordinates: { customerId: 1234, users } })
  const call = async (): Promise<[number, string | null]> => {
    const answer = await callIcims(simulator, 'GET', '')
    return [answer.status, answer.headers.get('x-ratelimit-remaining')]
  }
  expect(await call()).toEqual([200, '1'])
  expect(await call()).toEqual([200, '0'])
  expect(await call()).toEqual([429, '0'])
  clock.advance(9 * 3_600_000)
  expect(await call()).toEqual([200, '1'])
})

test('a request that does not sign in costs nobody a call', async () => {
  await using simulator = await createTenant({ people: 0 })
  await simulator.fetch(new Request('https://api.icims.com/customers/1234'))
  const answer = await callIcims(simulator, 'GET', '')
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('9999')
})

test('a client with a session gets no second cookie', async () => {
  await using simulator = await createTenant({ people: 0 })
  const authorization = `Basic ${btoa('api-user:api-password')}`
  const headers = { authorization, cookie: 'JSESSIONID=ABC' }
  const answer = await simulator.fetch(new Request('https://api.icims.com/customers/1234', { headers }))
  expect(answer.headers.get('set-cookie')).toBeNull()
})
