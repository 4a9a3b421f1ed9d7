import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { get as httpsGet } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, expect, test } from 'vitest'
import { icimsHosts } from '../../simulator/hosts.ts'
import { listen } from '../../simulator/server.ts'
import { openAuthority } from '../../simulator/tls/authority.ts'
import { issueCertificate } from '../../simulator/tls/issue.ts'
import { createTenant } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-proxy-'))
const authorization = `Basic ${btoa('api-user:api-password')}`

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A tenant behind a proxy on a free port. */
async function serve(): Promise<{ ca: string; proxyUrl: string; told: string[] }> {
  const authority = await openAuthority(folder, Date.now())
  const tls = await issueCertificate(authority, icimsHosts, Date.now())
  const told: string[] = []
  const simulator = await createTenant({ people: 24 })
  const onRefused = (message: string) => told.push(message)
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0, proxyPort: 0, tls, onRefused })
  open.push(listening, simulator)
  return { ca: authority.certificate, proxyUrl: listening.proxyUrl!, told }
}

/** Asks the proxy for a tunnel to this address. */
function dial(proxyUrl: string, address: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const sent = request(proxyUrl, { method: 'CONNECT', path: address })
    sent.once('connect', ({ statusCode }, socket: Socket) => resolve({ status: statusCode!, socket }))
    sent.once('error', reject)
    sent.end()
  })
}

test.each(icimsHosts)('a client that dials %s through the proxy arrives here', async (host) => {
  const { ca, proxyUrl } = await serve()
  const { status, socket } = await dial(proxyUrl, `${host}:443`)
  expect(status).toBe(200)
  const answered = await new Promise<number>((resolve, reject) => {
    const secure = connectTls({ socket, servername: host, ca })
    httpsGet(
      `https://${host}/customers/1234/people/1`,
      { createConnection: () => secure, headers: { authorization } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode!)
      },
    ).once('error', reject)
  })
  expect(answered).toBe(host === 'api.icims.com' ? 200 : 404)
  socket.destroy()
})

test.each(['example.com:443', 'api.icims.com:80', 'api.icims.com', 'www.icims.com:443', '127.0.0.1:443'])(
  'the proxy leads nowhere else: %s',
  async (address) => {
    const { proxyUrl, told } = await serve()
    const { status, socket } = await dial(proxyUrl, address)
    expect(status).toBe(403)
    socket.destroy()
    expect(told).toEqual([expect.stringMatching(new RegExp(`^The proxy leads to api.* not CONNECT ${address}\\.$`))])
  },
)

test('plain HTTP through the proxy is refused', async () => {
  const { proxyUrl, told } = await serve()
  const answer = await fetch(`${proxyUrl}/customers/1234`)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toBe(told[0])
})

test('a client that goes away in its tunnel, or sends its greeting early, troubles nobody', async () => {
  const { ca, proxyUrl } = await serve()
  const gone = await dial(proxyUrl, 'api.icims.com:443')
  gone.socket.resetAndDestroy()
  const port = Number(new URL(proxyUrl).port)
  const early = connect(port, '127.0.0.1')
  early.write('CONNECT api.icims.com:443 HTTP/1.1\r\nHost: api.icims.com:443\r\n\r\nthis is no TLS\r\n\r\n')
  await new Promise((resolve) => early.resume().once('close', resolve))
  const { socket } = await dial(proxyUrl, 'api.icims.com:443')
  const secure = connectTls({ socket, servername: 'api.icims.com', ca })
  await new Promise<void>((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject))
  expect(secure.authorized).toBe(true)
  secure.destroy()
})
