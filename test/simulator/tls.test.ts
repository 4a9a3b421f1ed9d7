import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls'
import { afterAll, afterEach, expect, test } from 'vitest'
import { icimsHosts } from '../../simulator/hosts.ts'
import { type Listening, type ListenOptions, listen } from '../../simulator/server.ts'
import { openAuthority } from '../../simulator/tls/authority.ts'
import { issueCertificate } from '../../simulator/tls/issue.ts'
import { readCertificate } from '../../simulator/tls/supplied.ts'
import { createTenant } from '../tenant.ts'

const now = Date.now()
const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'icims-tls-'))
const names = [...icimsHosts, 'localhost', '127.0.0.1', '::1']
/** A key that belongs to nothing. */
const strangeKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
})
const authorization = `Basic ${btoa('api-user:api-password')}`

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A folder nobody has used yet. */
const newFolder = (): string => mkdtempSync(join(folder, 'cache-'))

/** A tenant served by HTTPS on free ports, with what was told of refusals. */
async function serve(
  more: Partial<ListenOptions> = {},
): Promise<Listening & { ca: string; port: number; told: string[] }> {
  const authority = await openAuthority(join(folder, 'shared'), now)
  const tls = { ...(await issueCertificate(authority, names, now)), ca: authority.file }
  const told: string[] = []
  const simulator = await createTenant({ people: 24, controlToken: 'steer' })
  const onRefused = (message: string) => told.push(message)
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0, tls, onRefused, ...more })
  open.push(listening, simulator)
  return { ...listening, ca: authority.certificate, port: Number(new URL(listening.baseUrl).port), told }
}

/** A GET of a client that dials this address and is led to the port, as a hosts entry does. */
function get(address: string, options: RequestOptions): Promise<{ status: number; text: string; socket: TLSSocket }> {
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(
      address,
      {
        agent: false,
        headers: { authorization, host: new URL(address).host },
        lookup: (_, { all }, found) =>
          all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
        ...options,
      },
      async (answer) => {
        const socket = answer.socket as TLSSocket
        resolve({ status: answer.statusCode!, text: (await answer.toArray()).join(''), socket })
      },
    )
    sent.once('error', reject)
    sent.end()
  })
}

/** A handshake: the protocol agreed on, or the error's code. */
function shakeHands(port: number, options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTls({ host: '127.0.0.1', port, ...options }, () => {
      resolve(`${socket.getProtocol()} ${socket.alpnProtocol}`)
      socket.end()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code!))
  })
}

test('an authority is made once and kept, its key for its owner alone', async () => {
  const cache = newFolder()
  const first = await openAuthority(cache, now)
  const second = await openAuthority(cache, now + day)
  expect(second.certificate).toBe(first.certificate)
  expect(first.file).toBe(join(cache, 'authority', 'ca.pem'))
  expect(readFileSync(first.file, 'utf8')).toBe(first.certificate)
  expect(statSync(join(cache, 'authority', 'ca-key.pem')).mode & 0o777).toBe(0o600)
  expect(statSync(first.file).mode & 0o444).toBe(0o444)
  expect(statSync(join(cache, 'authority')).mode & 0o777).toBe(0o755)
  const { ca, validFromDate, validToDate } = new X509Certificate(first.certificate)
  expect(ca).toBe(true)
  expect(validFromDate.getTime()).toBeLessThan(now)
  expect(validToDate.getTime()).toBeGreaterThan(now + 3_000 * day)
})

test('two that make an authority at once agree on one', async () => {
  const cache = newFolder()
  const [first, second] = await Promise.all([openAuthority(cache, now), openAuthority(cache, now)])
  expect(first.certificate).toBe(second.certificate)
  expect(readdirSync(cache)).toEqual(['authority'])
})

test.each<[string, (authority: string) => void]>([
  [
    'whose certificate is cut off',
    (authority) => writeFileSync(join(authority, 'ca.pem'), '-----BEGIN CERTIFICATE-----\n'),
  ],
  ['without its key', (authority) => rmSync(join(authority, 'ca-key.pem'))],
  [
    'with the key of another',
    (authority) => {
      writeFileSync(join(authority, 'ca-key.pem'), strangeKey)
    },
  ],
])('an authority %s is made anew', async (_, damage) => {
  const cache = newFolder()
  const first = await openAuthority(cache, now)
  damage(join(cache, 'authority'))
  const second = await openAuthority(cache, now)
  expect(second.certificate).not.toBe(first.certificate)
  expect(new X509Certificate(second.certificate).checkPrivateKey(second.key)).toBe(true)
  expect(readdirSync(cache)).toEqual(['authority'])
})

test('an authority is made anew before it ends before what it signs', async () => {
  const cache = newFolder()
  const first = await openAuthority(cache, now)
  const { validToDate } = new X509Certificate(first.certificate)
  const last = validToDate.getTime() - 397 * day
  expect((await openAuthority(cache, last - 1)).certificate).toBe(first.certificate)
  expect((await openAuthority(cache, last)).certificate).not.toBe(first.certificate)
})

test('an authority that cannot be kept is told of in one line', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  await expect(openAuthority(file, now)).rejects.toMatchObject({
    name: 'CertificateError',
    message: expect.stringMatching(/^cannot keep a certificate authority in .*--cache.*--tls-cert/),
  })
})

test('a certificate is for the names of iCIMS and of this machine, signed by the authority, and not too long', async () => {
  const authority = await openAuthority(newFolder(), now)
  const { cert, key } = await issueCertificate(authority, names, now)
  const leaf = new X509Certificate(cert)
  const root = new X509Certificate(authority.certificate)
  expect(leaf.verify(root.publicKey) && leaf.checkIssued(root)).toBe(true)
  expect(leaf.checkPrivateKey(createPrivateKey(key))).toBe(true)
  expect(icimsHosts).toEqual(expect.arrayContaining(['api.icims.com', 'api-eu.icims.com', 'login.icims.com']))
  for (const host of [...icimsHosts, 'localhost']) expect(leaf.checkHost(host)).toBe(host)
  for (const address of ['127.0.0.1', '::1']) expect(leaf.checkIP(address)).toBe(address)
  expect(leaf.checkHost('www.icims.com')).toBeUndefined()
  expect(leaf.ca).toBe(false)
  expect(leaf.validToDate.getTime() - leaf.validFromDate.getTime()).toBeLessThanOrEqual(398 * day)
})

test('a client with a fixed https://api.icims.com, led here, is answered, and links are on that host', async () => {
  const { ca, port } = await serve()
  const { status, text, socket } = await get('https://api.icims.com/customers/1234/people/1', { ca, port })
  expect(status).toBe(200)
  expect(socket.authorized).toBe(true)
  expect(JSON.parse(text).links[0].url).toBe('https://api.icims.com/customers/1234/people/1')
})

test('one address serves the API and the login host by name', async () => {
  const { ca, port } = await serve()
  expect((await get('https://login.icims.com/customers/1234/people/1', { ca, port })).status).toBe(404)
  expect((await get('https://localhost/customers/1234/people/1', { ca, port })).status).toBe(200)
})

test('a name the certificate is not for is refused by the client', async () => {
  const { ca, port } = await serve()
  await expect(get('https://www.icims.com/', { ca, port })).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  })
})

test('TLS 1.2 and 1.3 are spoken, 1.1 is not, and no HTTP but 1.1', async () => {
  const { ca, port, told } = await serve()
  const base = { ca, servername: 'api.icims.com', ALPNProtocols: ['h2', 'http/1.1'] }
  expect(await shakeHands(port, base)).toBe('TLSv1.3 http/1.1')
  expect(await shakeHands(port, { ...base, maxVersion: 'TLSv1.2' })).toBe('TLSv1.2 http/1.1')
  const old = { ...base, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  expect(await shakeHands(port, old)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
  await expect.poll(() => told).toEqual(['A client offered no TLS 1.2 or newer.'])
  expect(await shakeHands(port, { ...base, ALPNProtocols: ['h2'] })).toBe('ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL')
})

test('of a client that does not trust the authority the operator is told what to do', async () => {
  const { port, told } = await serve()
  await expect(get('https://api.icims.com/', { port })).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })
  await expect.poll(() => told).toEqual([expect.stringMatching(/do not trust.* It must trust .*ca\.pem\.$/)])
})

test('of a client that speaks plain HTTP to the HTTPS port the operator is told, and the server goes on', async () => {
  const { baseUrl, ca, port, told } = await serve()
  await expect(fetch(baseUrl.replace('https', 'http'))).rejects.toThrow()
  await expect.poll(() => told).toEqual(['A client spoke plain HTTP to a port that serves HTTPS.'])
  expect((await get('https://api.icims.com/customers/1234/people/1', { ca, port })).status).toBe(200)
})

test('the address printed for a port on every address is one that the certificate is for', async () => {
  const { baseUrl, ca } = await serve({ host: '0.0.0.0' })
  expect(baseUrl).toMatch(/^https:\/\/127\.0\.0\.1:/)
  expect((await get(`${baseUrl}/customers/1234/people/1`, { ca })).status).toBe(200)
})

test('a connection that never says a word does not keep the server from closing', async () => {
  const { port, close } = await serve()
  const silent = connect(port, '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const closed = new Promise((resolve) => silent.resume().once('close', resolve))
  await close()
  await closed
})

/** Files of a user's own: a certificate with its key, another key, one locked with a passphrase, and things that are neither. */
async function ownFiles(): Promise<(name: string) => string> {
  const own = newFolder()
  const { cert, key } = await issueCertificate(await openAuthority(own, now), ['icims.example'], now)
  const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const
  const files = {
    'cert.pem': cert,
    'key.pem': key,
    'other.pem': strangeKey,
    'locked.pem': createPrivateKey(key).export(locked),
    'text.pem': 'not a certificate',
    'der.pem': new X509Certificate(cert).raw,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content)
  return (name) => join(own, name)
}

test("a user's own certificate is served as it is", async () => {
  const file = await ownFiles()
  const { port } = await serve({ tls: readCertificate(file('cert.pem'), file('key.pem')) })
  const ca = readFileSync(file('authority/ca.pem'), 'utf8')
  expect((await get('https://icims.example/customers/1234/people/1', { ca, port })).status).toBe(200)
})

test.each([
  ['missing.pem', 'key.pem', /^cannot read the certificate \S+missing\.pem: ENOENT\.$/],
  ['cert.pem', 'missing.pem', /^cannot read the key \S+missing\.pem: ENOENT\.$/],
  ['text.pem', 'key.pem', /text\.pem holds no PEM certificate\.$/],
  ['der.pem', 'key.pem', /der\.pem holds no PEM certificate\.$/],
  ['cert.pem', 'text.pem', /text\.pem holds no PEM key\.$/],
  ['cert.pem', 'locked.pem', /locked\.pem is locked with a passphrase/],
  ['cert.pem', 'other.pem', /^the key \S+other\.pem does not belong to the first certificate of \S+cert\.pem\.$/],
  ['authority/ca.pem', 'key.pem', /does not belong/],
])('the certificate %s with the key %s is refused', async (certificate, key, message) => {
  const file = await ownFiles()
  expect(() => readCertificate(file(certificate), file(key))).toThrow(
    expect.objectContaining({ name: 'CertificateError', message: expect.stringMatching(message) }),
  )
})
