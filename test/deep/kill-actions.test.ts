import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../connector/store/database.ts'
import { listen } from '../../simulator/server.ts'
import { cv, pdf } from '../connector/actions/acting.ts'
import { createTenant } from '../tenant.ts'

const kills = 10
const applicants = 5
const server = fileURLToPath(new URL('./serve-actions.ts', import.meta.url))

test('a server that is killed while applications come in makes each of them once, with its CV', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-kill-actions-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await using simulator = await createTenant({ people: 20 })
  const { baseUrl, close } = await listen(simulator, { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  const database = join(folder, 'connector.db')
  const job = [...simulator.tenant.store.each('job')].find(({ data }) => data.folder === 'D31001')!
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const port = await freePort()
  const start = async (): Promise<ChildProcess> => {
    const options = JSON.stringify({ database, baseUrl, customerId, username, password, port })
    const child = spawn(process.execPath, [server, options], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => createInterface({ input: child.stdout! }).once('line', resolve))
    return child
  }
  const path = `http://127.0.0.1:${port}/v1/ats/jobs/remote:${job.id}/applications`
  const send = async (kill: number, number: number): Promise<number> => {
    const candidate = { first_name: 'Mara', last_name: 'Lind', email_address: `mara${kill}x${number}@example.com` }
    const answer = await fetch(path, {
      method: 'POST',
      headers: { authorization: 'Bearer key', 'x-integration-id': 'icims:i', 'content-type': 'application/json' },
      body: JSON.stringify({ candidate, attachments: [cv] }),
    })
    await answer.text()
    return answer.status
  }

  const emails: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const child = await start()
    const before = simulator.tenant.journal.total
    const sent = Array.from({ length: applicants }, (_, number) => send(kill, number).catch(() => undefined))
    // By the calls it has made, not by the time: every kill meets the applications somewhere else.
    await until(() => simulator.tenant.journal.total >= before + 2 + kill * 3)
    child.kill('SIGKILL')
    await exitOf(child)
    await Promise.all(sent)
    for (let number = 0; number < applicants; number++) emails.push(`mara${kill}x${number}@example.com`)
  }

  const child = await start()
  onTestFinished(() => void child.kill('SIGKILL'))
  await untilDone(database)
  for (let kill = 0; kill < kills; kill++) {
    for (let number = 0; number < applicants; number++) expect(await send(kill, number), `${kill} ${number}`).toBe(200)
  }
  const { store } = simulator.tenant
  for (const email of emails) {
    const people = store.find('person', { email })
    expect(people, email).toHaveLength(1)
    expect(store.find('applicantworkflow', { associatedprofile: people[0]! }), email).toHaveLength(1)
    const { resume } = store.get('person', people[0]!) as { resume?: { blob?: string } }
    expect(Buffer.from(store.blob(resume!.blob!)!), email).toEqual(pdf)
  }
  child.kill('SIGTERM')
  await exitOf(child)
})

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Polls; there is nothing else to wait for between two processes. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** Waits until no action is under way. */
async function untilDone(file: string): Promise<void> {
  const database = await openDatabase(file)
  await until(async () => {
    const open = await database.selectFrom('saga').select('id').where('state', '=', 'OPEN').execute()
    return open.length === 0
  })
  await database.destroy()
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
