import { createHash, createHmac } from 'node:crypto'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { type Listening, type ListenOptions, listen } from '../../simulator/server.ts'
import { createTenant } from '../tenant.ts'

const authorization = `Basic ${btoa('api-user:api-password')}`
const token = new URLSearchParams({
  grant_type: 'client_credentials',
  client_id: 'icims-client',
  client_secret: 'icims-secret',
  audience: 'https://api.icims.com/v1/',
})
const notFound = { errors: [{ errorMessage: 'Resource not found.', errorCode: 2 }] }

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function ask(simulator: Simulator, method: string, url: string): Promise<Response> {
  const body = method === 'POST' ? { body: token } : {}
  return simulator.fetch(new Request(url, { method, headers: { authorization }, ...body }))
}

/** A tenant on free ports, both gone when the test ends. */
async function serve(options: Partial<ListenOptions> = {}): Promise<Listening> {
  const simulator = await createTenant({ people: 24, strict: false })
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0, ...options })
  open.push(listening, simulator)
  return listening
}

/** One request with headers a `fetch` would not send. */
function send(
  url: string,
  headers: Record<string, string>,
  options: RequestOptions = {},
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
): Promise<{ status: number; body: any }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { headers: { authorization, ...headers }, ...options }, async (answer) => {
      const text = (await answer.toArray()).join('')
      const isJson = answer.headers['content-type']?.includes('json')
      resolve({ status: answer.statusCode!, body: isJson ? JSON.parse(text) : text })
    })
    sent.once('error', reject)
    sent.end(options.method === 'POST' ? token.toString() : undefined)
  })
}

test.each(['login.icims.com', 'login.icims.eu', 'login.icims.ca', 'login-isv.icimsmco.net', 'LOGIN.icims.com.:443'])(
  'the login host %s gives tokens and nothing else',
  async (host) => {
    const told: string[] = []
    await using simulator = await createTenant({ people: 24, onUnmatched: (message) => told.push(message) })
    expect((await ask(simulator, 'POST', `https://${host}/oauth/token`)).status).toBe(200)
    for (const [method, path] of [
      ['GET', '/customers/1234/people/1'],
      ['GET', '/oauth/token'],
      ['POST', '/oauth/revoke'],
      ['GET', '/_sim/health'],
    ] as const) {
      const answer = await ask(simulator, method, `https://${host}${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toEqual({ error: 'not_found', error_description: 'Not Found' })
    }
    expect(told).toHaveLength(4)
    expect(told[0]).toBe('A login host answers POST /oauth/token only, not GET /customers/1234/people/1.')
    expect(simulator.tenant.journal.entries({ note: 'wrong-host' })).toHaveLength(4)
  },
)

test('the API host gives no tokens, and the journal says why', async () => {
  const told: string[] = []
  await using simulator = await createTenant({ people: 24, onUnmatched: (message) => told.push(message) })
  expect((await ask(simulator, 'GET', 'https://api.icims.com/customers/1234/people/1')).status).toBe(200)
  const answer = await ask(simulator, 'POST', 'https://api.icims.com/oauth/token')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual(notFound)
  expect(told).toEqual(['api.icims.com is an API host, which gives no tokens. Ask a login host for them.'])
  expect(simulator.tenant.journal.entries({ note: 'wrong-host' })).toHaveLength(1)
})

test.each([
  ['us', 'api.icims.com', 'api-eu.icims.com'],
  ['eu', 'api-eu.icims.com', 'api.icims.com'],
] as const)('a tenant of the region %s answers on %s, not on %s', async (region, own, other) => {
  await using simulator = await createTenant({ people: 24, tenant: { region } })
  const { changes } = simulator.tenant.store
  expect((await ask(simulator, 'GET', `https://${own}/customers/1234/people/1`)).status).toBe(200)
  const answer = await ask(simulator, 'GET', `https://${other}/customers/1234/people/1`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual(notFound)
  const [entry] = simulator.tenant.journal.entries({ note: 'wrong-host' })
  expect(entry!.notes[0]!.reason).toContain(`whose API host is ${own}.`)
  expect((await ask(simulator, 'PATCH', `https://${other}/customers/1234/people/1`)).status).toBe(404)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test.each(['http://localhost:4010', 'http://127.0.0.1', 'https://icims-proxy.example:8443', 'http://[::1]:4010'])(
  'any other host answers all, by path: %s',
  async (origin) => {
    await using simulator = await createTenant({ people: 24, controlToken: 'steer' })
    expect((await ask(simulator, 'POST', `${origin}/oauth/token`)).status).toBe(200)
    const answer = await ask(simulator, 'GET', `${origin}/customers/1234/people/1`)
    expect(((await answer.json()) as { links: { url: string }[] }).links[0]!.url).toBe(
      `${origin}/customers/1234/people/1`,
    )
    const headers = { authorization: 'Bearer steer' }
    expect((await simulator.fetch(new Request(`${origin}/_sim/health`, { headers }))).status).toBe(200)
  },
)

test('the control routes answer on an API host, so that a client led there by name is not alone', async () => {
  await using simulator = await createTenant({ people: 0 })
  expect((await simulator.fetch(new Request('https://api.icims.com/_sim/health'))).status).toBe(200)
})

test('on a port the Host header decides', async () => {
  const { baseUrl } = await serve()
  const post = { method: 'POST' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const tokenUrl = `${baseUrl}/oauth/token`
  const person = `${baseUrl}/customers/1234/people/1`
  expect((await send(tokenUrl, { host: 'login.icims.com', ...form }, post)).status).toBe(200)
  expect((await send(tokenUrl, { host: 'api.icims.com', ...form }, post)).status).toBe(404)
  expect((await send(person, { host: 'login.icims.com' })).status).toBe(404)
  const { status, body } = await send(person, { host: 'api.icims.com' })
  expect([status, body.links[0].url]).toEqual([200, 'http://api.icims.com/customers/1234/people/1'])
})

test('a login host on a port of its own takes the tokens away from the other', async () => {
  const { baseUrl, loginUrl } = await serve({ loginPort: 0 })
  expect(loginUrl).not.toBe(baseUrl)
  const statuses = await Promise.all(
    [loginUrl, baseUrl].flatMap((url) => [
      send(`${url}/oauth/token`, { 'content-type': 'application/x-www-form-urlencoded' }, { method: 'POST' }),
      send(`${url}/customers/1234/people/1`, {}),
    ]),
  )
  expect(statuses.map(({ status }) => status)).toEqual([200, 404, 404, 200])
})

test('a taken login port leaves no port behind', async () => {
  const { baseUrl } = await serve()
  const taken = Number(new URL(baseUrl).port)
  const simulator = await createTenant({ people: 0 })
  open.push(simulator)
  const free = await serve()
  const port = Number(new URL(free.baseUrl).port)
  await free.close()
  await expect(listen(simulator, { host: '127.0.0.1', port, loginPort: taken })).rejects.toThrow('EADDRINUSE')
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
})

test('links follow what a reverse proxy says only when it is trusted', async () => {
  const forwarded = { 'x-forwarded-host': 'icims.example:8443, inner', 'x-forwarded-proto': 'https' }
  const link = async (trustProxy: boolean, headers: Record<string, string>) => {
    const { baseUrl } = await serve({ trustProxy })
    const { body } = await send(`${baseUrl}/customers/1234/people/1`, headers)
    return body.links[0].url.replace(baseUrl, 'own:')
  }
  const path = '/customers/1234/people/1'
  expect(await link(false, forwarded)).toBe(`own:${path}`)
  expect(await link(true, forwarded)).toBe(`https://icims.example:8443${path}`)
  expect(await link(true, { host: 'icims.example', 'x-forwarded-proto': 'https' })).toBe(`https://icims.example${path}`)
  expect(await link(true, {})).toBe(`own:${path}`)
})

test('a trusted proxy names the iCIMS host its client dialled', async () => {
  const { baseUrl } = await serve({ trustProxy: true })
  const headers = { 'x-forwarded-host': 'login.icims.com', 'x-forwarded-proto': 'https' }
  expect((await send(`${baseUrl}/customers/1234/people/1`, headers)).status).toBe(404)
})

test.each([
  { 'x-forwarded-host': 'icims.example/evil' },
  { 'x-forwarded-host': 'user@icims.example' },
  { 'x-forwarded-host': '' },
  { 'x-forwarded-proto': 'gopher' },
])('a trusted proxy that names an impossible address is refused: %j', async (headers) => {
  const { baseUrl } = await serve({ trustProxy: true })
  const { status, body } = await send(`${baseUrl}/customers/1234/people/1`, headers as Record<string, string>)
  expect(status).toBe(400)
  expect(body).toMatch(/^X-Forwarded-(Host|Proto) /)
})

test('a client of an HTTP proxy, which sends the whole address, is answered', async () => {
  const { baseUrl } = await serve()
  const { hostname, port } = new URL(baseUrl)
  const path = 'http://api.icims.com/customers/1234/people/1?fields=email'
  const { status, body } = await send(baseUrl, { host: 'api.icims.com' }, { hostname, port, path })
  expect([status, Object.keys(body)]).toEqual([200, ['email', 'links']])
})

/** Headers of a GET signed as the client that dialled this host signs it (C5). */
function signed(host: string, target: string): Record<string, string> {
  const date = new Date().toISOString()
  const [path, query] = target.split('?')
  const canonical = ['GET', path, query, `host:${host}`, `x-icims-date:${date}`, '', 'host;x-icims-date'].join('\n')
  const text = ['x-icims-v1-hmac-sha256', date, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = createHmac('sha256', 'icims-signing-key').update(text).digest('hex')
  const authorization = `x-icims-v1-hmac-sha256 user=api-user,signedheaders=host;x-icims-date,signature=${signature}`
  return { authorization, 'x-icims-date': date }
}

test('a signature is that of the address the client dialled, behind a proxy too', async () => {
  const target = '/customers/1234/people/1?fields=email'
  const direct = await serve()
  const proxied = await serve({ trustProxy: true })
  const forwarded = { ...signed('icims.example', target), 'x-forwarded-host': 'icims.example' }
  expect((await send(proxied.baseUrl + target, forwarded)).status).toBe(200)
  expect((await send(direct.baseUrl + target, forwarded)).status).toBe(401)
  const { hostname, port } = new URL(direct.baseUrl)
  const headers = { ...signed('api.icims.com', target), host: 'api.icims.com' }
  const whole = { hostname, port, path: `http://api.icims.com${target}` }
  expect((await send(direct.baseUrl, headers, whole)).status).toBe(200)
})

test('HTTP/1.0 is answered 505', async () => {
  const { baseUrl } = await serve()
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1', () =>
      socket.write('GET /customers/1234 HTTP/1.0\r\nHost: api.icims.com\r\n\r\n'),
    )
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 505 /)
})
