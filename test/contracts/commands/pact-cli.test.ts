import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPactFiles } from '../../../contracts/provider/pact-file.ts'
import { runContracts } from './command-line.ts'
import { openStubBroker, type StubBroker } from './stub-broker.ts'

const pacts = fileURLToPath(new URL('../../../contracts/pacts', import.meta.url))
let broker: StubBroker

/** As much of a broker as publishing and asking takes. */
beforeAll(async () => {
  broker = await openStubBroker(({ path }, url) => {
    const links = { 'pb:publish-contracts': { href: `${url}/contracts/publish` }, 'pb:contracts': [] }
    const deployable = path.includes('deployable-version')
    const summary = { deployable, reason: 'as the test wants it', success: 1, failed: 0, unknown: 0 }
    const matrix = { summary, notices: [], matrix: [] }
    return { body: path.startsWith('/matrix') ? matrix : { _links: links, logs: [], notices: [] } }
  })
})
afterAll(() => broker.close())

test("pacts are published by Pact's own command", async () => {
  const args = ['publish', pacts, '--broker-base-url', broker.url, '--consumer-app-version', '1.2.3']
  const { code } = await runContracts(args, { PACT_BROKER_TOKEN: 'broker-token' })
  const published = broker.calls.filter(({ path }) => path === '/contracts/publish')
  expect(code).toBe(0)
  const consumers = readPactFiles(pacts).map(({ consumer }) => consumer)
  expect(published.map(({ body }) => JSON.parse(body).pacticipantName).sort()).toEqual(consumers.sort())
  expect(published.every(({ authorization }) => authorization === 'Bearer broker-token')).toBe(true)
  expect(JSON.parse(published[0]!.body).pacticipantVersionNumber).toBe('1.2.3')
})

test.each([
  ['deployable-version', 0],
  ['other-version', 1],
])('can-i-deploy asks the broker: of %s the exit code is %s', async (version, exitCode) => {
  const args = [
    'can-i-deploy',
    '--pacticipant',
    'icims-connector',
    '--version',
    version,
    '--broker-base-url',
    broker.url,
  ]
  const { code, stdout, stderr } = await runContracts(args)
  expect(broker.calls.at(-1)!.path).toContain(version)
  expect([code, stdout + stderr]).toEqual([exitCode, expect.stringContaining('Computer says')])
})

test("the stub server is Pact's own, with its own help", async () => {
  const { code, stdout } = await runContracts(['stub', '--help'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: pact stub [OPTIONS]')])
})

const one = join(pacts, 'icims-connector-icims-api.json')

test('a stub serves while a command runs, at the address it is told, and ends as the command does', async () => {
  const script = `
    const answer = await fetch(process.env.ICIMS_URL)
    console.log(process.env.ICIMS_URL, answer.status > 0)
    process.exit(7)`
  const command = [process.execPath, '--input-type=module', '--eval', script]
  const ran = await runContracts(['stub', '--file', one, '--loglevel', 'none', '--', ...command])
  expect([ran.code, ran.stdout]).toEqual([7, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+ true$/m)])
  const [address] = /http:\S+/.exec(ran.stdout)!
  await expect(fetch(address)).rejects.toThrow()
})

test.each([
  [['--file', '/nowhere.json', '--loglevel', 'none', '--', 'true'], /The stub ended with \d before it served\.\n$/],
  [['--file', one, '--'], /after -- comes the command to run while the stub serves\.\n$/],
  [['--file', one, '--loglevel', 'none', '--', 'no-such-command'], /stub: no-such-command cannot be run\.\n$/],
])('a stub for a command that cannot be had is asked wrongly: %j', async (args, message) => {
  const { code, stderr } = await runContracts(['stub', ...args])
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
})
