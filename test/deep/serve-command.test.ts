import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { runConnector } from '../connector/commands/command-line.ts'

const cli = fileURLToPath(new URL('../../connector/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-serve-'))
const children: ChildProcess[] = []
const servers: Server[] = []
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** An iCIMS that answers every search with nobody, or never at all. It notes which customers were asked for. */
async function standIn(answers: 'nobody' | 'never', onCall = () => {}) {
  const customers = new Set<string>()
  const server = createServer((request, response) => {
    customers.add(request.url!.split('/')[2]!)
    onCall()
    request.resume()
    server.emit('asked')
    if (answers === 'nobody') response.end(JSON.stringify({ searchResults: [] }))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, customers, asked: once(server, 'asked') }
}

function run(command: 'serve' | 'sync', args: string[], variables: object = {}) {
  const env = { ...process.env, ...variables }
  const child = spawn(process.execPath, [cli, command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      output[name] += chunk
      child.emit('output')
    })
  }
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  const says = async (name: 'stdout' | 'stderr', text: RegExp): Promise<void> => {
    while (!text.test(output[name])) await once(child, 'output')
  }
  return { child, output, exit, says }
}

test.each([
  ['serve', 'SIGTERM', ['--port', '0', '--sync-on-start', 'wait']],
  ['serve', 'SIGINT', ['--port', '0', '--sync-on-start', 'background']],
  ['sync', 'SIGTERM', []],
  ['sync', 'SIGINT', []],
] as const)('%s in the middle of a sync stops on %s within two seconds', async (command, signal, more) => {
  const { baseUrl, asked } = await standIn('never')
  const { child, exit, output } = run(command, ['--base-url', baseUrl, ...more])
  await asked
  const before = performance.now()
  child.kill(signal)
  expect(await exit).toBe(command === 'serve' ? 0 : 1)
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(output.stdout + output.stderr).toContain('Stopped. The next run goes on from here.')
})

test('of several customers in one database the one that the flags describe is synced', async () => {
  const { baseUrl, customers } = await standIn('nobody')
  const database = join(folder, 'several.db')
  const base = ['--base-url', baseUrl, '--database', database]
  for (const customer of ['1', '2']) {
    expect(await run('sync', [...base, '--customer-id', customer]).exit).toBe(0)
    expect([...customers]).toEqual([customer])
    customers.clear()
  }
  for (const customer of ['1', '2']) {
    const { child, says } = run('serve', [...base, '--port', '0', '--customer-id', customer, '--sync-on-start', 'wait'])
    await says('stdout', /curl/)
    expect([...customers]).toEqual([customer])
    customers.clear()
    child.kill('SIGTERM')
  }
})

test('a first sync in the background that breaks is told in one line, and the API goes on', async () => {
  const database = join(folder, 'broken.db')
  const { baseUrl } = await standIn('nobody', () => {
    const other = new DatabaseSync(database, { timeout: 5_000 })
    other.exec('DROP TABLE IF EXISTS set_aside')
    other.close()
  })
  const flags = ['--base-url', baseUrl, '--database', database, '--port', '0', '--json']
  const { child, exit, output, says } = run('serve', [...flags, '--sync-on-start', 'background'])
  await says('stderr', /the sync of icims:\w+ failed: .*set_aside.*\n/)
  expect(output.stderr.trim().split('\n').at(-1)).toMatch(/^icims-connector: the sync of icims:\w+ failed/)
  const { baseUrl: api, apiKey } = JSON.parse(output.stdout)
  const answer = await fetch(`${api}/check-api-key`, { headers: { authorization: `Bearer ${apiKey}` } })
  expect(answer.status).toBe(200)
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test('what is in the database is synced on the schedule, and told to who asked for it', async () => {
  const { baseUrl } = await standIn('nobody')
  const database = join(folder, 'scheduled.db')
  const received: { body: string; signature: string | undefined }[] = []
  const arrived = Promise.withResolvers<void>()
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ body, signature: request.headers['x-kombo-signature'] as string | undefined })
    response.end()
    if (body.includes('sync-finished')) arrived.resolve()
  })
  servers.push(receiver)
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const variables = { ICIMS_CONNECTOR_DATABASE: database, ICIMS_CONNECTOR_ALLOW_LOOPBACK_WEBHOOKS: 'true' }
  const secret = { ICIMS_CONNECTOR_WEBHOOK_SECRET: 'a secret for the test' }
  expect((await runConnector(['webhooks', 'add', hook], { ...variables, ...secret })).code).toBe(0)
  const add = ['add', '--customer-id', '7', '--base-url', baseUrl, '--username', 'u']
  expect((await runConnector(add, { ...variables, ICIMS_CONNECTOR_PASSWORD: 'p' })).code).toBe(0)
  const { child, exit, output, says } = run('serve', ['--port', '0', '--json'], variables)
  await says('stdout', /\n/)
  const { integrations, apiKey, baseUrl: api } = JSON.parse(output.stdout)
  expect(integrations).toHaveLength(1)
  await arrived.promise
  for (const { body, signature } of received) {
    expect(signature).toBe(createHmac('sha256', 'a secret for the test').update(body).digest('base64url'))
  }
  const types = received.map(({ body }) => JSON.parse(body).type)
  expect(types).toEqual(expect.arrayContaining(['integration-created', 'sync-finished']))
  const check = async (key: string) => {
    const answer = await fetch(`${api}/check-api-key`, { headers: { authorization: `Bearer ${key}` } })
    return answer.status
  }
  // The development key is good until there is a real one.
  expect(await check(apiKey)).toBe(200)
  const made = await runConnector(['keys', 'create'], variables)
  expect([await check(apiKey), await check(made.stdout.trim())]).toEqual([401, 200])
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  const again = run('serve', ['--port', '0'], variables)
  await again.says('stdout', /openapi\.json\n$/)
  expect(again.output.stdout).toMatch(/'Authorization: Bearer <key>'/)
  again.child.kill('SIGTERM')
  expect(await again.exit).toBe(0)
  const status = await runConnector(['status', '--json'], variables)
  expect(JSON.parse(status.stdout).integrations[0].runs).toMatchObject([{ type: 'FULL', state: 'SUCCEEDED' }])
})

test('without the schedule nothing is synced, and a key file does not guard what others can reach', async () => {
  const { baseUrl, customers } = await standIn('nobody')
  const database = join(folder, 'guarded.db')
  const flags = ['--port', '0', '--database', database, '--base-url', baseUrl]
  const refused = await runConnector(['serve', ...flags, '--host', '0.0.0.0'])
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^icims-connector: Listening on 0\.0\.0\.0 needs ICIMS_CONNECTOR_KEY.*\n$/),
  })
  expect(existsSync(database)).toBe(false)
  const key = { ICIMS_CONNECTOR_KEY: 'ab'.repeat(32) }
  const { child, exit, output, says } = run('serve', [...flags, '--host', '0.0.0.0', '--no-schedule', '--json'], key)
  await says('stdout', /\n/)
  // A key that everybody knows opens nothing that others can reach.
  const { apiKey, baseUrl: api } = JSON.parse(output.stdout)
  expect(apiKey).toBeNull()
  const local = await fetch(`${api.replace('0.0.0.0', '127.0.0.1')}/check-api-key`, {
    headers: { authorization: 'Bearer local-api-key' },
  })
  expect(local.status).toBe(401)
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect([...customers]).toEqual([])
})

test('the administration is there with its token, and a short token is refused before anything is made', async () => {
  const database = join(folder, 'administered.db')
  const flags = ['--port', '0', '--database', database, '--no-schedule', '--json']
  const short = await runConnector(['serve', ...flags], { ICIMS_CONNECTOR_ADMIN_TOKEN: 'short' })
  const message = /^icims-connector: ICIMS_CONNECTOR_ADMIN_TOKEN must have 16 characters or more.*\n$/
  expect(short).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
  expect(existsSync(database)).toBe(false)
  const token = 'a-long-admin-token'
  const { output, says } = run('serve', flags, { ICIMS_CONNECTOR_ADMIN_TOKEN: token })
  await says('stdout', /\n/)
  const { baseUrl } = JSON.parse(output.stdout)
  const ask = (bearer: string) =>
    fetch(new URL('/admin/v1/integrations', baseUrl), { headers: { authorization: `Bearer ${bearer}` } })
  expect(await (await ask(token)).json()).toEqual({ status: 'success', data: [] })
  expect((await ask('local-api-key')).status).toBe(401)
})

test('serve --strict says which request no operation answers, and ends with 1', async () => {
  const { baseUrl } = await standIn('nobody')
  const flags = ['--port', '0', '--json', '--no-schedule', '--base-url', baseUrl, '--strict']
  const { child, exit, output, says } = run('serve', flags)
  await says('stdout', /\n/)
  const { baseUrl: api, apiKey, integrationId } = JSON.parse(output.stdout)
  const headers = { authorization: `Bearer ${apiKey}`, 'x-integration-id': integrationId }
  expect((await fetch(`${api}/check-api-key`, { headers })).status).toBe(200)
  expect((await fetch(`${api}/ats/job`, { headers })).status).toBe(404)
  child.kill('SIGTERM')
  expect(await exit).toBe(1)
  expect(output.stderr).toContain(
    'icims-connector: No operation answers GET /v1/ats/job. The nearest is GET /v1/ats/jobs.\n',
  )
})
