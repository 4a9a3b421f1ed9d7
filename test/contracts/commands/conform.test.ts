import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultCoordinates } from '../../../simulator/index.ts'
import { listen } from '../../../simulator/server.ts'
import { createTenant } from '../../tenant.ts'
import { runContracts } from './command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-conform-'))
afterAll(() => rmSync(folder, { recursive: true }))

const signIn = { ICIMS_USERNAME: 'api-user', ICIMS_PASSWORD: 'api-password' }

test('a run prints what is believed, counts its calls and writes a report', async () => {
  await using simulator = await createTenant({ preset: 'empty' })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const junit = join(folder, 'junit.xml')
  const args = ['conform', '--base-url', server.baseUrl, '--customer', '1234', '--junit', junit, '--max-calls', '60']
  const { code, stdout, stderr } = await runContracts(args, signIn)
  await server.close()
  expect(stdout).toMatch(/^Beliefs about iCIMS, looked at on http/)
  expect(stdout).toMatch(/^60 calls were made\.$/m)
  expect(stderr).toMatch(/^50 of \d+ facts$/m)
  expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="conformance"')
  expect(stdout + stderr).not.toContain('api-password')
  expect(stderr).toMatch(/^icims-contracts: Partial: \d+ facts were not looked at, --max-calls 60 is used up\.$/m)
  expect(code).toBe(1)
})

test('a second user and recorded events are read from the environment and a file', async () => {
  const [first, connector] = defaultCoordinates.users
  const users = [first!, { ...connector!, username: 'second-user' }]
  await using simulator = await createTenant({ preset: 'empty', coordinates: { customerId: 1234, users } })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const file = join(folder, 'events.json')
  writeFileSync(file, JSON.stringify({ url: 'https://partner.example.com/', headers: {}, body: '{}' }))
  const args = ['conform', '--base-url', server.baseUrl, '--customer', '1234', '--json', '--max-calls', '60']
  const second = { ICIMS_SECOND_USERNAME: 'second-user', ICIMS_SECOND_PASSWORD: 'connector-password' }
  const { stdout, stderr } = await runContracts([...args, '--second-user', '--deliveries', file], {
    ...signIn,
    ...second,
  })
  await server.close()
  const details = new Map(
    (JSON.parse(stdout).facts as { id: string; detail?: string }[]).map(({ id, detail }) => [id, detail]),
  )
  expect(details.get('events.customer')).toBe('customerId is absent, not "1234"')
  expect(details.get('second.denied.status')).not.toContain('--second-user')
  expect(stdout + stderr).not.toContain('connector-password')
})

test.each([
  [['--second-user'], /For --second-user, set ICIMS_SECOND_USERNAME and ICIMS_SECOND_PASSWORD in the environment\./],
  [['--deliveries', '/nowhere.json'], /--deliveries: \/nowhere\.json cannot be read: ENOENT/],
  [['--deliveries', import.meta.filename], /--deliveries: .*conform\.test\.ts is not JSON\./],
])('what is asked for beside is there, or one line says what is not: %j', async (more, message) => {
  const args = ['conform', '--base-url', 'https://127.0.0.1:1', '--customer', '1', ...more]
  const { code, stdout, stderr } = await runContracts(args, signIn)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a page in place of an API is a mistake of the settings', async () => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<html></html>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { code, stdout, stderr } = await runContracts(['conform', '--base-url', baseUrl, '--customer', '1'], signIn)
  server.close()
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^icims-contracts: 127\.0\.0\.1:\d+ answers HTML \(200\) where an API answers JSON\..*\n$/)
})

test.each([
  [['--customer', '1'], /required option '--base-url <address>' not specified/],
  [['--base-url', 'api.icims.com', '--customer', '1'], /A base URL is one such as https:\/\/api\.icims\.com/],
  [['--base-url', 'https://u:secret@api.icims.com', '--customer', '1'], /A base URL holds no credentials\./],
  [['--base-url', 'https://api.icims.com/customers/1', '--customer', '1'], /A base URL ends with its host/],
  [['--base-url', 'https://api.icims.com', '--customer', 'acme'], /A customer id is a number, acme is none\./],
  [['--base-url', 'https://api.icims.com', '--customer', '1', '--max-calls', '0'], /whole number, 1 or more/],
  [
    ['--base-url', 'https://api.icims.com', '--customer', '1', '--auth', 'oauth'],
    /set ICIMS_CLIENT_ID and ICIMS_CLIENT_SECRET/,
  ],
])('asked wrongly, %j', async (args, message) => {
  const { code, stdout, stderr } = await runContracts(['conform', ...args], signIn)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('secret@')
})
