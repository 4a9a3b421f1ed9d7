import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../../simulator/server.ts'
import { createTenant } from '../../tenant.ts'
import { candidate, cv } from './acting.ts'

const server = fileURLToPath(new URL('../../deep/serve-actions.ts', import.meta.url))

test('one applicant who comes to two processes on one SQLite file at once is one person with one application', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-two-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await using simulator = await createTenant({ people: 12 })
  const { baseUrl, close } = await listen(simulator, { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const options = { database: join(folder, 'connector.db'), baseUrl, customerId, username, password, port: 0 }
  // The first makes the tables.
  const ports = [await start(options), await start(options)]
  const job = [...simulator.tenant.store.each('job')].find(({ data }) => data.folder === 'D31001')!
  const send = async (port: number, phone: number) => {
    const body = { candidate: { ...candidate, phone_number: `608-555-01${phone}` }, attachments: [cv] }
    const answer = await fetch(`http://127.0.0.1:${port}/v1/ats/jobs/remote:${job.id}/applications`, {
      method: 'POST',
      headers: { authorization: 'Bearer key', 'x-integration-id': 'icims:i', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => send(ports[index % 2]!, index < 6 ? 40 : 41 + index)),
  )
  const { store } = simulator.tenant
  const people = store.find('person', { email: candidate.email_address })
  expect(people).toHaveLength(1)
  expect(store.find('applicantworkflow', { associatedprofile: people[0]! })).toHaveLength(1)
  const done = answers.filter(({ status }) => status === 200)
  expect(done.length).toBeGreaterThan(0)
  // The same bytes have the same answer in both processes.
  for (const answer of done) expect(answer.body).toEqual(done[0]!.body)
  for (const { status, body } of answers.filter(({ status }) => status !== 200)) {
    expect([status, body.error.code]).toEqual([409, 'ATS.APPLICATION_ALREADY_EXISTS'])
  }
})

/** Starts a connector in a process of its own, which ends with the test. @returns its port. */
async function start(options: object): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [server, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  })
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout! }).once('line', resolve))
  return Number(line)
}
