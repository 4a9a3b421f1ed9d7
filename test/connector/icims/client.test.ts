import { expect, test } from 'vitest'
import { createIcimsClient, type IcimsClientOptions } from '../../../connector/icims/client.ts'
import { asFetch } from '../../tenant.ts'

/** A client over scripted answers; it records what was sent and how long it waited. */
function scripted(answers: (Response | Error)[], options: Partial<IcimsClientOptions> = {}) {
  const sent: { method: string; url: string; authorization: string | null; body: string }[] = []
  const waits: number[] = []
  let now = Date.UTC(2026, 0, 15)
  const client = createIcimsClient({
    baseUrl: 'https://api.icims.com/',
    customerId: '1234',
    auth: { type: 'basic', username: 'user', password: 'pässword' },
    clock: {
      now: () => new Date(now),
      sleep: async (milliseconds) => {
        waits.push(milliseconds)
        now += milliseconds
      },
    },
    random: () => 0.5,
    fetch: asFetch(async (request) => {
      const { method, url, headers } = request
      sent.push({ method, url, authorization: headers.get('authorization'), body: await request.text() })
      const answer = answers.shift()
      if (answer === undefined) throw new Error('The script has no more answers.')
      if (answer instanceof Error) throw answer
      return answer
    }),
    ...options,
  })
  return { client, sent, waits, pass: (milliseconds: number) => (now += milliseconds) }
}

const json = (body: unknown, init: ResponseInit = {}) => Response.json(body, init)
const limits = (remaining: number) => ({
  'x-ratelimit-limit': '10000',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '3600',
})
const refusal = (errorMessage: string, status: number) => json({ errors: [{ errorMessage, errorCode: 1 }] }, { status })

test('a record is asked for with exactly the mapped fields, signed in', async () => {
  const { client, sent } = scripted([json({ firstname: 'Ann' })])
  expect(await client.getPerson('7')).toMatchObject({ id: '7', firstname: 'Ann', lastname: undefined, phones: [] })
  const url = new URL(sent[0]!.url)
  expect(url.pathname).toBe('/customers/1234/people/7')
  expect(url.searchParams.get('fields')).toBe(
    'firstname,lastname,email,folder,source,sourcename,phones,addresses,workexperience,createddate',
  )
  expect(sent[0]!.authorization).toBe(`Basic ${Buffer.from('user:pässword').toString('base64')}`)
})

test('a search asks for live ids after the last one', async () => {
  const { client, sent } = scripted([
    json({
      searchResults: [
        { self: 'x', id: 8 },
        { self: 'x', id: '9' },
      ],
    }),
  ])
  expect(await client.searchPage('jobs', [{ name: 'job.folder', value: ['D31001'] }], 7)).toEqual([8, 9])
  expect(sent[0]!.url).toBe('https://api.icims.com/customers/1234/search/jobs?staleness=0')
  expect(JSON.parse(sent[0]!.body)).toEqual({
    filters: [
      { name: 'job.folder', value: ['D31001'] },
      { name: 'job.id', value: ['7'], operator: '>' },
    ],
    operator: '&',
  })
})

test.each([
  ['repeat', [8, 8]],
  ['go back', [9, 8]],
  ['do not pass the last one', [7]],
  ['are none', ['x']],
])('ids that %s are an error: paging would never end', async (_, ids) => {
  const { client } = scripted([json({ searchResults: ids.map((id) => ({ id })) })])
  await expect(client.searchPage('jobs', [], 7)).rejects.toMatchObject({
    name: 'FatalError',
    message: expect.stringContaining('do not grow'),
  })
})

test('a missing searchResults is no result', async () => {
  const { client } = scripted([json({})])
  expect(await client.searchPage('people', [], 0)).toEqual([])
})

test('429, 5xx and network errors of reads and searches are tried again, waiting longer each time', async () => {
  const { client, sent, waits } = scripted([
    new Response('', { status: 503 }),
    new TypeError('fetch failed'),
    new Response('', { status: 429 }),
    json({}),
  ])
  await client.getJob('1')
  expect(sent).toHaveLength(4)
  expect(waits).toEqual([250, 500, 1_000])
})

test('a wait that iCIMS asks for counts, up to a minute', async () => {
  const asking = (seconds: string) => new Response('', { status: 429, headers: { 'retry-after': seconds } })
  const { client, waits } = scripted([asking('7'), asking('86400'), json({})])
  await client.getJob('1')
  expect(waits).toEqual([7_000, 60_000])
})

test('when every try fails the run may go on later', async () => {
  const { client, sent } = scripted(
    Array.from({ length: 3 }, () => new Response('', { status: 500 })),
    { tries: 3 },
  )
  await expect(client.getJob('1')).rejects.toMatchObject({
    name: 'RetriableError',
    message: 'iCIMS did not answer GET /customers/1234/jobs/1 in 3 tries: it answered 500.',
  })
  expect(sent).toHaveLength(3)
})

test('a record that is gone concerns that record alone', async () => {
  const { client, sent } = scripted([refusal('Person not found.', 404)])
  await expect(client.getPerson('7')).rejects.toMatchObject({
    name: 'RecordError',
    message: expect.stringContaining('Person not found.'),
  })
  expect(sent).toHaveLength(1)
})

test.each([
  ['401', refusal('Invalid Username or Password credentials provided.', 401), true],
  ['403', refusal('no', 403), false],
  ['400', refusal('bad filter', 400), false],
  ['an error inside a 200', json({ errors: [{ errorMessage: 'bad filter', errorCode: 5 }] }), false],
])('%s ends the run and names no secret', async (_, answer, isAuthentication) => {
  const { client } = scripted([answer])
  const error = await client.searchPage('people', [], 0).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'FatalError', isAuthentication })
  expect(String(error)).not.toContain('pässword')
})

test.each([
  ['a list', []],
  ['a date that is none', { createddate: 'soon' }],
  ['a day that is none', { createddate: '2024-13-45' }],
])('%s as a person is set aside', async (_, body) => {
  const { client } = scripted([json(body)])
  await expect(client.getPerson('7')).rejects.toMatchObject({ name: 'RecordError' })
})

test('a body that is no JSON came from something in between, and may be tried later', async () => {
  const { client } = scripted([new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })])
  await expect(client.getPerson('7')).rejects.toMatchObject({ name: 'RetriableError' })
})

test('the last answers tell how many calls are left, and none is made when none is', async () => {
  const { client, sent } = scripted([json({}, { headers: limits(1) }), json({}, { headers: limits(0) })])
  await client.getJob('1')
  expect(client.rateLimit).toEqual({ limit: 10_000, remaining: 1, reset: 3_600 })
  await client.getJob('2')
  await expect(client.getJob('3')).rejects.toMatchObject({
    name: 'RetriableError',
    message: expect.stringContaining('in 1.0 hours'),
  })
  expect([sent.length, client.calls]).toEqual([2, 2])
})

test('a reserve is left to others', async () => {
  const { client } = scripted([json({}, { headers: limits(100) })], { reserve: 100 })
  await client.getJob('1')
  await expect(client.getJob('2')).rejects.toThrow('reserve 100')
})

test('an abort stops the waiting', async () => {
  const stop = new AbortController()
  const { client } = scripted([new Response('', { status: 500 })], {
    signal: stop.signal,
    clock: {
      now: () => new Date(0),
      sleep: async () => {
        stop.abort(new Error('enough'))
        stop.signal.throwIfAborted()
      },
    },
  })
  await expect(client.getJob('1')).rejects.toThrow('enough')
})

const oauth = {
  type: 'oauth',
  tokenUrl: 'https://login.icims.com/oauth/token',
  clientId: 'id',
  clientSecret: 'sssh',
} as const
const token = (value: string) => json({ access_token: value, expires_in: 86_400 })

test('one token serves many calls, and is renewed before it expires', async () => {
  const { client, sent, pass } = scripted([token('one'), json({}), json({}), token('two'), json({})], { auth: oauth })
  await client.getJob('1')
  await client.getJob('2')
  pass(86_400_000 - 59_000)
  await client.getJob('3')
  expect(sent.map(({ url }) => new URL(url).pathname.split('/').at(-1))).toEqual(['token', '1', '2', 'token', '3'])
  expect(sent.map(({ authorization }) => authorization)).toEqual([null, 'Bearer one', 'Bearer one', null, 'Bearer two'])
})

test('callers at the same time share one token request', async () => {
  const { client, sent } = scripted([token('one'), json({}), json({})], { auth: oauth })
  await Promise.all([client.getJob('1'), client.getJob('2')])
  expect(sent.filter(({ url }) => url.endsWith('/token'))).toHaveLength(1)
})

test('a refused token is renewed once, and no more', async () => {
  const refused = () => refusal('no', 401)
  const once = scripted([token('old'), refused(), token('new'), json({})], { auth: oauth })
  await once.client.getJob('1')
  expect(once.sent.at(-1)!.authorization).toBe('Bearer new')
  const twice = scripted([token('old'), refused(), token('new'), refused()], { auth: oauth })
  await expect(twice.client.getJob('1')).rejects.toMatchObject({ name: 'FatalError', isAuthentication: true })
})

test('a refused client secret ends the run and is not named', async () => {
  const { client } = scripted([json({ error: 'access_denied' }, { status: 401 })], { auth: oauth })
  const error = await client.getJob('1').catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'FatalError', isAuthentication: true })
  expect(String(error)).not.toContain('sssh')
})
