import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadPacts } from '../../../contracts/verify/load-pacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-load-'))
afterAll(() => rmSync(folder, { recursive: true }))

function pactOf(consumer: string, provider = 'icims-api'): string {
  const interaction = { description: 'a', request: { method: 'GET', path: '/' }, response: { status: 200 } }
  const metadata = { pactSpecification: { version: '4.0' } }
  return JSON.stringify({
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [interaction],
    metadata,
  })
}

/** A broker of two pacts with one provider, which asks for a token. */
const broker: typeof fetch = async (input, init) => {
  const { pathname } = new URL(String(input))
  if (new Headers(init?.headers).get('authorization') !== 'Bearer broker-token')
    return new Response('', { status: 401 })
  const links: Record<string, object> = {
    '/': { 'pb:latest-provider-pacts': { href: 'https://broker.example/pacts/{provider}' } },
    '/pacts/icims-api': {
      'pb:pacts': [{ href: 'https://broker.example/one' }, { href: 'https://broker.example/two' }],
    },
    '/pacts/nobody': { 'pb:pacts': [] },
  }
  if (pathname in links) return Response.json({ _links: links[pathname] })
  if (pathname === '/html') return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
  return new Response(pactOf(pathname.slice(1)))
}
const signedIn = { fetch: broker, env: { PACT_BROKER_TOKEN: 'broker-token' } }

test('files and folders are read, in the order of their names', async () => {
  writeFileSync(join(folder, 'b.json'), pactOf('b'))
  writeFileSync(join(folder, 'a.json'), pactOf('a'))
  writeFileSync(join(folder, 'notes.txt'), 'no pact')
  const pacts = await loadPacts({ sources: [folder, join(folder, 'a.json')], provider: 'icims-api' })
  expect(pacts.map(({ consumer }) => consumer)).toEqual(['a', 'b', 'a'])
})

test('the latest pacts of a broker are read', async () => {
  const pacts = await loadPacts({ sources: ['https://broker.example/'], provider: 'icims-api', ...signedIn })
  expect(pacts.map(({ consumer }) => consumer)).toEqual(['one', 'two'])
})

test('one pact is read from its own address', async () => {
  const [pact] = await loadPacts({ sources: ['https://broker.example/one'], provider: 'icims-api', ...signedIn })
  expect(pact).toMatchObject({ consumer: 'one', origin: 'https://broker.example/one' })
})

test.each([
  [
    { sources: ['https://broker.example/'], provider: 'icims-api', fetch: broker, env: {} },
    /answered 401\. Set PACT_BROKER_TOKEN/,
  ],
  [{ sources: ['https://broker.example/'], provider: 'nobody', ...signedIn }, /has no pact with "nobody"/],
  [{ sources: ['https://broker.example/html'], provider: 'icims-api', ...signedIn }, /answered what is not JSON/],
  [{ sources: [join(folder, 'none.json')], provider: 'icims-api' }, /There is no file or folder/],
])('%o is refused with one line', async (options, message) => {
  await expect(loadPacts(options)).rejects.toMatchObject({
    name: 'PactFileError',
    message: expect.stringMatching(message),
  })
})

test('a folder that is called like a pact is told of', async () => {
  const path = join(folder, 'folder')
  mkdirSync(join(path, 'pact.json'), { recursive: true })
  await expect(loadPacts({ sources: [path], provider: 'icims-api' })).rejects.toThrow(
    'pact.json cannot be read: EISDIR.',
  )
})

test('an address that does not answer is told of, and why', async () => {
  const unreachable: typeof fetch = async () => {
    throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  }
  const loading = loadPacts({ sources: ['https://broker.example'], provider: 'icims-api', fetch: unreachable })
  await expect(loading).rejects.toThrow('https://broker.example does not answer: ECONNREFUSED.')
})

test('a contract with somebody else is refused, with how to say that it is iCIMS', async () => {
  const file = join(folder, 'other.json')
  writeFileSync(file, pactOf('mine', 'iCIMS REST'))
  await expect(loadPacts({ sources: [file], provider: 'icims-api' })).rejects.toThrow('say --provider "iCIMS REST"')
  expect(await loadPacts({ sources: [file], provider: 'iCIMS REST' })).toHaveLength(1)
})
