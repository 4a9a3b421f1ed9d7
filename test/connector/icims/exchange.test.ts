import dns from 'node:dns'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Exchange, exchangeByFetch, exchangeByNode } from '../../../connector/icims/exchange.ts'

describe.each([
  ['fetch', exchangeByFetch(fetch)],
  ['Node', exchangeByNode],
])('a call by %s', (_, exchange) => {
  test('goes out as it is and comes back with status, headers and body', async () => {
    const base = await serve((request, response) => {
      const { method, url, headers } = request
      let body = ''
      request.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const { authorization, 'content-type': type } = headers
        response.writeHead(201, { Location: '/people/1', 'X-Warning': ['one', 'two'] })
        response.end(JSON.stringify({ method, url, authorization, type, body }))
      })
    })
    const headers = { authorization: 'Basic abc', 'content-type': 'application/json' }
    const call = { method: 'POST', url: `${base}/customers/1/people?fields=a%2Cb`, headers, body: '{"lastname":"Łuć"}' }
    const { status, headers: answered, text } = await ask(exchange, call)
    expect([status, answered.get('location'), answered.get('x-warning'), answered.get('retry-after')]).toEqual([
      201,
      '/people/1',
      'one, two',
      null,
    ])
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      url: '/customers/1/people?fields=a%2Cb',
      authorization: 'Basic abc',
      type: 'application/json',
      body: '{"lastname":"Łuć"}',
    })
  })

  test('sends bytes as they are', async () => {
    const base = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => response.end(Buffer.concat(chunks).toString('hex')))
    })
    const body = new Uint8Array([0, 255, 128, 10])
    expect((await ask(exchange, { method: 'PATCH', url: `${base}/file`, headers: {}, body })).text).toBe('00ff800a')
  })

  test('tells of a redirect, and does not follow it', async () => {
    const base = await serve((_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end())
    const { status, headers } = await ask(exchange, { url: `${base}/here` })
    expect([status, headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/'])
  })

  test('reads a body that comes in pieces, in the middle of a character too, and without its byte order mark', async () => {
    const bytes = Buffer.from('\uFEFF"ż"')
    const base = await serve((_, response) => {
      response.write(bytes.subarray(0, 5), () => response.end(bytes.subarray(5)))
    })
    expect((await ask(exchange, { url: base })).text).toBe('"ż"')
  })

  test('gives the headers of an answer that breaks off, and fails', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': '100', 'X-RateLimit-Remaining': '7' })
      response.write('{"id":', () => response.destroy())
    })
    const seen: unknown[] = []
    const broken = exchange({ method: 'GET', url: base, headers: {}, signal: never() }, (status, headers) =>
      seen.push(status, headers.get('x-ratelimit-remaining')),
    )
    await expect(broken).rejects.toThrow()
    expect(seen).toEqual([200, '7'])
  })

  test.each(['before it goes out', 'before an answer', 'in the middle of an answer'])(
    'ends with the reason when it is stopped %s',
    async (when) => {
      const stop = new AbortController()
      const reason = new Error('no answer within 5 ms')
      const base = await serve((_, response) => {
        if (when === 'before an answer') stop.abort(reason)
        else response.write('{')
      })
      if (when === 'before it goes out') stop.abort(reason)
      const call = { method: 'GET', url: base, headers: {}, signal: stop.signal }
      const stopped = exchange(call, () => {
        if (when === 'in the middle of an answer') stop.abort(reason)
      })
      await expect(stopped).rejects.toBe(reason)
    },
  )

  test('fails where nobody listens', async () => {
    await expect(ask(exchange, { url: 'http://127.0.0.1:1/' })).rejects.toThrow()
  })
})

test('calls by Node use the same connection again', async () => {
  let connections = 0
  const base = await serve(
    (_, response) => response.end('{}'),
    () => {
      connections += 1
    },
  )
  for (let call = 0; call < 3; call++) await ask(exchangeByNode, { url: base })
  expect(connections).toBe(1)
})

test('a call by Node says why not one of several addresses answers', async () => {
  const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }))
  const lookup = vi
    .spyOn(dns, 'lookup')
    .mockImplementation(((_: string, __: object, done: (error: null, found: object) => void) =>
      done(null, addresses)) as never)
  onTestFinished(() => lookup.mockRestore())
  await expect(ask(exchangeByNode, { url: 'http://several.example:1/' })).rejects.toThrow(/ECONNREFUSED 127\.0\.0\.1:1/)
})

type Asked = { method?: string; url: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> }

async function ask(exchange: Exchange, { method = 'GET', headers = {}, ...call }: Asked) {
  let answered: { status: number; headers: Pick<Headers, 'get'> } | undefined
  const text = await exchange({ ...call, method, headers, signal: never() }, (status, headers) => {
    answered = { status, headers }
  })
  return { ...answered!, text }
}

function never(): AbortSignal {
  return new AbortController().signal
}

async function serve(listener: RequestListener, onConnection?: () => void): Promise<string> {
  const server = createServer(listener)
  if (onConnection !== undefined) server.on('connection', onConnection)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}
