import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createFetchFile } from '../../../connector/outgoing/fetch-file.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** A server on this machine; its address by a name that leads here. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const fetchHere = createFetchFile({ allowLoopback: true })

test('a file comes with the type its server says', async () => {
  const url = await serve((_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-'))
  const file = await fetchHere(`${url}/cv`, 100)
  expect([Buffer.from(file.bytes).toString(), file.type]).toEqual(['%PDF-', 'application/pdf'])
})

test.each([
  'https://10.0.0.1/',
  'https://[::1]/',
  'https://169.254.169.254/',
  'http://localhost:1/',
  'ftp://example.com/',
  'nonsense',
])('%s is not fetched', async (url) => {
  await expect(createFetchFile()(url, 100)).rejects.toThrow(/may not be fetched from|is no address/)
})

test.each(['10.1.2.3', '127.0.0.1', '169.254.169.254', 'fd00::1'])(
  'a name that leads to %s is not fetched',
  async (address) => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address, family: address.includes(':') ? 6 : 4 },
    ]
    await expect(createFetchFile({ resolve })('https://files.example.com/', 100)).rejects.toThrow(/no public address/)
  },
)

test('a redirect is followed to where a file may be fetched, and nowhere else', async () => {
  const url = await serve(({ url: path }, response) => {
    const leads: Record<string, string> = {
      '/good': '/file',
      '/bad': 'https://169.254.169.254/latest',
      '/plain': 'http://example.com/',
    }
    const location = leads[path!] ?? (path === '/round' ? '/round' : undefined)
    if (location === undefined) response.end('bytes')
    else response.writeHead(302, { location }).end()
  })
  expect(Buffer.from((await fetchHere(`${url}/good`, 100)).bytes).toString()).toBe('bytes')
  await expect(fetchHere(`${url}/bad`, 100)).rejects.toThrow(/no public address/)
  await expect(fetchHere(`${url}/plain`, 100)).rejects.toThrow(/https only/)
  await expect(fetchHere(`${url}/round`, 100)).rejects.toThrow(/redirects more than 3 times/)
})

test('a file that is too large is not read to its end, whether it says its size or not', async () => {
  const told = await serve((_, response) => response.setHeader('content-length', '101').write('x'))
  await expect(fetchHere(told, 100)).rejects.toThrow(/larger than/)
  const untold = await serve((_, response) => {
    const more = (): void => void (response.writable && response.write('x'.repeat(65_536), more))
    more()
  })
  await expect(fetchHere(untold, 1_000_000)).rejects.toThrow(/larger than/)
})

test('a file that never ends, and one that never begins, are given up', async () => {
  const fetchFile = createFetchFile({ allowLoopback: true, timeout: 50 })
  await expect(fetchFile(await serve((_, response) => response.write('x')), 100)).rejects.toThrow(/did not end within/)
  await expect(fetchFile(await serve(() => {}), 100)).rejects.toThrow(/did not end within/)
})

test('an answer that is no file, or breaks off, is none', async () => {
  await expect(fetchHere(await serve((_, response) => response.writeHead(404).end()), 100)).rejects.toThrow(
    'it answered 404',
  )
  const cut = await serve((_, response) => {
    response.setHeader('content-length', '10').write('x')
    setImmediate(() => response.destroy())
  })
  await expect(fetchHere(cut, 100)).rejects.toThrow()
})
