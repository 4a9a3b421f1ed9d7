import { expect, test } from 'vitest'
import type { FaultRule } from '../../../simulator/faults/rule.ts'
import { faultSets } from '../../../simulator/faults/sets.ts'
import { createFrozenClock, type Simulator, type SimulatorOptions } from '../../../simulator/index.ts'
import { listen } from '../../../simulator/server.ts'
import { bodyOf, callIcims, createTenant, icimsOrigin, searchIds } from '../../tenant.ts'

const waited: number[] = []
const open = (faults: readonly (FaultRule | string)[], more: SimulatorOptions = {}): Promise<Simulator> => {
  waited.length = 0
  const wait = async (milliseconds: number): Promise<void> => void waited.push(milliseconds)
  return createTenant({ people: 24, faults, wait, ...more })
}

const statuses = async (simulator: Simulator, count: number, path = '/people/1'): Promise<number[]> => {
  const seen: number[] = []
  for (let i = 0; i < count; i++) seen.push((await callIcims(simulator, 'GET', path)).status)
  return seen
}

test('the first three calls of one operation fail, others do not', async () => {
  await using simulator = await open([{ operation: 'getPerson', times: 3, effect: { kind: 'status', status: 503 } }])
  expect((await callIcims(simulator, 'GET', '/jobs/1001')).status).toBe(200)
  expect(await statuses(simulator, 5)).toEqual([503, 503, 503, 200, 200])
  expect(simulator.tenant.faults.list()).toMatchObject([{ id: 1, matched: 5, hits: 3 }])
  const [entry] = simulator.tenant.journal.entries({ note: 'fault', status: 503 })
  expect(entry!.notes).toEqual([{ kind: 'fault', subject: 'fault 1', reason: 'On purpose: answered 503.' }])
})

test.each<[string, FaultRule, number[]]>([
  ['skip', { skip: 2, effect: { kind: 'status', status: 500 } }, [200, 200, 500, 500, 500, 500]],
  ['every', { every: 3, effect: { kind: 'status', status: 500 } }, [500, 200, 200, 500, 200, 200]],
  [
    'skip and every and times',
    { skip: 1, every: 2, times: 2, effect: { kind: 'status', status: 500 } },
    [200, 500, 200, 500, 200, 200],
  ],
  ['another caller', { caller: 'connector', effect: { kind: 'status', status: 500 } }, [200, 200]],
  ['another method', { method: 'patch', effect: { kind: 'status', status: 500 } }, [200, 200]],
  ['a path', { path: '/customers/*/people', effect: { kind: 'status', status: 500 } }, [500, 500]],
  ['another path', { path: '/customers/*/jobs', effect: { kind: 'status', status: 500 } }, [200, 200]],
])('a rule with %s hits what it says', async (_, rule, expected) => {
  await using simulator = await open([rule])
  expect(await statuses(simulator, expected.length)).toEqual(expected)
})

test('chance is drawn from the seed: the same calls every time', async () => {
  const rule: FaultRule = { chance: 0.5, effect: { kind: 'status', status: 500 } }
  await using one = await open([rule])
  await using two = await open([rule])
  const first = await statuses(one, 30)
  expect(first).toContain(200)
  expect(first).toContain(500)
  expect(await statuses(two, 30)).toEqual(first)
})

test('an error has the shape of iCIMS, and nothing is done', async () => {
  await using simulator = await open([
    { effect: { kind: 'status', status: 400, code: 5, message: 'No.', retryAfter: 7 } },
  ])
  const { changes } = simulator.tenant.store
  const answer = await callIcims(simulator, 'PATCH', '/people/1', { firstname: 'X' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('x-error')).toBe('5:No.')
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(await answer.json()).toEqual({ errors: [{ errorCode: 5, errorMessage: 'No.' }] })
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('no calls are left until a moment of the tenant’s time', async () => {
  const clock = createFrozenClock()
  const until = new Date(clock.now() + 3_600_000).toISOString()
  await using simulator = await open([{ until, effect: { kind: 'quota' } }], { clock })
  const answer = await callIcims(simulator, 'GET', '/people/1')
  expect(answer.status).toBe(429)
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('0')
  clock.advance(3_599_999)
  expect(await statuses(simulator, 1)).toEqual([429])
  clock.advance(1)
  expect(await statuses(simulator, 1)).toEqual([200])
})

test('a proxy answers a page of HTML', async () => {
  await using simulator = await open([{ times: 1, effect: { kind: 'html', status: 502 } }])
  const answer = await callIcims(simulator, 'GET', '/people/1')
  expect(answer.status).toBe(502)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(await answer.text()).toContain('<html>')
})

test('every token given so far is refused at once, a new one signs in', async () => {
  await using simulator = await open([{ skip: 1, times: 1, effect: { kind: 'expire-tokens' } }])
  const askToken = async (): Promise<string> => {
    const form = {
      grant_type: 'client_credentials',
      client_id: 'icims-client',
      client_secret: 'icims-secret',
      audience: 'https://api.icims.com/v1/',
    }
    const body = new URLSearchParams(form)
    const answer = await simulator.fetch(new Request('https://login.icims.com/oauth/token', { method: 'POST', body }))
    return ((await answer.json()) as { access_token: string }).access_token
  }
  const call = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` }
    return (await simulator.fetch(new Request(`${icimsOrigin}/customers/1234/people/1`, { headers }))).status
  }
  const [first, second] = [await askToken(), await askToken()]
  expect([await call(first), await call(first), await call(first), await call(second)]).toEqual([200, 401, 401, 401])
  expect(await call(await askToken())).toBe(200)
  expect(await statuses(simulator, 1)).toEqual([200])
})

test('an answer is held back on the timer it was given, with a spread that repeats', async () => {
  const rule: FaultRule = { effect: { kind: 'latency', milliseconds: 100, spread: 50 } }
  await using simulator = await open([rule])
  await statuses(simulator, 5)
  const first = [...waited]
  expect(first).toHaveLength(5)
  for (const milliseconds of first) expect(milliseconds).toBeGreaterThanOrEqual(100)
  for (const milliseconds of first) expect(milliseconds).toBeLessThanOrEqual(150)
  await using again = await open([rule])
  await statuses(again, 5)
  expect(waited).toEqual(first)
})

test('a slow body comes in pieces and is whole in the end', async () => {
  await using simulator = await open([{ times: 1, effect: { kind: 'slow', milliseconds: 800 } }])
  const slow = await bodyOf(callIcims(simulator, 'GET', '/people/1'))
  expect(waited).toEqual(Array.from({ length: 8 }, () => 100))
  expect(await bodyOf(callIcims(simulator, 'GET', '/people/1'))).toEqual(slow)
})

test('a truncated answer is no JSON any more', async () => {
  await using simulator = await open([{ times: 1, effect: { kind: 'truncate' } }])
  const answer = await callIcims(simulator, 'GET', '/people/1')
  expect(answer.status).toBe(200)
  await expect(answer.json()).rejects.toThrow(SyntaxError)
})

test('a search does not find yet what changed in the last minutes, and finds it later', async () => {
  const clock = createFrozenClock()
  await using simulator = await open([{ effect: { kind: 'stale', minutes: 10 } }], { clock })
  await callIcims(simulator, 'PATCH', '/people/2', { firstname: 'Zephyrine' })
  const filters = [{ name: 'person.firstname', value: ['Zephyrine'] }]
  expect(await searchIds(simulator, 'people', { filters })).toEqual([])
  clock.advance(10 * 60_000)
  expect(await searchIds(simulator, 'people?staleness=0', { filters })).toEqual([2])
})

test('a field is hidden from one caller', async () => {
  const hide: FaultRule = { caller: 'api-user', effect: { kind: 'hide-field', profile: 'person', field: 'email' } }
  await using simulator = await open([hide])
  expect((await bodyOf(callIcims(simulator, 'GET', '/people/1'))).email).toBeUndefined()
  const authorization = `Basic ${btoa('connector:connector-password')}`
  const other = simulator.fetch(new Request(`${icimsOrigin}/customers/1234/people/1`, { headers: { authorization } }))
  expect((await bodyOf(other)).email).toBeDefined()
})

test('in process a reset connection fails the call and says why; what it interrupts is done or not, as said', async () => {
  await using simulator = await open([
    { method: 'PATCH', times: 1, effect: { kind: 'reset', when: 'before' } },
    { method: 'PATCH', skip: 1, times: 1, effect: { kind: 'reset', when: 'during' } },
  ])
  const patch = () => callIcims(simulator, 'PATCH', '/people/1', { firstname: 'Changed' })
  await expect(patch()).rejects.toMatchObject({
    name: 'SocketFault',
    code: 'ECONNRESET',
    message: /In process there is no socket/,
  })
  expect((await bodyOf(callIcims(simulator, 'GET', '/people/1'))).firstname).not.toBe('Changed')
  await expect(patch()).rejects.toMatchObject({ name: 'SocketFault' })
  expect((await bodyOf(callIcims(simulator, 'GET', '/people/1'))).firstname).toBe('Changed')
  expect(simulator.tenant.journal.entries({ operation: 'updatePerson' }).map(({ status }) => status)).toEqual([204, 0])
})

test('on a socket the connection is reset, before the answer or in its middle', async () => {
  await using simulator = await open([
    { times: 1, effect: { kind: 'reset', when: 'before' } },
    { skip: 1, times: 1, effect: { kind: 'reset', when: 'during' } },
  ])
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const headers = { authorization: `Basic ${btoa('api-user:api-password')}` }
  const call = (): Promise<Response> => fetch(`${server.baseUrl}/customers/1234/people/1`, { headers })
  await expect(call()).rejects.toMatchObject({ cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) } })
  const during = await call()
  expect(during.status).toBe(200)
  await expect(during.text()).rejects.toThrow()
  expect((await call()).status).toBe(200)
  await server.close()
})

test('faults of the token operation reach the login host', async () => {
  await using simulator = await open([{ operation: 'createToken', times: 1, effect: { kind: 'status', status: 503 } }])
  const ask = () =>
    simulator.fetch(
      new Request('https://login.icims.com/oauth/token', { method: 'POST', body: new URLSearchParams({}) }),
    )
  expect((await ask()).status).toBe(503)
  expect((await ask()).status).toBe(400)
})

test.each(Object.keys(faultSets))('the set %s is ready to use', async (name) => {
  await using simulator = await open([name])
  for (let i = 0; i < 60; i++) await callIcims(simulator, 'GET', '/people/1').catch(() => {})
  const standing = simulator.tenant.faults.list()
  expect(standing).toHaveLength(faultSets[name as keyof typeof faultSets].length)
  if (name !== 'auth-rotation') expect(standing.some(({ hits }) => hits > 0)).toBe(true)
})

test.each<[string, FaultRule | string, RegExp]>([
  [
    'an unknown operation',
    { operation: 'getPersn', effect: { kind: 'truncate' } },
    /no operation getPersn\. The nearest is getPerson\./,
  ],
  [
    'an unknown caller',
    { caller: 'nobody', effect: { kind: 'truncate' } },
    /no API user nobody\. There are api-user, connector\./,
  ],
  ['a moment that is none', { until: 'soon', effect: { kind: 'truncate' } }, /until: soon/],
  ['an unknown set', 'flacky', /no set of faults flacky\. There are flaky,/],
])('%s is refused when the rule is written', async (_, rule, message) => {
  await expect(open([rule])).rejects.toThrow(message)
})

test('a fault that has hit nothing is told of when the tenant ends', async () => {
  const told: string[] = []
  const more = { onUnusedFault: (message: string) => void told.push(message) }
  const simulator = await open(
    [{ operation: 'getJob', effect: { kind: 'truncate' } }, { effect: { kind: 'latency', milliseconds: 1 } }],
    more,
  )
  await statuses(simulator, 1)
  await simulator.close()
  expect(told).toEqual(['The fault 1 (getJob) has hit nothing.'])
})

test('faults are written, read and removed over /_sim, and a reset removes them', async () => {
  await using simulator = await open([])
  const control = (method: string, path: string, body?: object): Promise<Response> =>
    simulator.fetch(
      new Request(`http://127.0.0.1/_sim${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    )
  const rule = { operation: 'getPerson', times: 1, effect: { kind: 'status', status: 503 } }
  expect(await bodyOf(control('POST', '/faults', rule))).toEqual({ faults: [{ id: 1, matched: 0, hits: 0, ...rule }] })
  expect(await statuses(simulator, 2)).toEqual([503, 200])
  expect(await bodyOf(control('GET', '/faults'))).toMatchObject({ faults: [{ id: 1, hits: 1 }] })
  expect((await bodyOf(control('POST', '/faults', { set: 'slow' }))).faults).toHaveLength(2)
  expect((await bodyOf(control('DELETE', '/faults/2'))).faults).toHaveLength(2)
  expect((await control('DELETE', '/faults/2')).status).toBe(404)
  expect((await bodyOf(control('DELETE', '/faults'))).faults).toEqual([])
  for (const bad of [
    {},
    { effect: { kind: 'explode' } },
    { operation: 'nope', effect: { kind: 'truncate' } },
    { set: 'x' },
  ]) {
    expect((await control('POST', '/faults', bad)).status).toBe(400)
  }
  expect(simulator.tenant.faults.list()).toEqual([])
  await control('POST', '/faults', rule)
  simulator.reset()
  expect(await statuses(simulator, 1)).toEqual([200])
})

test('a tenant that only warns lets calls beyond the quota through and says so', async () => {
  const [user] = (await import('../../../simulator/index.ts')).defaultCoordinates.users
  const coordinates = { customerId: 1234, users: [{ ...user!, quota: 2 }] }
  await using warning = await createTenant({ people: 24, coordinates, tenant: { quotaMode: 'warn' } })
  expect(await statuses(warning, 4)).toEqual([200, 200, 200, 200])
  const last = await callIcims(warning, 'GET', '/people/1')
  expect(last.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(warning.tenant.journal.entries({ note: 'over-quota' })).toHaveLength(3)
  await using enforcing = await createTenant({ people: 24, coordinates })
  expect(await statuses(enforcing, 3)).toEqual([200, 200, 429])
})
