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
  expect(await client.searchPage('jobs', [{ name: 'job.folder', value: ['D31001'] }], '7')).toEqual(['8', '9'])
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
  await expect(client.searchPage('jobs', [], '7')).rejects.toMatchObject({
    name: 'FatalError',
    message: expect.stringContaining('do not grow'),
  })
})

test.each([
  ['without searchResults', json({})],
  ['with searchResults that are no list', json({ searchResults: null })],
  ['without a body', new Response(null, { status: 200 })],
  ['without a body that says so', new Response('', { status: 200, headers: { 'content-length': '0' } })],
])('a page %s is not the last page: it may be better next time', async (_, answer) => {
  const { client } = scripted([answer])
  await expect(client.searchPage('people', [], '0')).rejects.toMatchObject({
    name: 'RetriableError',
    message: 'iCIMS answered the search of people without searchResults. Try again later.',
  })
})

test('an id too large for a number is read digit by digit', async () => {
  const rows = '[{"id":9007199254740992},{"id":9007199254740993}]'
  const job =
    '{"recruiter":{"id":9007199254740993,"value":"Ann Lindqvist"},"minimumsalary":{"amount":12345678901234567890}}'
  const { client, sent } = scripted([new Response(`{"searchResults":${rows}}`), new Response(job)])
  const ids = await client.searchPage('jobs', [], '7')
  expect(ids).toEqual(['9007199254740992', '9007199254740993'])
  expect((await client.getJob(ids[1]!)).recruiter).toEqual({ id: '9007199254740993', value: 'Ann Lindqvist' })
  expect(sent[1]!.url).toContain('/jobs/9007199254740993?')
})

test('an honest empty page is one', async () => {
  const { client } = scripted([json({ searchResults: [] })])
  expect(await client.searchPage('people', [], '0')).toEqual([])
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

test.each([
  [500, 'a search', 'RetriableError'],
  [500, 'a record', 'RecordError'],
  [429, 'a search', 'RetriableError'],
  [429, 'a record', 'RetriableError'],
])('when every try answers %s to %s, it is a %s', async (status, what, name) => {
  const { client, sent } = scripted(
    Array.from({ length: 3 }, () => new Response('', { status })),
    { tries: 3 },
  )
  const asked = what === 'a search' ? client.searchPage('jobs', [], '0') : client.getJob('1')
  await expect(asked).rejects.toMatchObject({
    name,
    message: expect.stringMatching(/iCIMS did not answer .* in 3 tries: it answered \d+\.$/),
    isServerFault: status === 500,
  })
  expect(sent).toHaveLength(3)
})

test('a network that is down is no fault of the record', async () => {
  const { client } = scripted([new TypeError('fetch failed')], { tries: 1 })
  await expect(client.getJob('1')).rejects.toMatchObject({ name: 'RetriableError', isServerFault: false })
})

test.each([
  ['gone', refusal('Person not found.', 404)],
  ['hidden', refusal('Person not found.', 403)],
  ['refused inside a 200', json({ errors: [{ errorMessage: 'Person not found.', errorCode: 2 }] })],
])('a record that is %s concerns that record alone', async (_, answer) => {
  const { client, sent } = scripted([answer])
  await expect(client.getPerson('7')).rejects.toMatchObject({
    name: 'RecordError',
    message: expect.stringContaining('Person not found.'),
    isServerFault: false,
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
  const error = await client.searchPage('people', [], '0').catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'FatalError', isAuthentication })
  expect(String(error)).not.toContain('pässword')
})

test.each([
  ['a list', json([])],
  ['nothing', new Response('', { status: 200, headers: { 'content-length': '0' } })],
])('%s as a person is set aside', async (_, answer) => {
  const { client } = scripted([answer])
  await expect(client.getPerson('7')).rejects.toMatchObject({
    name: 'RecordError',
    message: 'Person 7 is not a JSON object.',
  })
})

test('a body that is no JSON is a fault of the server: a search may be tried later, a record is set aside', async () => {
  const html = () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })
  const { client } = scripted([html(), html()])
  await expect(client.searchPage('people', [], '0')).rejects.toMatchObject({ name: 'RetriableError' })
  await expect(client.getPerson('7')).rejects.toMatchObject({ name: 'RecordError', isServerFault: true })
})

test('JSON that ends halfway is asked for again, and a record that is so at every try is set aside', async () => {
  const cut = () => new Response('{"jobtitle":"Nur', { status: 200, headers: { 'content-type': 'application/json' } })
  const { client, sent } = scripted([cut(), json({ jobtitle: 'Nurse' }), ...Array.from({ length: 9 }, cut)])
  expect(await client.getJob('7')).toMatchObject({ jobtitle: 'Nurse' })
  expect(sent).toHaveLength(2)
  await expect(client.getJob('8')).rejects.toMatchObject({ name: 'RecordError', isServerFault: true })
})

test('what a refused sign-in says of calls is nobody’s', async () => {
  const big = { 'x-ratelimit-limit': '1000000', 'x-ratelimit-remaining': '900000', 'x-ratelimit-reset': '3600' }
  const { client } = scripted([
    json({}, { headers: big }),
    json({}, { status: 401, headers: limits(10_000) }),
    json({}, { headers: big }),
  ])
  await client.getJob('1')
  await expect(client.getJob('2')).rejects.toMatchObject({ name: 'FatalError', isAuthentication: true })
  await client.getJob('3')
  expect(client.rateLimit).toMatchObject({ limit: 1_000_000 })
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

test('of calls that wait when the quota is used up none goes out until it is back', async () => {
  const used = () => new Response('', { status: 429, headers: limits(0) })
  const { client, sent, pass } = scripted([used(), json({}, { headers: limits(9) })])
  await expect(client.getJob('1')).rejects.toThrow('no calls left')
  const more = await Promise.allSettled(['2', '3', '4', '5'].map((id) => client.getJob(id)))
  expect(more.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  expect(sent).toHaveLength(1)
  pass(3_600_000)
  await client.getJob('6')
  expect(client.rateLimit).toMatchObject({ remaining: 9 })
})

test('the difference of the clocks is read from the last answer that tells it', async () => {
  const date = (text: string) => json({}, { headers: { date: text } })
  const { client } = scripted([json({}), date('Wed, 14 Jan 2026 23:50:00 GMT'), json({}), date('soon')])
  const read = async () => {
    await client.getJob('1')
    return client.clockSkew
  }
  expect([await read(), await read(), await read(), await read()]).toEqual([undefined, -600_000, -600_000, undefined])
  expect(client.leastClockSkew).toBe(-600_000)
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

test('when many calls meet a token that is refused, one new one serves them all', async () => {
  let tokens = 0
  let refusals = 0
  let isRefused = false
  const gate = Promise.withResolvers<void>()
  const { client } = scripted([], {
    auth: oauth,
    fetch: asFetch(async ({ url, headers }) => {
      if (url.endsWith('/token')) return token(`t${++tokens}`)
      if (!isRefused || headers.get('authorization') === 'Bearer t2') return json({})
      // All are under way with the old one before the first is told; the last is told when the new one is long there.
      if (++refusals === 15) gate.resolve()
      await gate.promise
      if (url.includes('/jobs/7?')) await new Promise((resolve) => setTimeout(resolve, 30))
      return refusal('no', 401)
    }),
  })
  const many = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => client.getJob(String(i))))
  // Until so many calls may be under way.
  await many(300)
  isRefused = true
  await many(15)
  expect([tokens, refusals]).toEqual([2, 15])
})

test('429, 5xx and network errors of the token endpoint are tried again, once for all who wait', async () => {
  const busy = (status: number, headers = {}) => new Response('', { status, headers })
  const { client, sent, waits } = scripted(
    [busy(503), busy(429, { 'retry-after': '3' }), new TypeError('fetch failed'), token('one'), json({}), json({})],
    { auth: oauth },
  )
  await Promise.all([client.getJob('1'), client.getJob('2')])
  expect(waits).toEqual([250, 3_000, 1_000])
  expect(sent.filter(({ url }) => url.endsWith('/token'))).toHaveLength(4)
})

test('a token endpoint that stays down ends the run, to go on later', async () => {
  const down = Array.from({ length: 5 }, () => new Response('', { status: 503 }))
  const { client, sent } = scripted(down, { auth: oauth })
  await expect(client.getJob('1')).rejects.toMatchObject({
    name: 'RetriableError',
    message: 'The token endpoint https://login.icims.com/oauth/token answered 503, in 5 tries. Try again later.',
  })
  expect(sent).toHaveLength(5)
})

test('a refused client secret ends the run and is not named', async () => {
  const { client } = scripted([json({ error: 'access_denied' }, { status: 401 })], { auth: oauth })
  const error = await client.getJob('1').catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'FatalError', isAuthentication: true })
  expect(String(error)).not.toContain('sssh')
})

test.each([
  ['a page', () => new Response('<h1>200</h1>', { headers: { 'content-type': 'text/html' } })],
  ['201 without an address', () => new Response(null, { status: 201 })],
])('%s leaves open what became of a write', async (_, answer) => {
  const { client, sent } = scripted([answer()], { tries: 3 })
  await expect(client.createPerson({ lastname: 'Lind' })).rejects.toMatchObject({
    name: 'RetriableError',
    isServerFault: true,
    isTurnedAway: false,
  })
  // It may have been done: it is not sent again.
  expect(sent).toHaveLength(1)
})
