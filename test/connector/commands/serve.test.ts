import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../../connector/cli.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-serve-'))
const children: ChildProcess[] = []
const servers: Server[] = []
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

function run(command: 'serve' | 'sync', args: string[]) {
  const child = spawn(process.execPath, [cli, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
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
  for (const customer of ['1', '2', '3', '4']) {
    expect(await run('sync', [...base, '--customer-id', customer]).exit).toBe(0)
    expect([...customers]).toEqual([customer])
    customers.clear()
  }
  for (const customer of ['1', '2', '3', '4']) {
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
  await says('stderr', /first sync failed: .*set_aside.*force-sync\.\n/)
  expect(output.stderr.trim().split('\n').at(-1)).toMatch(/^icims-connector: the first sync failed/)
  const { baseUrl: api, apiKey } = JSON.parse(output.stdout)
  const answer = await fetch(`${api}/check-api-key`, { headers: { authorization: `Bearer ${apiKey}` } })
  expect(answer.status).toBe(200)
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  rmSync(folder, { recursive: true })
})
