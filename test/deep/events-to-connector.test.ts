import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { defaultCoordinates } from '../../simulator/index.ts'
import { moveCandidate } from '../../simulator/profiles/arrange.ts'
import { listen } from '../../simulator/server.ts'
import { createConnector } from '../connector.ts'
import { createTenant } from '../tenant.ts'

const moves = Number(process.env.EVENTS ?? 10_000)
const kills = 10
const cli = fileURLToPath(new URL('../../connector/cli.ts', import.meta.url))
const password = 'connector-password'
/** Many more calls than a day has, so that only what is tested can stop it. */
const users = defaultCoordinates.users.map((user) => ({ ...user, quota: 10_000_000 }))
const statuses = ['D10110', 'C12295', 'C22001', 'C36950']

test('of a burst of events to a connector that is killed behind a network that fails, each is delivered or listed as failed, and its store is right in the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-burst-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = join(folder, 'connector.db')
  const simulator = await createTenant({ people: 60, coordinates: { ...defaultCoordinates, users } })
  onTestFinished(() => simulator.close())
  const { baseUrl, close } = await listen(simulator, { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  const { path, name, secret, integrationId } = await prepare(database, baseUrl)
  const network = await openNetwork()
  onTestFinished(network.close)
  const { outbox, store } = simulator.tenant
  outbox.subscribe({
    eventType: 'WorkFlowStatusChangeEvent',
    url: `${network.url}${path}`,
    auth: { type: 'hmac', user: name, key: secret },
    timeout: 2_000,
  })

  let connector = await serve(database)
  onTestFinished(() => void connector.child.kill('SIGKILL'))
  network.leadTo(connector.port)
  const workflows = [...store.each('applicantworkflow')].map(({ id }) => id)
  let killed = 0
  for (let made = 0; made < moves; made++) {
    const round = Math.floor(made / workflows.length)
    moveCandidate(simulator.tenant, workflows[made % workflows.length]!, statuses[round % statuses.length]!)
    if (made < ((killed + 1) * moves) / (kills + 1)) {
      // Lets what is under way go on.
      if (made % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
      continue
    }
    // A part has arrived by then, and a part is on its way.
    const taken = network.taken()
    await expect.poll(network.taken, { timeout: 60_000 }).toBeGreaterThan(taken + 20)
    const exit = new Promise((resolve) => connector.child.once('exit', resolve))
    connector.child.kill('SIGKILL')
    killed += 1
    await exit
    connector = await serve(database)
    network.leadTo(connector.port)
  }
  await simulator.delivered()
  expect(killed).toBe(kills)
  const counted = outbox.count()
  expect(counted.waiting).toBe(0)
  expect(counted.failed).toBeGreaterThan(moves / 50)
  // Who is in a status already is not moved there.
  const told = outbox.list({ limit: moves * 2 }).length
  expect(told).toBeGreaterThan(moves * 0.95)

  // What is listed as failed is sent again until nothing is.
  network.heal()
  for (const { id } of outbox.list({ state: 'failed', limit: moves * 2 }).reverse()) simulator.tenant.courier.resend(id)
  await simulator.delivered()
  expect(outbox.count()).toEqual({ waiting: 0, delivered: told, failed: 0 })

  const exit = new Promise((resolve) => connector.child.once('exit', resolve))
  connector.child.kill('SIGTERM')
  await exit
  await using last = await open(database)
  while ((await last.workOnEvents()) > 0);
  const wrong: string[] = []
  const stages = await last.store.rows(integrationId, 'ats_application_stages')
  const remoteIds = new Map(stages.map(({ id, remoteId }) => [id, remoteId]))
  const applications = await last.store.rows(integrationId, 'ats_applications')
  for (const { remoteId, columns } of applications) {
    const shown = remoteIds.get(String(columns.current_stage_id))
    const real = store.get('applicantworkflow', Number(remoteId))!.status
    if (shown !== real) wrong.push(`${remoteId}: ${shown} is ${real}`)
  }
  expect(wrong).toEqual([])
  expect(applications.map(({ remoteId }) => Number(remoteId)).sort((a, b) => a - b)).toEqual(workflows)
  const { waiting, kept } = await eventsOf(last)
  expect(waiting).toBe(0)
  // Each one that counts as delivered was written down; one whose answer got lost was written down twice.
  expect(kept).toBeGreaterThanOrEqual(told)
})

type Opened = Awaited<ReturnType<typeof createConnector>>

/** A connector of the database in this process, as its command line makes it. */
function open(database: string, integrations: Parameters<typeof createConnector>[0]['integrations'] = []) {
  return createConnector({ database, integrations })
}

/** An integration that is synced and takes events. */
async function prepare(database: string, baseUrl: string) {
  const auth = { type: 'basic', username: 'connector', password } as const
  await using connector = await open(database, [{ customerId: '1234', baseUrl, auth, settings: {} }])
  const [integration] = await connector.integrations()
  const integrationId = integration!.id
  expect(await connector.sync(integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  const setup = await connector.administration.acceptEvents(integrationId, { type: 'hmac' })
  return { ...setup, integrationId }
}

/** `icims-connector serve`, without syncs: whatever is right in its store, events made it so. */
async function serve(database: string): Promise<{ child: ChildProcess; port: number }> {
  const args = ['serve', '--json', '--port', '0', '--no-schedule', '--database', database]
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The connector ended with ${code}.`)))
  })
  return { child, port: Number(new URL((JSON.parse(line) as { baseUrl: string }).baseUrl).port) }
}

/** A network that breaks off, errs, loses an answer, or is too slow, some of the time, by count. */
async function openNetwork() {
  let port = 0
  let calls = 0
  let taken = 0
  let isBad = true
  const server = createServer((incoming, outgoing) => {
    calls += 1
    if (isBad && calls % 17 === 0) return void incoming.socket.destroy()
    if (isBad && calls % 23 === 0) return void outgoing.writeHead(500).end()
    const isLost = isBad && calls % 29 === 0
    const isSlow = isBad && calls % 211 === 0
    const { method, url, headers } = incoming
    const passed = httpRequest({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      if (answer.statusCode === 200) taken += 1
      if (isLost) return void incoming.socket.destroy()
      const send = (): void => {
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      }
      if (isSlow) setTimeout(send, 3_000)
      else send()
    })
    passed.on('error', () => incoming.socket.destroy())
    outgoing.on('error', () => undefined)
    incoming.on('error', () => undefined)
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    leadTo(to: number) {
      port = to
    },
    heal() {
      isBad = false
    },
    taken: () => taken,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function eventsOf(connector: Opened): Promise<{ waiting: number; kept: number }> {
  const rows = await connector.store.database.selectFrom('received_event').select('state').execute()
  return { waiting: rows.filter(({ state }) => state === 'WAITING').length, kept: rows.length }
}
