import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { statusLog } from '../../simulator/profiles/workflow.ts'
import { createTenant } from '../tenant.ts'

const moves = Number(process.env.EVENTS ?? 10_000)
const kills = 10
const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url))

test('of a burst of events, to a partner that fails at random, each is delivered or listed as failed, whatever is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-events-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const partner = await openPartner()
  onTestFinished(partner.close)
  const data = join(folder, 'tenant.db')
  writeFileSync(
    join(folder, 'tenant.yaml'),
    JSON.stringify({ events: [{ eventType: 'WorkFlowStatusChangeEvent', url: partner.url, timeout: 400 }] }),
  )
  let simulator = await start(data, folder, 0)
  onTestFinished(() => void simulator.child.kill('SIGKILL'))
  // A tenant of 300 people has 900 of them.
  const targets = Array.from({ length: 900 }, (_, index) => 10_001 + index)
  const statuses = ['D10110', 'C12295', 'C22001', 'C36950']

  let made = 0
  let killed = 0
  const moveOne = async (): Promise<void> => {
    const round = Math.floor(made / targets.length)
    const body = { workflow: targets[made % targets.length]!, status: statuses[round % statuses.length]! }
    made += 1
    const { url } = simulator
    // A call that a kill cuts off may have been written or not: both are fine, as long as its event tells the same.
    await fetch(`${url}/_sim/move-candidate`, { method: 'POST', body: JSON.stringify(body) })
      .then((answer) => answer.text())
      .catch(() => undefined)
  }
  const mover = async (): Promise<void> => {
    while (made < moves && made < ((killed + 1) * moves) / (kills + 1)) await moveOne()
  }
  while (made < moves) {
    await Promise.all(Array.from({ length: 8 }, mover))
    if (killed === kills) break
    killed += 1
    const exit = new Promise((resolve) => simulator.child.once('exit', resolve))
    simulator.child.kill('SIGKILL')
    await exit
    simulator = await start(data, folder, Number(new URL(simulator.url).port))
  }
  await fetch(`${simulator.url}/_sim/events/wait`, { method: 'POST' })
  const exit = new Promise((resolve) => simulator.child.once('exit', resolve))
  simulator.child.kill('SIGTERM')
  await exit

  await using kept = await createTenant({ data, deliver: false })
  const { outbox, attempts, store } = kept.tenant
  const events = outbox.list({ limit: moves * 2 }).reverse()
  const told = Map.groupBy(events, ({ occurrence }) =>
    occurrence.kind === 'status-change' ? occurrence.workflow.id : 0,
  )
  expect(killed).toBe(kills)
  expect(outbox.count().waiting).toBe(0)
  // What the status logs say happened is what partners were told, in that order.
  for (const { id, data: workflow } of store.each('applicantworkflow')) {
    const before = statusLog(store.seeded('applicantworkflow', id)!).length
    const happened = statusLog(workflow).slice(0, -before).reverse()
    const said = (told.get(id) ?? []).map(({ occurrence }) => 'newStatus' in occurrence && occurrence.newStatus)
    expect(said, `workflow ${id}`).toEqual(happened.map(({ status }) => status))
  }
  // What counts as delivered, the partner has taken.
  const delivered = new Map<string, number>()
  for (const { id, state, occurrence } of events) {
    const last = attempts.of(id).at(-1)!
    expect(last.verdict?.outcome, `event ${id}`).toMatch(
      state === 'delivered' ? /^accepted$/ : /^(error|timeout|unreachable)$/,
    )
    if (state !== 'delivered' || !('newStatus' in occurrence)) continue
    const key = `${occurrence.workflow.id} ${occurrence.newStatus.slice(1)}`
    delivered.set(key, (delivered.get(key) ?? 0) + 1)
  }
  for (const [key, count] of delivered) expect(partner.taken.get(key) ?? 0, key).toBeGreaterThanOrEqual(count)
  expect(outbox.count().failed).toBeGreaterThan(moves / 50)
  expect(events.length).toBeGreaterThan(moves * 0.95)
})

/** A partner that breaks off, errs, or is too slow, some of the time, by count. */
async function openPartner() {
  const taken = new Map<string, number>()
  let calls = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      calls += 1
      if (calls % 17 === 0) return void request.socket.destroy()
      if (calls % 23 === 0) return void response.writeHead(500).end()
      if (calls % 101 === 0) return void setTimeout(() => response.writeHead(200).end(), 1_000)
      const { systemId, newStatus } = JSON.parse(Buffer.concat(chunks).toString())
      const key = `${systemId} ${newStatus}`
      taken.set(key, (taken.get(key) ?? 0) + 1)
      response.writeHead(200).end()
    })
    request.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}/`, taken, close: () => void server.close() }
}

async function start(data: string, folder: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const args = ['serve', '--json', '--port', String(port), '--data', data, '--tenant', join(folder, 'tenant.yaml')]
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}.`)))
  })
  return { child, url: (JSON.parse(line) as { baseUrl: string }).baseUrl }
}
