import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { findHmacUser } from '../../simulator/auth/hmac.ts'
import type { Simulator } from '../../simulator/index.ts'
import { defaultCoordinates } from '../../simulator/index.ts'
import { createTenant, icimsOrigin } from '../tenant.ts'

const [user] = defaultCoordinates.users
const now = Date.parse('2024-01-02T03:04:05Z')

type Signed = { method: string; url: string; headers: Record<string, string>; body?: string }

/** The recipe written out once more, from C5 alone, so that the simulator is not checked by itself. */
function sign(
  request: { method?: string; path: string; body?: string; date?: string; host?: string },
  more: { names?: string[]; separator?: string; key?: string } = {},
): Signed {
  const { method = 'GET', path, body, date = '2024-01-02T03:04:05Z', host = 'api.icims.com' } = request
  const sha = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  const headers: Record<string, string> = { host, 'x-icims-date': date }
  if (body !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'x-icims-content-sha256': sha })
  const names = more.names ?? Object.keys(headers).sort()
  const [pathname, query = ''] = path.split('?')
  const lines = names.toSorted().map((name) => `${name}:${headers[name]}`)
  const canonical = [method, pathname, query, ...lines, '', names.join(';')].join('\n')
  const text = ['x-icims-v1-hmac-sha256', date, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = createHmac('sha256', more.key ?? user!.hmacKey)
    .update(text)
    .digest('hex')
  const parts = [`user=${user!.username}`, `signedheaders=${names.join(';')}`, `signature=${signature}`]
  headers.authorization = `x-icims-v1-hmac-sha256 ${parts.join(more.separator ?? ',')}`
  return { method, url: icimsOrigin + path, headers, ...(body !== undefined && { body }) }
}

async function send(simulator: Simulator, { url, method, headers, body }: Signed): Promise<Response> {
  return simulator.fetch(new Request(url, { method, headers, ...(body !== undefined && { body }) }))
}

const open = () => createTenant({ people: 24, wallClock: () => now })

test.each([
  ['blanks after commas', {}, { separator: ', ' }],
  ['no blanks after commas', {}, {}],
  ['a date with Z', { date: '2024-01-02T03:10:00Z' }, {}],
  ['a date with +0000', { date: '2024-01-02T03:10:00+0000' }, {}],
  ['a date of another zone', { date: '2024-01-02T05:04:05+0200' }, {}],
  ['the smallest set of headers', {}, { names: ['host', 'x-icims-date'] }],
  ['a host with a port', { host: 'api.icims.com:4010' }, {}],
])('a signature with %s signs in', async (_, request, more) => {
  await using simulator = await open()
  const answer = await send(
    simulator,
    sign({ path: '/customers/1234/people/1?fields=firstname,lastname', ...request }, more),
  )
  expect(answer.status).toBe(200)
})

test('a host is signed as the client dialled it, with or without its port', async () => {
  await using simulator = await open()
  const signed = sign({ path: '/customers/1234/people/1' })
  signed.headers.host = 'api.icims.com:4010'
  expect((await send(simulator, signed)).status).toBe(200)
})

test('a body is signed through its hash', async () => {
  await using simulator = await open()
  const signed = sign({ method: 'PATCH', path: '/customers/1234/people/1', body: '{"firstname":"Ann"}' })
  expect((await send(simulator, signed)).status).toBe(204)
  const { changes } = simulator.tenant.store
  const replaced = await send(simulator, { ...signed, body: '{"firstname":"Bob"}' })
  expect(replaced.status).toBe(401)
  expect(simulator.tenant.store.changes).toBe(changes)
})

const path = '/customers/1234/people/1'
test.each<[string, (signed: Signed) => Signed, string]>([
  [
    'a signature off by one byte',
    (signed) => {
      const last = signed.headers.authorization!.at(-1) === '0' ? '1' : '0'
      return {
        ...signed,
        headers: { ...signed.headers, authorization: signed.headers.authorization!.slice(0, -1) + last },
      }
    },
    'signature',
  ],
  ['a date 20 minutes old', () => sign({ path, date: '2024-01-02T02:44:00Z' }), '15 minutes'],
  ['a date 20 minutes ahead', () => sign({ path, date: '2024-01-02T03:24:10Z' }), '15 minutes'],
  ['a date that is none', () => sign({ path, date: 'yesterday' }), 'x-icims-date'],
  ['another query than the one signed', (signed) => ({ ...signed, url: `${signed.url}?fields=email` }), 'signature'],
  ['a wrong key', () => sign({ path }, { key: 'another' }), 'signature'],
  [
    'a doubled part',
    (signed) => ({
      ...signed,
      headers: { ...signed.headers, authorization: `${signed.headers.authorization},user=api-user` },
    }),
    'once',
  ],
  [
    'an unknown user',
    (signed) => ({
      ...signed,
      headers: { ...signed.headers, authorization: signed.headers.authorization!.replace('api-user', 'nobody') },
    }),
    'no such user',
  ],
  [
    'a body that no signed header covers',
    () => ({ ...sign({ method: 'PATCH', path }), body: '{"firstname":"Ann"}' }),
    'not covered',
  ],
])('%s is refused, and the journal says why', async (_, change, reason) => {
  await using simulator = await open()
  const { changes } = simulator.tenant.store
  const answer = await send(simulator, change(sign({ path })))
  expect(answer.status).toBe(401)
  expect(await answer.json()).toEqual({
    errors: [{ errorCode: 9, errorMessage: 'Authentication credentials invalid' }],
  })
  expect(answer.headers.get('www-authenticate')).toBe('Basic realm="iCIMS", x-icims-v1-hmac-sha256')
  const [entry] = simulator.tenant.journal.entries({ note: 'refused-signature' })
  expect(entry!.notes[0]!.reason).toContain(reason)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a doubled header is not the one that was signed', async () => {
  await using simulator = await open()
  const signed = sign({ path })
  const headers = new Headers(signed.headers)
  headers.append('x-icims-date', '2024-01-02T03:04:05Z')
  const answer = await simulator.fetch(new Request(signed.url, { headers }))
  expect(answer.status).toBe(401)
})

/** Vectors worked out by hand from the same recipe: canonical text and signature of two requests. */
test.each([
  [
    { method: 'GET', target: '/customers/1234/people/5?fields=firstname,lastname', body: '' },
    'host;x-icims-date',
    { host: 'api.icims.com', 'x-icims-date': '2024-01-02T03:04:05Z' },
    '85180d8fdefd3e3abeee1a30b46776f931f6c10c1f4e832e31e5cbf50adc8fa0',
  ],
  [
    { method: 'PATCH', target: '/customers/1234/people/5', body: '{"firstname":"Ann"}' },
    'content-type;host;x-icims-content-sha256;x-icims-date',
    {
      'content-type': 'application/json',
      host: 'api.icims.com',
      'x-icims-content-sha256': 'bf29cf25f182c44ca43df345b2c8b8075f7458583bb159614fc58ce83fe6a4b2',
      'x-icims-date': '2024-01-02T03:04:05Z',
    },
    '88203e5a30d62abe91b5e0bcef0b736c70991676df69ab7d5fc02bd17a5f24b8',
  ],
])('known signature %#', ({ method, target, body }, signedheaders, headers, signature) => {
  const key = { ...user!, hmacKey: 'test-signing-key' }
  const request = { method, target, headers: new Headers(headers), host: 'api.icims.com', body: Buffer.from(body) }
  const credentials = `user=${key.username},signedheaders=${signedheaders},signature=${signature}`
  expect(findHmacUser(credentials, request, [key], now)).toBe(key)
})
