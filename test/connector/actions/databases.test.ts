import type { Dialect } from 'kysely'
import { expect, test } from 'vitest'
import type { Connector, ConnectorOptions } from '../../../connector/index.ts'
import { toUnifiedId } from '../../../connector/store/id.ts'
import type { Simulator } from '../../../simulator/index.ts'
import { createConnector } from '../../connector.ts'
import { apiKey, encryptionKey } from '../../pair.ts'
import { asFetch, callIcims, createTenant, originOf } from '../../tenant.ts'
import { databases } from '../databases.ts'
import { call } from '../two-customers.ts'
import { candidate, cv, pdf } from './acting.ts'

const largeCv = Buffer.concat([pdf, Buffer.alloc(20_000, '%')])
const applying = { candidate, attachments: [{ ...cv, data: largeCv.toString('base64') }] }

/** What answers in the place of iCIMS. */
type Intercept = (request: Request) => Response | undefined | Promise<Response | undefined>

/** Lets the others go on: there is nothing else to wait for between two processes. */
const moment = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

/** A simulated tenant, and connectors of it that share one database, as processes do. */
async function createShared(address: () => string | Dialect, count: number) {
  const simulator = await createTenant({ people: 12 })
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const intercepts = new Map<number, Intercept>()
  let later = 0
  const options = (index: number): ConnectorOptions => ({
    apiKey,
    encryptionKey,
    database: address(),
    clock: { now: () => new Date(simulator.tenant.clock.now() + later), sleep: () => moment() },
    random: () => 0.5,
    fetch: asFetch(async (request) => (await intercepts.get(index)?.(request)) ?? simulator.fetch(request)),
    integrations: [
      {
        customerId: String(customerId),
        baseUrl: originOf(simulator),
        auth: { type: 'basic', username, password },
        settings: { stages: [{ id: 'D10105', name: 'New' }] },
      },
    ],
  })
  const connectors: Connector[] = []
  for (let index = 0; index < count; index++) connectors.push(await createConnector(options(index)))
  const integrationId = (await connectors[0]!.integrations())[0]!.id
  const job = [...simulator.tenant.store.each('job')].find(({ data }) => data.folder === 'D31001')!
  const send = (index: number, method: string, path: string, body: unknown) =>
    call(connectors[index]!, apiKey, integrationId, path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  return {
    simulator,
    connectors,
    integrationId,
    applications: `/ats/jobs/remote:${job.id}/applications`,
    send,
    intercept: (index: number, answer: Intercept) => void intercepts.set(index, answer),
    wait: (milliseconds: number) => {
      later += milliseconds
    },
    async [Symbol.asyncDispose]() {
      for (const connector of connectors) await connector.close()
      await simulator.close()
    },
  }
}

/** The one person who applied, and its one application. */
async function onlyApplicant({ tenant, ...simulator }: Simulator): Promise<{ person: number; workflow: number }> {
  const people = tenant.store.find('person', { email: candidate.email_address })
  expect(people).toHaveLength(1)
  const workflows = tenant.store.find('applicantworkflow', { associatedprofile: people[0]! })
  expect(workflows).toHaveLength(1)
  const resume = await callIcims({ tenant, ...simulator }, 'GET', `/people/${people[0]}/fields/resume/binary`)
  expect(Buffer.from(await resume.arrayBuffer())).toEqual(largeCv)
  return { person: people[0]!, workflow: workflows[0]! }
}

for (const { name, share } of databases) {
  test(`${name}: an application is made, moved, and repeated; what was begun is gone on with by another process`, async () => {
    await using shared = await createShared(await share(), 2)
    const { simulator, send, applications, integrationId, connectors } = shared
    // The first process is cut off from iCIMS once the person is made.
    shared.intercept(0, ({ method, url }) =>
      method === 'POST' && url.endsWith('/applicantworkflows') ? new Response('', { status: 500 }) : undefined,
    )
    expect((await send(0, 'POST', applications, applying)).status).toBe(503)
    expect(await connectors[1]!.actions.unfinished()).toMatchObject([
      { state: 'OPEN', step: { name: 'workflow', state: 'unknown' } },
    ])
    shared.wait(120_000)
    expect(await connectors[1]!.actions.resume()).toBe(1)
    const { person, workflow } = await onlyApplicant(simulator)
    // Whoever asks again has the answer, in any process.
    const [one, other] = [await send(0, 'POST', applications, applying), await send(1, 'POST', applications, applying)]
    expect(one).toEqual(other)
    expect(one).toMatchObject({
      status: 200,
      body: { data: { remote_id: String(workflow), candidate: { remote_id: String(person) } } },
    })
    const stage_id = toUnifiedId(integrationId, 'D10105')
    expect((await send(1, 'PUT', `/ats/applications/${one.body.data.id}/stage`, { stage_id })).status).toBe(200)
    const [row] = await connectors[0]!.store.rows(integrationId, 'ats_applications')
    expect([row?.remoteId, row?.columns.current_stage_id]).toEqual([String(workflow), stage_id])
    for (const table of ['saga_input', 'action_lock']) {
      expect(await connectors[0]!.store.database.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
  })
}

// Two connectors of one process wait for a file of SQLite in each other's way: see two-processes.test.ts.
for (const { name, share } of databases.filter(({ name }) => name !== 'SQLite')) {
  test(`${name}: one applicant who comes to two processes at once is one person with one application`, async () => {
    await using shared = await createShared(await share(), 2)
    const { simulator, send, applications } = shared
    // The first who looks for the applicant waits for the other process to look too, which it must not before the first is done.
    const looked = new Set<number>()
    for (const index of [0, 1]) {
      shared.intercept(index, async ({ url }) => {
        if (!url.includes('/search/people')) return undefined
        looked.add(index)
        for (let turn = 0; turn < 60 && looked.size === 1; turn++) await moment()
        return undefined
      })
    }
    const body = (phone: number) => ({
      ...applying,
      candidate: { ...candidate, phone_number: `608-555-01${phone}` },
    })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        send(index % 2, 'POST', applications, body(index < 6 ? 40 : 41 + index)),
      ),
    )
    await onlyApplicant(simulator)
    const done = answers.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThan(0)
    // The same bytes have the same answer in both processes.
    for (const answer of done) expect(answer.body).toEqual(done[0]!.body)
    for (const { status, body } of answers.filter(({ status }) => status !== 200)) {
      expect([status, body.error.code]).toEqual([409, 'ATS.APPLICATION_ALREADY_EXISTS'])
    }
  })
}
