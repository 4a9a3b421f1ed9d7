import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Kombo } from '@kombo-api/sdk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerLimit } from '../../../connector/icims/call-raw.ts'
import { apiKey, createPair, type Pair } from '../../pair.ts'
import { asFetch } from '../../tenant.ts'

type Asked = Record<string, unknown>

function pass(pair: Pair, asked: Asked, path = '/passthrough/icims/default') {
  const headers = { 'content-type': 'application/json' }
  return pair.api(path, { method: 'POST', headers, body: JSON.stringify(asked) })
}

/** A connector whose iCIMS answers as a test wants; what it was sent is kept. */
async function createEcho(answer: (request: Request) => Response | Promise<Response>) {
  const sent: Request[] = []
  const fetch = asFetch(async (request) => {
    sent.push(request)
    return answer(request)
  })
  const pair = await createPair({ simulator: { people: 0 }, connector: { fetch } })
  return { pair, sent, [Symbol.asyncDispose]: () => pair[Symbol.asyncDispose]() }
}

const secret = 'connector-password'
const authorization = `Basic ${Buffer.from(`connector:${secret}`).toString('base64')}`

test('the official SDK reads, searches, creates and changes through it', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const { general } = new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    integration_id: `icims:${pair.integrationId}`,
    http_client: { request: (request: Request) => pair.connector.fetch(request) } as never,
  })
  const send = (body: object) => general.sendPassthroughRequest({ tool: 'icims', api: 'default', body: body as never })
  const read = await send({ method: 'GET', path: '/people/1', params: { fields: 'firstname,email' } })
  expect(read.data).toMatchObject({
    url: 'https://api.icims.com/customers/1234/people/1?fields=firstname%2Cemail',
    status: 200,
    headers: { 'content-type': expect.stringMatching(/json/) },
    data: { firstname: expect.any(String), email: expect.any(String) },
  })
  expect(read.warnings).toEqual([])
  const found = await send({
    method: 'POST',
    path: '/search/people?staleness=0',
    data: { filters: [{ name: 'person.id', value: ['1'] }], operator: '&' },
  })
  expect(found.data.data).toMatchObject({ searchResults: [{ id: 1 }] })
  const made = await send({
    method: 'POST',
    path: '/people',
    data: { firstname: 'Ann', lastname: 'New', email: 'ann.new@example.com' },
  })
  expect(made.data.status).toBe(201)
  const location = String(made.data.headers.location)
  const id = location.split('/').at(-1)!
  const changed = await send({ method: 'PATCH', path: `/people/${id}`, data: { firstname: 'Anna' } })
  expect(changed.data.status).toBeLessThan(300)
  expect((await send({ method: 'GET', path: `/people/${id}` })).data.data).toMatchObject({ firstname: 'Anna' })
  const missing = await send({ method: 'GET', path: '/people/999999' })
  expect(missing.data).toMatchObject({ status: 404, data: { errors: [expect.anything()] } })
})

test('JSON, texts, files and files of bytes arrive as they were written', async () => {
  await using echo = await createEcho(async (request) => new Response(await request.clone().arrayBuffer()))
  const { pair, sent } = echo
  await pass(pair, { method: 'POST', path: '/a', data: [1, { two: '2' }] })
  await pass(pair, {
    method: 'PUT',
    path: '/b',
    data: '<x/>',
    headers: { 'Content-Type': 'application/xml', 'X-Own': 'y' },
  })
  await pass(pair, { method: 'POST', path: '/c', data: 'plain' })
  const bytes = Buffer.from([0, 255, 13, 10, 128])
  const file = { name: 'a.bin', content_type: 'application/octet-stream', data: bytes.toString('base64') }
  const parts = [
    { name: 'text', value: 'hello' },
    { name: 'file', value: file },
  ]
  // A type of the client's own would lack the boundary.
  const headers = { 'content-type': 'multipart/form-data' }
  await pass(pair, { method: 'POST', path: '/d', headers, multipart_form_data: parts })
  await pass(pair, { method: 'DELETE', path: '/e' })
  const [json, xml, plain, form, none] = sent
  expect(json!.headers.get('content-type')).toBe('application/json')
  expect(await json!.json()).toEqual([1, { two: '2' }])
  expect([xml!.method, xml!.headers.get('content-type'), xml!.headers.get('x-own')]).toEqual([
    'PUT',
    'application/xml',
    'y',
  ])
  expect(await xml!.text()).toBe('<x/>')
  expect([plain!.headers.get('content-type'), await plain!.text()]).toEqual(['text/plain;charset=UTF-8', 'plain'])
  const read = await form!.formData()
  expect(read.get('text')).toBe('hello')
  const got = read.get('file') as File
  expect([got.name, got.type, Buffer.from(await got.arrayBuffer())]).toEqual([
    'a.bin',
    'application/octet-stream',
    bytes,
  ])
  expect([none!.method, await none!.text()]).toEqual(['DELETE', ''])
  for (const request of sent) expect(request.headers.get('authorization')).toBe(authorization)
})

test('an answer comes as JSON, as a text, or as base64 where it is asked for or is no text', async () => {
  const bytes = Buffer.from([137, 80, 78, 71, 0, 255])
  await using echo = await createEcho(({ url }) => {
    if (url.endsWith('/json'))
      return new Response('{"id": 9007199254740993123}', { headers: { 'content-type': 'application/json' } })
    if (url.endsWith('/broken')) return new Response('{"id"', { headers: { 'content-type': 'application/json' } })
    if (url.endsWith('/text')) return new Response('grüß')
    if (url.endsWith('/none')) return new Response(null, { status: 204 })
    return new Response(bytes, { headers: { 'content-type': 'image/png' } })
  })
  const { pair } = echo
  const data = async (path: string, more: object = {}) => (await pass(pair, { method: 'GET', path, ...more })).body
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'x-integration-id': `icims:${pair.integrationId}`,
    ...init.headers,
  }
  const body = JSON.stringify({ method: 'GET', path: '/json' })
  const raw = await pair.connector.fetch(
    new Request('http://127.0.0.1/v1/passthrough/icims/default', { ...init, headers, body }),
  )
  expect(await raw.text()).toContain('"id":9007199254740993123')
  expect(await data('/broken')).toMatchObject({
    data: { data: '{"id"' },
    warnings: [{ message: expect.stringMatching(/JSON/) }],
  })
  expect((await data('/text')).data.data).toBe('grüß')
  expect((await data('/text', { response_as_base64: true })).data.data).toBe(Buffer.from('grüß').toString('base64'))
  expect((await data('/none')).data).toEqual({
    url: 'https://api.icims.com/customers/1234/none',
    status: 204,
    headers: {},
  })
  expect(await data('/png', { response_as_base64: true })).toMatchObject({
    data: { data: bytes.toString('base64') },
    warnings: [],
  })
  expect(await data('/png')).toMatchObject({ data: { data: bytes.toString('base64') }, warnings: [expect.anything()] })
  expect((await data('/text', { api_options: { version: '2' } })).warnings).toEqual([
    { message: expect.stringMatching(/^api_options\.version/) },
  ])
})

test('a file is fetched from an address, and sent with the type it came with', async () => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/x-note').end('from afar'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const data_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/note`
  const parts = [{ name: 'file', value: { name: 'note.txt', data_url } }]
  let sent: Request | undefined
  const fetch = asFetch(async (request) => {
    sent = request
    return Response.json({})
  })
  await using pair = await createPair({
    simulator: { people: 0 },
    connector: { fetch, actions: { allowLoopbackFiles: true } },
  })
  const answer = await pass(pair, { method: 'POST', path: '/people/1/fields/file', multipart_form_data: parts })
  expect(answer.status).toBe(200)
  const file = (await sent!.formData()).get('file') as File
  expect([file.name, file.type, await file.text()]).toEqual(['note.txt', 'text/x-note', 'from afar'])
  server.close()
})

test('a redirect is told and not followed', async () => {
  await using echo = await createEcho(
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
  )
  const { body } = await pass(echo.pair, { method: 'GET', path: '/people/1' })
  expect(body.data).toMatchObject({ status: 302, headers: { location: 'https://evil.example' } })
  expect(echo.sent).toHaveLength(1)
})

test('credentials that are sent back are in no answer, whatever they are hidden in', async () => {
  await using echo = await createEcho(({ headers }) => {
    const sent = headers.get('authorization')!
    const body = JSON.stringify({ headers: { authorization: sent }, user: secret, quoted: JSON.stringify(sent) })
    const answered = { 'x-echo': sent, 'set-cookie': 'JSESSIONID=abc', 'content-type': 'application/json' }
    return new Response(body, { headers: { ...answered, 'x-encoded': encodeURIComponent(sent) } })
  })
  for (const response_as_base64 of [false, true]) {
    const { body } = await pass(echo.pair, { method: 'GET', path: '/echo', response_as_base64 })
    const text = JSON.stringify(body) + Buffer.from(String(body.data.data), 'base64').toString()
    expect(text).toContain('[redacted]')
    expect(text).not.toContain(secret)
    expect(text).not.toContain(authorization.slice(6))
    expect(text).not.toContain('JSESSIONID')
  }
})

test('a token is asked for once, renewed once when it is refused, and told nowhere', async () => {
  const problems: unknown[] = []
  let tokens = 0
  let calls = 0
  const fetch = asFetch(async (request) => {
    if (request.url.includes('/oauth/token'))
      return Response.json({ access_token: `token-number-${++tokens}`, expires_in: 3_600 })
    calls += 1
    const sent = request.headers.get('authorization')
    return Response.json({ sent }, { status: sent === 'Bearer token-number-1' && calls > 2 ? 401 : 200 })
  })
  const connector = { fetch, onInternalError: (error: unknown) => problems.push(error) }
  await using pair = await createPair({ simulator: { people: 0 }, auth: 'oauth', connector })
  const answers = []
  for (let call = 0; call < 4; call++) answers.push((await pass(pair, { method: 'GET', path: '/people/1' })).body.data)
  expect(answers.map(({ status, data }) => [status, data])).toEqual(
    Array.from({ length: 4 }, () => [200, { sent: '[redacted]' }]),
  )
  expect([tokens, calls, problems]).toEqual([2, 5, []])
})

test('an iCIMS that cannot be reached, or refuses the client, has no code; one that does not answer in time has one', async () => {
  await using gone = await createEcho(() => {
    throw new TypeError(`connect ECONNREFUSED ${authorization}`)
  })
  const refused = await pass(gone.pair, { method: 'GET', path: '/people/1' })
  expect(refused).toMatchObject({
    status: 502,
    body: { error: { code: null, message: 'iCIMS could not be reached.' } },
  })
  await using late = await createEcho(() => {
    throw new DOMException('late', 'TimeoutError')
  })
  const original = AbortSignal.timeout
  AbortSignal.timeout = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'))
  const timedOut = await pass(late.pair, { method: 'GET', path: '/people/1' }).finally(() => {
    AbortSignal.timeout = original
  })
  expect(timedOut).toMatchObject({ status: 504, body: { error: { code: 'PLATFORM.TASK_TIMED_OUT' } } })
  await using large = await createEcho(() => new Response(Buffer.alloc(answerLimit + 1)))
  expect(await pass(large.pair, { method: 'GET', path: '/x' })).toMatchObject({
    status: 502,
    body: { error: { code: null } },
  })
})

test.each<[string, Asked]>([
  ['method', { method: 'HEAD', path: '/people/1' }],
  ['no path', { method: 'GET' }],
  ['a GET with a body', { method: 'GET', path: '/people/1', data: {} }],
  ['two bodies', { method: 'POST', path: '/people', data: {}, multipart_form_data: [] }],
  ['a number', { method: 'POST', path: '/people', data: 5 }],
  ['a header that signs in', { method: 'GET', path: '/people/1', headers: { Authorization: 'Basic x' } }],
  ['a cookie', { method: 'GET', path: '/people/1', headers: { cookie: 'JSESSIONID=1' } }],
  ['a host', { method: 'GET', path: '/people/1', headers: { host: 'evil.example' } }],
  ['a broken header', { method: 'GET', path: '/people/1', headers: { 'x-a': 'b\r\nauthorization: x' } }],
  ['no name of a header', { method: 'GET', path: '/people/1', headers: { 'x a': 'b' } }],
  [
    'no base64',
    {
      method: 'POST',
      path: '/p',
      multipart_form_data: [{ name: 'f', value: { name: 'a', content_type: 'a/b', data: '%' } }],
    },
  ],
  [
    'a file of no type',
    { method: 'POST', path: '/p', multipart_form_data: [{ name: 'f', value: { name: 'a', data: 'AAAA' } }] },
  ],
  [
    'a file without content',
    { method: 'POST', path: '/p', multipart_form_data: [{ name: 'f', value: { name: 'a' } }] },
  ],
  [
    'a file elsewhere',
    {
      method: 'POST',
      path: '/p',
      multipart_form_data: [{ name: 'f', value: { name: 'a', data_url: 'http://127.0.0.1/' } }],
    },
  ],
  ['an unknown key', { method: 'GET', path: '/people/1', url: 'https://evil.example' }],
])('%s is refused and nothing is called', async (_, asked) => {
  await using echo = await createEcho(() => Response.json({}))
  expect(await pass(echo.pair, asked)).toMatchObject({
    status: 400,
    body: { error: { code: 'PLATFORM.INPUT_INVALID' } },
  })
  expect(echo.sent).toHaveLength(0)
})

test('only icims/default is there, a paused integration is not called, and one of another key is not found', async () => {
  await using echo = await createEcho(() => Response.json({}))
  const { pair, sent } = echo
  const asked = { method: 'GET', path: '/people/1' }
  for (const path of ['/passthrough/icims/other', '/passthrough/greenhouse/default']) {
    expect(await pass(pair, asked, path)).toMatchObject({
      status: 400,
      body: { error: { code: 'PLATFORM.INPUT_INVALID' } },
    })
  }
  await pair.connector.administration.setEnabled(pair.integrationId, false)
  expect(await pass(pair, asked)).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  await pair.connector.administration.removeIntegration(pair.integrationId)
  expect(await pass(pair, asked)).toMatchObject({
    status: 404,
    body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } },
  })
  expect(sent).toHaveLength(0)
})

test('whatever the path, no call leaves the part of the customer', async () => {
  await using echo = await createEcho(() => Response.json({}))
  const { pair, sent } = echo
  const pieces = [
    '..',
    '.',
    '/',
    '//',
    '\\',
    '%2e',
    '%2E%2e',
    '%252e%252e',
    '%2f',
    '%5c',
    '%255c',
    '..;',
    ';a=b',
    '@',
    'evil.example',
    'https:',
    '?',
    '#',
    '\t',
    '\n',
    '\0',
    '%00',
    ' ',
    '．．',
    'people',
    '1',
    '%',
    'é',
    ':',
    '..%2f',
    '%c0%ae',
  ]
  const path = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join(''))
  const anything = fc.oneof(
    path,
    path.map((text) => `/${text}`),
    path.map((text) => `/people/${text}`),
    fc.string(),
  )
  let taken = 0
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      sent.length = 0
      // Our own limit of calls a minute is not reached.
      pair.simulator.advance('1s')
      const { status, body } = await pass(pair, { method: 'GET', path: text })
      if (sent.length === 0) {
        expect([status, body.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
        return
      }
      taken += 1
      const { origin, pathname, username } = new URL(sent[0]!.url)
      expect([origin, username]).toEqual(['https://api.icims.com', ''])
      expect(pathname).toMatch(/^\/customers\/1234(\/|$)/)
      // Nor for a server that decodes once more, takes \ for /, or drops path parameters.
      let decoded = pathname
      for (let round = 0; round < 4; round++) {
        const segments = decoded.split(/[/\\]/).map((segment) => segment.split(';')[0])
        expect(segments).not.toContain('..')
        decoded = decoded.replaceAll(/%[0-9a-f]{2}/gi, (code) =>
          decodeURIComponent(Number.parseInt(code.slice(1), 16) < 128 ? code : '_'),
        )
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 100) * 3 },
  )
  expect(taken).toBeGreaterThan(10)
})
