import { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import type { Connector } from '../../../connector/index.ts'
import { apiKey, createPair, type Pair } from '../../pair.ts'

function ask(
  { connector, integrationId }: Pair,
  path: string,
  init: RequestInit = {},
  key = apiKey,
): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, 'x-integration-id': `icims:${integrationId}` }
  return connector.fetch(new Request(`http://127.0.0.1/v1${path}`, { ...init, headers }))
}

const left = ({ headers }: Response): (string | null)[] =>
  ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))

test('every answer tells what is left of the minute, one too many is refused, and the next minute begins anew', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  const clock = { now: () => new Date(now), sleep: async () => {} }
  await using pair = await createPair({
    simulator: { people: 0 },
    connector: { clock, limits: { requestsPerMinute: 3 } },
  })
  const { key } = await pair.connector.administration.createApiKey({ environmentId: 'staging' })
  expect(left(await ask(pair, '/check-api-key'))).toEqual(['3', '2', '60'])
  now += 20_500
  expect(left(await ask(pair, '/ats/jobs'))).toEqual(['3', '1', '40'])
  expect(left(await ask(pair, '/nowhere'))).toEqual(['3', '0', '40'])
  const refused = await ask(pair, '/check-api-key')
  expect([refused.status, left(refused), refused.headers.get('retry-after')]).toEqual([429, ['3', '0', '40'], '40'])
  expect(await refused.json()).toMatchObject({ error: { code: 'PLATFORM.RATE_LIMIT_EXCEEDED' } })
  const kombo = sdkOf(pair.connector)
  await expect(kombo.general.checkApiKey()).rejects.toMatchObject({ error: { code: 'PLATFORM.RATE_LIMIT_EXCEEDED' } })
  // Another environment has a minute of its own, and who has no key has none.
  expect(left(await ask(pair, '/check-api-key', {}, key))).toEqual(['3', '2', '60'])
  const stranger = await ask(pair, '/check-api-key', {}, 'wrong')
  expect([stranger.status, left(stranger)]).toEqual([401, [null, null, null]])
  now += 39_500
  expect(left(await ask(pair, '/check-api-key'))).toEqual(['3', '2', '60'])
})

test('300 calls a minute are taken unless something else is said, and null takes everything', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  expect(left(await ask(pair, '/check-api-key'))[0]).toBe('300')
  await using open = await createPair({ simulator: { people: 0 }, connector: { limits: { requestsPerMinute: null } } })
  expect(left(await ask(open, '/check-api-key'))).toEqual([null, null, null])
})

test('actions of an integration that are too many at once are refused; reads are not counted', async () => {
  await using pair = await createPair({ simulator: { people: 0 }, connector: { limits: { concurrentActions: 2 } } })
  const act = () => ask(pair, '/ats/import-tracked-application', { method: 'POST', body: '{}' })
  const answers = await Promise.all([act(), act(), act()])
  const told = answers.map(({ status, headers }) => [
    status,
    headers.get('concurrency-limit'),
    headers.get('concurrency-remaining'),
  ])
  expect(told).toEqual([
    [403, '2', '1'],
    [403, '2', '0'],
    [429, '2', '0'],
  ])
  expect(await answers[2]!.json()).toMatchObject({ error: { code: 'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED' } })
  expect((await ask(pair, '/ats/jobs')).headers.get('concurrency-limit')).toBeNull()
  // Those that ended leave their place.
  expect((await act()).headers.get('concurrency-remaining')).toBe('1')
})

function sdkOf(connector: Connector): Kombo {
  return new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    http_client: { request: (request: Request) => connector.fetch(request) } as never,
  })
}
