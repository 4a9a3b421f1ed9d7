import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import { listen } from '../../../simulator/server.ts'
import { createTenant } from '../../tenant.ts'
import { type Ran, runConnector } from './command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-commands-'))
let simulator: Simulator
let baseUrl: string
let close: () => Promise<void>
beforeAll(async () => {
  simulator = await createTenant({ people: 24 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  baseUrl = server.baseUrl
  close = server.close
})
afterAll(async () => {
  await close()
  await simulator.close()
  rmSync(folder, { recursive: true })
})

const password = 'connector-password'

/** A database of its own, with the simulated tenant added to it. */
async function createAdded(name: string) {
  const database = join(folder, `${name}.db`)
  const run = (args: readonly string[], variables: object = {}, input?: string): Promise<Ran> =>
    runConnector(args, { ICIMS_CONNECTOR_DATABASE: database, ...variables }, input)
  const added = await run(
    ['add', '--customer-id', '1234', '--base-url', baseUrl, '--username', 'connector', '--json'],
    {
      ICIMS_CONNECTOR_PASSWORD: password,
    },
  )
  expect(added.code, added.stderr).toBe(0)
  return { database, run, added, id: JSON.parse(added.stdout).id as string }
}

test('a day of an administrator: add, check, sync, status, errors, export, pause, remove', async () => {
  const { database, run, added, id } = await createAdded('day')
  expect(added.stderr).toMatch(/^icims-connector: made .*day\.db\.key, the key of the credentials in .*\n$/)
  expect(statSync(`${database}.key`).mode & 0o777).toBe(0o600)

  const check = await run(['check'])
  expect(check.code).toBe(0)
  expect(check.stdout).toMatch(/passed +Sign in to the API +Cedarline Health Group/)
  expect(check.stdout).toMatch(/passed +Search people +24, from 1 on\n/)
  expect(check.stdout).toMatch(/passed +Read jobs +job 1001, 1003, 1005 read: \d+ of \d+ fields seen/)
  expect(check.stdout).toMatch(/A sync can be run\.\n$/)

  const sync = await run(['sync', '--full', '--json'])
  expect(JSON.parse(sync.stdout)).toMatchObject({ integrationId: `icims:${id}`, type: 'FULL', state: 'SUCCEEDED' })

  const status = await run(['status'])
  expect(status.stdout).toMatch(new RegExp(`^icims:${id} {2}customer 1234 at ${baseUrl}\n`))
  expect(status.stdout).toMatch(/signs in +basic connector, environment local\n/)
  expect(status.stdout).toMatch(/next +delta at \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/)
  expect(status.stdout).toMatch(/1 +full +.* succeeded +1 +\d+ +\d+ +0 +0\n/)
  const { integrations, webhooks } = JSON.parse((await run(['status', id, '--json'])).stdout)
  expect(integrations).toMatchObject([
    { integration: { id, customerId: '1234' }, next: { type: 'DELTA' }, runs: [{ type: 'FULL', state: 'SUCCEEDED' }] },
  ])
  expect(integrations[0].rows.ats_jobs).toBe(5)
  expect(webhooks).toEqual({ pending: 0, dead: 0 })

  expect(await run(['errors', '--json'])).toMatchObject({ code: 0, stdout: '[]\n' })

  const jobs = (await run(['export', '--model', 'jobs'])).stdout.trim().split('\n')
  expect(jobs).toHaveLength(5)
  expect(JSON.parse(jobs[0]!)).toMatchObject({ remote_id: expect.any(String), stages: expect.any(Array) })
  const all = await run(['export'])
  expect(
    new Set(
      all.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).model),
    ).size,
  ).toBeGreaterThan(3)
  const csv = join(folder, 'csv')
  expect((await run(['export', '--format', 'csv', '--output', csv])).code).toBe(0)
  const intoFolder = await run(['export', '--model', 'jobs', '--output', csv])
  expect(intoFolder).toMatchObject({ code: 2, stderr: `icims-connector: ${csv} is a folder. Name a file.\n` })
  expect(existsSync(`${csv}.partial`)).toBe(false)
  expect(readdirSync(csv)).toContain('candidates.csv')
  expect(readFileSync(join(csv, 'jobs.csv'), 'utf8').split('\r\n')[0]).toMatch(/^id,remote_id,name,/)
  expect(statSync(join(csv, 'jobs.csv')).mode & 0o777).toBe(0o600)

  expect((await run(['integrations', 'pause', '1234'])).stdout).toBe(`Paused icims:${id}.\n`)
  expect(await run(['sync'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/is paused\. Resume it first/) })
  expect((await run(['integrations', 'list'])).stdout).toMatch(/basic connector +paused\n$/)
  expect((await run(['integrations', 'resume', `icims:${id}`])).code).toBe(0)

  expect(await run(['integrations', 'remove', id])).toMatchObject({ code: 2, stderr: expect.stringMatching(/--yes/) })
  expect((await run(['integrations', 'remove', id, '--yes'])).code).toBe(0)
  expect((await run(['integrations', 'list', '--json'])).stdout).toBe('[]\n')
})

test('secrets come from the environment or standard input, and stand in no output', async () => {
  const { database, run, id } = await createAdded('secrets')
  const add = ['add', '--customer-id', '77', '--base-url', baseUrl, '--username', 'someone']
  const missing = await run(add)
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/ICIMS_CONNECTOR_PASSWORD.*--secret-stdin/) })
  const piped = await run([...add, '--secret-stdin'], {}, 'from-standard-input\n')
  expect(piped.code).toBe(0)
  expect((await run([...add, '--secret-stdin'], {}, '')).stderr).toMatch(/Standard input is empty/)
  const rotate = ['integrations', 'rotate', id, '--username', 'connector', '--secret-stdin']
  expect((await run(rotate, {}, 'no longer right')).stdout).toBe(
    `icims:${id} signs in as basic connector from now on.\n`,
  )
  const failed = await run(['sync', id, '--json'])
  expect(failed.code).toBe(1)
  expect(JSON.parse(failed.stdout)).toMatchObject({ state: 'AUTHENTICATION_FAILED' })
  const check = await run(['check', id])
  expect(check.code).toBe(1)
  expect(check.stdout).toMatch(/failed +Sign in to the API .*\n.*\n.*\n.*skipped +Search/)
  // The same user, who has another password.
  const same = await run(['integrations', 'rotate', id], { ICIMS_CONNECTOR_PASSWORD: password })
  expect(same.stdout).toBe(`icims:${id} signs in as basic connector from now on.\n`)
  const client = { ICIMS_CONNECTOR_CLIENT_SECRET: 'of a client' }
  expect((await run(['integrations', 'rotate', '77', '--client-id', 'c'], client)).code).toBe(0)
  const unnamed = await run(['integrations', 'rotate', '77'], client)
  expect(unnamed).toMatchObject({ code: 2, stderr: expect.stringMatching(/--client-id with its --token-url/) })
  expect((await run(['sync', id, '--json'])).code).toBe(0)
  const everything = await Promise.all(
    [['status'], ['status', '--json'], ['integrations', 'list'], ['integrations', 'list', '--json'], ['check', id]].map(
      (args) => run(args),
    ),
  )
  const text = JSON.stringify([missing, piped, failed, check, ...everything])
  expect(text).not.toMatch(/from-standard-input|no longer right|connector-password/)
  expect(readFileSync(database, 'latin1')).not.toMatch(/from-standard-input|no longer right|connector-password/)
})

test('an API user who signs with an HMAC key is added, tried out, synced and rotated, and the key stands in no output', async () => {
  const key = 'connector-signing-key'
  const database = join(folder, 'hmac.db')
  const run = (args: readonly string[], variables: object = {}, input?: string): Promise<Ran> =>
    runConnector(args, { ICIMS_CONNECTOR_DATABASE: database, ...variables }, input)
  const add = ['add', '--customer-id', '1234', '--base-url', baseUrl, '--username', 'connector', '--hmac', '--json']
  const missing = await run(add)
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/ICIMS_CONNECTOR_HMAC_KEY.*--secret-stdin/) })
  const added = await run(add, { ICIMS_CONNECTOR_HMAC_KEY: key })
  const { id, account } = JSON.parse(added.stdout)
  expect(account).toBe('hmac connector')
  const check = await run(['check'])
  expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(/passed +Sign in to the API/)])
  expect((await run(['sync', '--json'])).code).toBe(0)
  // The same user signs with another key.
  const rotate = ['integrations', 'rotate', id, '--secret-stdin']
  expect((await run(rotate, {}, 'another key\n')).stdout).toBe(`icims:${id} signs in as hmac connector from now on.\n`)
  expect((await run(['check'])).code).toBe(1)
  // What describes an iCIMS on the command line of any command signs in so, too.
  const described = ['check', '--base-url', baseUrl, '--hmac']
  const checked = await runConnector(described, { ICIMS_CONNECTOR_HMAC_KEY: key })
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/as hmac connector\n/)])
  expect(JSON.stringify([missing, added, check, checked])).not.toContain(key)
  expect(readFileSync(database, 'latin1')).not.toContain(key)
})

test.each([
  [['sync', '--password', 'top-secret'], /--password is refused.*ICIMS_CONNECTOR_PASSWORD/],
  [['add', '--client-secret=top-secret'], /--client-secret is refused.*ICIMS_CONNECTOR_CLIENT_SECRET/],
  [['add', '--hmac-key', 'top-secret'], /--hmac-key is refused.*ICIMS_CONNECTOR_HMAC_KEY/],
  [['serve', '--api-key', 'top-secret'], /--api-key is refused.*ICIMS_CONNECTOR_API_KEY/],
  [['webhooks', 'add', 'https://a.example/', '--secret', 'top-secret'], /--secret is refused/],
  [['status', '--database', 'postgres://user:top-secret@127.0.0.1/x'], /--database with a password is refused/],
  [['status', '--database=postgres://127.0.0.1/x?password=top-secret'], /--database with a password is refused/],
])('a secret on the command line is refused with the reason: %j', async (args, message) => {
  const { code, stdout, stderr } = await runConnector(args)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stdout + stderr).not.toContain('top-secret')
})

test.each([
  [['synk'], /There is no command synk\. Did you mean sync\?/],
  [['nothing-like-it'], /There is no command nothing-like-it\. See --help\./],
  [['sync', '--ful'], /unknown option '--ful' \(Did you mean --full\?\)/],
  [['sync', '--full', '--delta'], /cannot be used with option/],
  [['keys', 'revok', 'x'], /unknown command 'revok' \(Did you mean revoke\?\)/],
  [['status'], /Nothing is kept in memory/],
  [['status', '--database', '/nowhere/rows.db'], /There is no database \/nowhere\/rows\.db/],
  [
    ['check', '--database', join(folder, 'none.db')],
    /There is no database .*none\.db\. `icims-connector add` makes one/,
  ],
  [['sync', '--database', join(folder, 'none.db')], /There is no database .*none\.db/],
  [['add', '--database', join(folder, 'none.db')], /Missing: --customer-id, --base-url, --username or --client-id\./],
  [['add', '--database', join(folder, 'none.db'), '--customer-id', '1', '--client-id', 'c'], /Missing: --base-url\./],
  [
    [
      'add',
      '--database',
      join(folder, 'none.db'),
      '--customer-id',
      '1',
      '--base-url',
      'https://a.example',
      '--username',
      'u',
    ],
    /The password is missing/,
  ],
  [['add', '--customer-id', '1', '--base-url', 'nonsense', '--username', 'u'], /--base-url nonsense is no address/],
  [['add', '--customer-id', '1', '--base-url', 'https://u:p@a.example', '--username', 'u'], /must not hold a user/],
  [['serve', '--delta-every', '3'], /It must be a time such as/],
  [['sync', '--client-id', 'x'], /ICIMS_CONNECTOR_CLIENT_SECRET/],
  [['sync', '--hmac'], /--hmac needs the HMAC key in ICIMS_CONNECTOR_HMAC_KEY/],
  [['add', '--customer-id', '1', '--base-url', 'https://a.example', '--hmac'], /Say which iCIMS/],
  [['check', '--hmac', '--client-id', 'x'], /'--hmac' cannot be used with option '--client-id/],
])('%j is refused in one line, with 2', async (args, message) => {
  const { code, stderr } = await runConnector(args)
  expect(stderr).toMatch(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(2)
  expect(existsSync('/nowhere') || readdirSync(folder).some((name) => name.startsWith('none'))).toBe(false)
})

test('keys are made, listed and revoked', async () => {
  const { run } = await createAdded('keys')
  const made = await run(['keys', 'create', '--environment', 'staging', '--name', 'for a test'])
  expect(made.stdout).toMatch(/^icims_\w{10}_\w{40,48}\n$/)
  const id = made.stdout.split('_')[1]!
  const listed = await run(['keys', 'list'])
  expect(listed.stdout).toMatch(
    new RegExp(`\n${id} +staging +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC +- +for a test\n$`),
  )
  expect(listed.stdout).not.toContain(made.stdout.trim().slice(17))
  expect((await run(['keys', 'revoke', id])).stdout).toBe(`Revoked ${id}.\n`)
  expect(await run(['keys', 'revoke', id])).toMatchObject({ code: 2, stderr: expect.stringMatching(/revoked already/) })
  expect(await run(['keys', 'revoke', 'nobody'])).toMatchObject({ code: 2 })
})

test('the encryption moves to a new key, in its file or given, and the old one opens nothing', async () => {
  const { database, run } = await createAdded('rotation')
  const keyFile = `${database}.key`
  const first = readFileSync(keyFile, 'utf8')
  expect((await run(['keys', 'rotate-encryption'])).stdout).toMatch(
    /^Encrypted 1 secret anew\. The new key is in .*\.key\./,
  )
  const second = readFileSync(keyFile, 'utf8')
  expect(second).not.toBe(first)
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  expect((await run(['check'])).code).toBe(0)
  const wrong = await run(['status'], { ICIMS_CONNECTOR_KEY: first.trim() })
  expect(wrong).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/The key in ICIMS_CONNECTOR_KEY is not the one/),
  })
  expect(wrong.stderr).not.toContain(first.trim())
  const given = 'ab'.repeat(32)
  const moved = await run(['keys', 'rotate-encryption'], { ICIMS_CONNECTOR_NEW_KEY: given })
  expect(moved.stdout).toMatch(/Set ICIMS_CONNECTOR_KEY to the new key/)
  expect(await run(['status'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/neither in .* nor in/) })
  expect(existsSync(keyFile)).toBe(false)
  expect((await run(['check'], { ICIMS_CONNECTOR_KEY: given })).code).toBe(0)
  const more = await run(['keys', 'rotate-encryption'], { ICIMS_CONNECTOR_KEY: given })
  expect(more).toMatchObject({ code: 2, stderr: expect.stringMatching(/Set ICIMS_CONNECTOR_NEW_KEY/) })
})

test('webhook targets are added, listed and removed', async () => {
  const { run } = await createAdded('webhooks')
  const url = 'https://client.example.com/hook'
  const added = JSON.parse(
    (await run(['webhooks', 'add', url, '--type', 'data-changed', 'sync-finished', '--json'])).stdout,
  )
  expect(added).toMatchObject({ url, environmentId: 'local', types: ['data-changed', 'sync-finished'] })
  const own = { ICIMS_CONNECTOR_WEBHOOK_SECRET: 'a secret of my own' }
  const second = await run(['webhooks', 'add', url, '--json'], own)
  const list = await run(['webhooks', 'list', '--json'])
  expect(JSON.parse(list.stdout)).toHaveLength(2)
  expect(second.stdout + list.stdout).not.toMatch(`a secret of my own|${added.secret}`)
  for (const [bad, message] of [
    ['http://169.254.169.254/', /no public address/],
    ['http://client.example.com/', /https only/],
    ['http://127.0.0.1:1/', /--allow-loopback-webhooks/],
  ] as const) {
    expect(await run(['webhooks', 'add', bad])).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
  }
  expect(await run(['webhooks', 'add', url, '--type', 'nonsense'])).toMatchObject({ code: 2 })
  expect(await run(['webhooks', 'log'])).toMatchObject({ code: 0, stdout: 'Nothing was sent yet.\n' })
  expect(await run(['webhooks', 'dead'])).toMatchObject({ code: 0, stdout: 'Nothing was given up.\n' })
  expect((await run(['webhooks', 'resend', '--json'])).stdout).toBe('{"resent":0}\n')
  expect((await run(['webhooks', 'resend'])).stdout).toBe('Nothing was given up.\n')
  const unknown = { code: 2, stdout: '', stderr: 'icims-connector: There is no webhook nope to send again.\n' }
  expect(await run(['webhooks', 'resend', 'nope'])).toEqual(unknown)
  expect((await run(['webhooks', 'remove', added.id])).stdout).toBe(`Removed ${added.id}.\n`)
  expect(await run(['webhooks', 'remove', added.id])).toMatchObject({ code: 2 })
})

test('settings are read from a file or the flag itself, kept, and refused when they make no sense', async () => {
  const { run, id } = await createAdded('settings')
  const file = join(folder, 'settings.yaml')
  writeFileSync(file, 'candidateCutoff: { days: 30 }\n')
  const change = ['integrations', 'change', id, '--json']
  const changed = await run([...change, '--sync-settings', file, '--settings', '{"remoteData":true}'])
  const expected = { sync: { candidateCutoff: { days: 30 } }, settings: { remoteData: true } }
  expect(JSON.parse(changed.stdout)).toMatchObject(expected)
  // Describing it again without settings leaves them as they are.
  await run(['check', '--customer-id', '1234', '--base-url', baseUrl])
  expect(JSON.parse((await run(['integrations', 'list', '--json'])).stdout)).toMatchObject([expected])
  for (const [text, message] of [
    ['nonsense: 1', /sync: .*nonsense/],
    ['[1]', /sync: /],
    ['{', /--sync-settings is neither JSON nor a file of it/],
  ] as const) {
    writeFileSync(file, text)
    const refused = await run([...change, '--sync-settings', file])
    expect(refused, text).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
  }
  const missing = await run([...change, '--scopes', '/nowhere.yaml'])
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/ENOENT/) })
  expect(await run(change)).toMatchObject({ code: 2, stderr: expect.stringMatching(/Say what changes/) })
})
