import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runContracts } from '../contracts/commands/command-line.ts'
import { openStubBroker, type StubBroker } from '../contracts/commands/stub-broker.ts'

/** What the broker answers to a result. */
let accepts = 201
let broker: StubBroker
const folder = mkdtempSync(join(tmpdir(), 'icims-publish-'))

const interaction = {
  _id: 'interaction-1',
  description: 'a person',
  providerStates: [{ name: 'a person', params: { id: 5 } }],
  request: { method: 'GET', path: '/customers/42/people/5', query: { fields: ['firstname'] } },
  response: { status: 200 },
}
const unkept = { ...interaction, _id: 'interaction-2', description: 'shoes', response: { status: 418 } }

/** A pact as a broker gives it out. */
function pactOf(name: string, url: string) {
  const interactions = name === 'kept' ? [interaction] : [interaction, unkept]
  return {
    consumer: { name },
    provider: { name: 'icims-api' },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
    _links: {
      'pb:provider': { href: `${url}/pacticipants/icims-api` },
      'pb:publish-verification-results': { href: `${url}/pacts/${name}/verification-results` },
    },
  }
}

/** As much of a broker as giving out pacts and taking results needs. */
beforeAll(async () => {
  broker = await openStubBroker(({ method, path }, url) => {
    const of = `${url}/pacticipants/icims-api`
    const links = {
      'pb:branch-version': { href: `${of}/branches/{branch}/versions/{version}` },
      'pb:version-tag': { href: `${of}/versions/{version}/tags/{tag}` },
    }
    if (method === 'POST') return { status: accepts, body: {} }
    if (path === '/') return { body: { _links: { 'pb:latest-provider-pacts': { href: `${url}/all` } } } }
    if (path === '/all') return { body: { _links: { 'pb:pacts': [{ href: `${url}/pacts/kept` }] } } }
    if (path.startsWith('/pacts/')) return { body: pactOf(path.slice('/pacts/'.length), url) }
    return { body: { _links: links } }
  })
})
beforeEach(() => {
  broker.calls.length = 0
  accepts = 201
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  broker.close()
})

const signIn = { PACT_BROKER_TOKEN: 'broker-token' }
const version = ['--publish', '--provider-version', '1.2.3']
const results = () => broker.calls.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body))

test('a broker is told that a pact is kept, by which version, branch and tags', async () => {
  const more = [
    '--provider-branch',
    'feat/x',
    '--provider-tags',
    'dev, next',
    '--build-url',
    'https://ci.example.com/7',
  ]
  const { code, stdout, stderr } = await runContracts(['verify', broker.url, ...version, ...more], signIn)
  expect([code, stdout]).toEqual([0, expect.stringContaining('It holds: 1 verified, 0 failed, 0 skipped.')])
  expect(stderr).toContain('Published kept → icims-api as version 1.2.3\n')
  expect(results()).toEqual([
    {
      success: true,
      providerApplicationVersion: '1.2.3',
      buildUrl: 'https://ci.example.com/7',
      verifiedBy: { implementation: 'icims-contracts' },
      testResults: [{ interactionId: 'interaction-1', interactionDescription: 'a person', success: true }],
    },
  ])
  expect(broker.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    '/pacticipants/icims-api/branches/feat%2Fx/versions/1.2.3',
    '/pacticipants/icims-api/versions/1.2.3/tags/dev',
    '/pacticipants/icims-api/versions/1.2.3/tags/next',
  ])
  expect(broker.calls.every(({ authorization }) => authorization === 'Bearer broker-token')).toBe(true)
  expect(stdout + stderr).not.toContain('broker-token')
})

test('that a pact is not kept is told too, with what does not fit', async () => {
  const { code } = await runContracts(['verify', `${broker.url}/pacts/broken`, ...version], signIn)
  expect(code).toBe(1)
  expect(results()).toMatchObject([
    {
      success: false,
      testResults: [
        { interactionId: 'interaction-1', success: true },
        {
          interactionId: 'interaction-2',
          success: false,
          mismatches: [{ description: expect.stringContaining('418') }],
        },
      ],
    },
  ])
})

test('nothing is published unasked', async () => {
  const { code } = await runContracts(['verify', broker.url], signIn)
  expect([code, results()]).toEqual([0, []])
})

test('a broker that does not take the result fails the run, though the pact is kept', async () => {
  accepts = 403
  const { code, stdout } = await runContracts(['verify', broker.url, ...version], signIn)
  expect(code).toBe(1)
  expect(stdout).toMatch(
    /✗ The result was not published: 127\.0\.0\.1:\d+ answered 403 to POST \/pacts\/kept\/verification-results\.$/m,
  )
})

test('what was replayed in part is not published', async () => {
  const answer = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{}'))
  await new Promise<void>((resolve) => answer.listen(0, '127.0.0.1', resolve))
  const against = `http://127.0.0.1:${(answer.address() as { port: number }).port}`
  const variables = { ...signIn, ICIMS_USERNAME: 'connector', ICIMS_PASSWORD: 'connector-password' }
  const { code, stdout } = await runContracts(['verify', broker.url, '--against', against, ...version], variables)
  answer.close().closeAllConnections()
  expect([code, results()]).toEqual([1, []])
  expect(stdout).toContain('The result was not published: 1 interactions were left out.')
})

test('a pact that comes from no broker is refused before anything is replayed', async () => {
  const file = join(folder, 'pact.json')
  const { _links, ...pact } = pactOf('kept', broker.url)
  writeFileSync(file, JSON.stringify(pact))
  expect(await runContracts(['verify', file, ...version])).toEqual({
    code: 2,
    stdout: '',
    stderr: `icims-contracts: ${file} comes from no broker: its result cannot be published.\n`,
  })
})

test.each([
  [['--publish'], '--publish: say of which --provider-version the results are.'],
  [
    ['--provider-branch', 'main', '--build-url', 'x'],
    '--provider-branch, --build-url: nothing is published without --publish.',
  ],
])('one without the other is asked wrongly: %j', async (args, message) => {
  const { code, stderr } = await runContracts(['verify', broker.url, ...args], signIn)
  expect([code, stderr, broker.calls]).toEqual([2, `icims-contracts: ${message}\n`, []])
})
