import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { mayCall } from '../../../connector/outgoing/guard.ts'
import { checkTarget } from '../../../connector/webhooks/guard.ts'
import { createSendWebhook } from '../../../connector/webhooks/send.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** A receiver on this machine. */
async function serve(answer: RequestListener): Promise<{ url: string; port: number; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, port, asked }
}

test.each([
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  '2001:db8::1',
  'nonsense',
  '',
])('%s may not be called', (address) => {
  expect(mayCall(address, false)).toBe(false)
})

test('public addresses may be called, and those of this machine when it is asked for', () => {
  for (const address of ['93.184.215.14', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8']) {
    expect(mayCall(address, false), address).toBe(true)
  }
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(mayCall(address, true), address).toBe(true)
  expect(mayCall('10.0.0.1', true)).toBe(false)
})

test.each([
  ['http://client.example.com/', /https only/],
  ['ftp://client.example.com/', /https only/],
  ['file:///etc/passwd', /https only/],
  ['https://user:secret@client.example.com/', /must not hold a user/],
  ['https://localhost/', /--allow-loopback-webhooks/],
  ['https://127.0.0.1/', /--allow-loopback-webhooks/],
  ['https://2130706433/', /--allow-loopback-webhooks/],
  ['https://0x7f.1/', /--allow-loopback-webhooks/],
  ['https://[::1]/', /--allow-loopback-webhooks/],
  ['https://[::ffff:127.0.0.1]/', /--allow-loopback-webhooks/],
  ['https://169.254.169.254/latest/meta-data/', /no public address/],
  ['https://[fd00:ec2::254]/', /no public address/],
  ['https://10.0.0.8/', /no public address/],
  ['nonsense', /is no address/],
])('%s is refused as a target', async (target, reason) => {
  expect(() => checkTarget(target, false)).toThrow(reason)
  expect(await createSendWebhook()(target, {}, '{}')).toEqual({ status: null, error: expect.stringMatching(reason) })
})

test('a webhook arrives with its headers and its body as they are', async () => {
  let body = ''
  const { url } = await serve(async (request, response) => {
    for await (const chunk of request) body += chunk
    response.end(JSON.stringify(request.headers['x-kombo-signature'] ?? null))
  })
  const send = createSendWebhook({ allowLoopback: true })
  expect(await send(url, { 'X-Kombo-Signature': 'abc' }, '{"a":"ü"}')).toEqual({ status: 200, error: null })
  expect(body).toBe('{"a":"ü"}')
})

test('a redirect is not followed', async () => {
  const inside = await serve((_, response) => response.end())
  const { url } = await serve((_, response) => response.writeHead(307, { location: inside.url }).end())
  const send = createSendWebhook({ allowLoopback: true })
  expect(await send(url, {}, '{}')).toEqual({ status: 307, error: 'it answered 307, and redirects are not followed' })
  expect(inside.asked).toEqual([])
})

test('an answer that never comes is given up', async () => {
  const { url } = await serve(() => {})
  const outcome = await createSendWebhook({ allowLoopback: true, timeout: 100 })(url, {}, '{}')
  expect(outcome).toEqual({ status: null, error: 'no answer within 0.1 s' })
})

test.each([
  [200, null],
  [500, /^it answered 500: x{100,200}$/],
])('an answer of %i that never ends is cut off, and its status counts', async (status, error) => {
  const { url } = await serve((_, response) => {
    response.writeHead(status)
    response.write('x'.repeat(1_000))
  })
  const outcome = await createSendWebhook({ allowLoopback: true, timeout: 100 })(url, {}, '{}')
  expect(outcome).toEqual({ status, error: error === null ? null : expect.stringMatching(error) })
})

test('of an answer of 10 MB only the start is read', async () => {
  const written = { bytes: 0, closed: Promise.withResolvers<void>() }
  const { url } = await serve(async (_, response) => {
    response.on('close', written.closed.resolve)
    const chunk = Buffer.alloc(65_536, 'x')
    for (let i = 0; i < 160 && !response.destroyed; i++) {
      written.bytes += chunk.length
      if (!response.write(chunk)) {
        await Promise.race([new Promise((resolve) => response.once('drain', resolve)), written.closed.promise])
      }
    }
    response.end()
  })
  const outcome = await createSendWebhook({ allowLoopback: true })(url, {}, '{}')
  expect(outcome).toEqual({ status: 200, error: null })
  await written.closed.promise
  expect(written.bytes).toBeLessThan(10 * 1_048_576)
})

test('an answer that breaks off after its status is an answer, one before it is none', async () => {
  const late = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('x', () => response.destroy())
  })
  const early = await serve((_, response) => response.destroy())
  const send = createSendWebhook({ allowLoopback: true })
  expect(await send(late.url, {}, '{}')).toEqual({ status: 200, error: null })
  expect(await send(early.url, {}, '{}')).toMatchObject({ status: null })
})

test('a name is looked up once, all its addresses are checked, and the connection goes to what was checked', async () => {
  const { port, asked } = await serve((_, response) => response.end())
  let lookups = 0
  const answering = (...addresses: string[]) => ({
    resolve: async () => {
      lookups += 1
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    },
  })
  const url = `https://client.example.com:${port}/hook`
  // Private ones among public ones, as a name under somebody else's control may have.
  for (const addresses of [['10.0.0.1'], ['93.184.215.14', '169.254.169.254'], ['127.0.0.1'], ['::ffff:127.0.0.1']]) {
    const outcome = await createSendWebhook(answering(...addresses))(url, {}, '{}')
    expect(outcome).toEqual({
      status: null,
      error: expect.stringMatching(/client\.example\.com: it is .* no public address/),
    })
  }
  expect((await createSendWebhook(answering())(url, {}, '{}')).error).toMatch(/has no address/)
  expect(asked).toEqual([])
  // Only the guard would let it through with the flag, and the lookup is ours: it reaches this machine's receiver by name.
  lookups = 0
  const local = createSendWebhook({ allowLoopback: true, ...answering('127.0.0.1') })
  expect(await local(`http://localhost:${port}/hook`, {}, '{}')).toEqual({ status: 200, error: null })
  expect(lookups).toBe(1)
  expect(asked).toEqual([`POST localhost:${port}`])
})

test('a name that does not exist, and a port nobody listens on, are told', async () => {
  const failing = { resolve: async () => Promise.reject(new Error('getaddrinfo ENOTFOUND client.example.com')) }
  const outcome = await createSendWebhook(failing)('https://client.example.com/', {}, '{}')
  expect(outcome).toEqual({ status: null, error: expect.stringMatching(/ENOTFOUND/) })
  const closed = await createSendWebhook({ allowLoopback: true })('http://127.0.0.1:1/', {}, '{}')
  expect(closed).toEqual({ status: null, error: expect.stringMatching(/ECONNREFUSED/) })
})
