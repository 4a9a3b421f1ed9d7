import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Connector } from '../../../connector/index.ts'
import { findOrder, openOrder } from '../../../connector/store/assessment-orders.ts'
import { toUnifiedId } from '../../../connector/store/id.ts'
import type { Simulator } from '../../../simulator/index.ts'
import { createConnector } from '../../connector.ts'
import { apiKey, encryptionKey } from '../../pair.ts'
import { asFetch, bodyOf, callIcims, createTenant, originOf } from '../../tenant.ts'
import { candidate, cv, pdf } from './acting.ts'
import { createDoomedConnector, type Death } from './doomed-connector.ts'

/** Of the steps at which a process may die, one in so many is tried. */
const every = Number(process.env.CRASH_EVERY ?? 7)

const folder = mkdtempSync(join(tmpdir(), 'icims-act-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** One call, and what must be true of iCIMS and of the store however often the process died on the way. */
type Scenario = {
  name: string
  settings?: object
  /** Puts the connector into the state the call starts from. */
  prepare?(world: World, connector: Connector): Promise<void>
  /** Puts iCIMS into it. */
  arrange?(simulator: Simulator): Promise<void>
  call(world: World): { method: string; path: string; body: unknown }
  check(world: World, connector: Connector): Promise<void>
}

type World = { simulator: Simulator; integrationId: string; jobId: number; personId: number; workflowId: number }

const email = candidate.email_address
const idOf = ({ integrationId }: World, remoteId: number | string): string =>
  toUnifiedId(integrationId, String(remoteId))

/** Id of the first order of the package `sj`. */
const orderOf = (integrationId: string, workflowId: number): string =>
  toUnifiedId(integrationId, `assessment ${workflowId} sj 1`)

function peopleOf({ simulator }: World): number[] {
  return simulator.tenant.store.find('person', { email })
}

function workflowsOf({ simulator, jobId }: World, personId: number): number[] {
  return simulator.tenant.store.find('applicantworkflow', { associatedprofile: personId, baseprofile: jobId })
}

async function resumeOf({ simulator }: World, personId: number): Promise<Buffer> {
  const answer = await callIcims(simulator, 'GET', `/people/${personId}/fields/resume/binary`)
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0)
}

/** One person more than there were, one application, its CV, and all of it in the store. */
async function checkApplied(world: World, connector: Connector, people: number, file = pdf): Promise<void> {
  const found = peopleOf(world)
  expect(found).toHaveLength(people)
  const applied = found.filter((id) => workflowsOf(world, id).length > 0)
  expect(applied).toHaveLength(1)
  expect(workflowsOf(world, applied[0]!)).toHaveLength(1)
  expect(await resumeOf(world, applied[0]!)).toEqual(file)
  const stored = await connector.store.rows(world.integrationId, 'ats_applications')
  expect(stored.filter(({ remoteId }) => remoteId === String(workflowsOf(world, applied[0]!)[0]))).toHaveLength(1)
  const candidates = await connector.store.rows(world.integrationId, 'ats_candidates')
  expect(candidates.filter(({ remoteId }) => remoteId === String(applied[0]))).toHaveLength(1)
}

const largePdf = Buffer.concat([pdf, Buffer.alloc(20_000, '%')])
const applying = { candidate: { ...candidate, phone_number: '608-555-0141' }, attachments: [cv] }

const scenarios: readonly Scenario[] = [
  {
    name: 'create application',
    call: ({ jobId }) => ({ method: 'POST', path: `/ats/jobs/remote:${jobId}/applications`, body: applying }),
    check: (world, connector) => checkApplied(world, connector, 1),
  },
  {
    name: 'create application with a CV that is kept apart',
    call: ({ jobId }) => ({
      method: 'POST',
      path: `/ats/jobs/remote:${jobId}/applications`,
      body: { ...applying, attachments: [{ ...cv, data: largePdf.toString('base64') }] },
    }),
    async check(world, connector) {
      await checkApplied(world, connector, 1, largePdf)
      expect(await connector.store.database.selectFrom('saga_input').selectAll().execute()).toEqual([])
    },
  },
  {
    name: 'create candidate, who is there already',
    async arrange(simulator) {
      const person = { firstname: 'Mara', lastname: 'Lind', email }
      expect((await callIcims(simulator, 'POST', '/people', person)).status).toBe(201)
    },
    call: (world) => ({
      method: 'POST',
      path: '/ats/candidates',
      body: { ...applying, application: { job_id: idOf(world, world.jobId) } },
    }),
    check: (world, connector) => checkApplied(world, connector, 1),
  },
  {
    name: 'create application of a new person, whoever is there',
    settings: { actions: { existingPerson: 'new' } },
    async arrange(simulator) {
      const person = { firstname: 'Mara', lastname: 'Lind', email }
      expect((await callIcims(simulator, 'POST', '/people', person)).status).toBe(201)
    },
    call: ({ jobId }) => ({ method: 'POST', path: `/ats/jobs/remote:${jobId}/applications`, body: applying }),
    check: (world, connector) => checkApplied(world, connector, 2),
  },
  {
    name: 'move application to stage',
    call: (world) => ({
      method: 'PUT',
      path: `/ats/applications/${idOf(world, world.workflowId)}/stage`,
      body: { stage_id: idOf(world, 'D10105') },
    }),
    async check({ simulator, workflowId, integrationId }, connector) {
      expect(simulator.tenant.store.get('applicantworkflow', workflowId)!.status).toBe('D10105')
      const stored = await connector.store.rows(integrationId, 'ats_applications')
      const row = stored.find(({ remoteId }) => remoteId === String(workflowId))!
      expect(row.columns.current_stage_id).toBe(toUnifiedId(integrationId, 'D10105'))
    },
  },
  {
    name: 'add attachment to application',
    call: (world) => ({
      method: 'POST',
      path: `/ats/applications/${idOf(world, world.workflowId)}/attachments`,
      body: { attachment: cv },
    }),
    async check(world) {
      expect(await resumeOf(world, world.personId)).toEqual(pdf)
    },
  },
  {
    name: 'add attachment to candidate',
    call: (world) => ({
      method: 'POST',
      path: `/ats/candidates/${idOf(world, world.personId)}/attachments`,
      body: { attachment: cv },
    }),
    async check(world) {
      expect(await resumeOf(world, world.personId)).toEqual(pdf)
    },
  },
  {
    name: 'add result link to application',
    call: (world) => ({
      method: 'POST',
      path: `/ats/applications/${idOf(world, world.workflowId)}/result-links`,
      body: { label: 'Passed', url: 'https://results.example.com/1' },
    }),
    async check({ simulator, workflowId }) {
      const path = `/applicantworkflows/${workflowId}?fields=assessmentresults`
      const { assessmentresults } = await bodyOf(callIcims(simulator, 'GET', path))
      expect(assessmentresults).toMatchObject([{ assessmenturl: 'https://results.example.com/1' }])
    },
  },
  {
    name: 'update order result',
    async prepare({ integrationId, workflowId }, { store }) {
      const named = { packageId: 'sj', packageName: 'Situational Judgement' }
      const order = { ...named, integrationId, workflowId: String(workflowId), subject: {}, returnUrl: null }
      await openOrder(store, order, '2026-01-05T12:00:00.000Z')
    },
    call: ({ integrationId, workflowId }) => ({
      method: 'PUT',
      path: `/assessment/orders/${orderOf(integrationId, workflowId)}/result`,
      body: {
        status: 'COMPLETED',
        result_url: 'https://results.example.com/1',
        completed_at: '2026-01-05T19:12:00.000Z',
        score: 82,
      },
    }),
    async check({ simulator, workflowId, integrationId }, { store }) {
      const path = `/applicantworkflows/${workflowId}?fields=assessmentresults`
      const { assessmentresults } = await bodyOf(callIcims(simulator, 'GET', path))
      expect(assessmentresults).toMatchObject([{ assessmentscore: 82, assessmentstatus: { id: 'D37002019001' } }])
      const order = await findOrder(store, integrationId, orderOf(integrationId, workflowId))
      expect(order).toMatchObject({ status: 'COMPLETED', entry: String(assessmentresults[0].entry) })
    },
  },
]

test.each(scenarios)(
  '$name ends well wherever the process dies',
  async (scenario) => {
    await using simulator = await createTenant({ people: 12 })
    const answer = asFetch((request) => simulator.fetch(request))
    await scenario.arrange?.(simulator)
    const synced = join(folder, `${scenarios.indexOf(scenario)}.db`)
    const { customerId, users } = simulator.coordinates
    const { username, password } = users[1]!
    const auth = { type: 'basic', username, password } as const
    const baseUrl = originOf(simulator)
    const input = {
      customerId: String(customerId),
      baseUrl,
      auth,
      settings: { stages: [{ id: 'D10105', name: 'New' }], ...scenario.settings },
    }
    const clockAt = (later: number) => ({
      now: () => new Date(simulator.tenant.clock.now() + later),
      sleep: async () => {},
    })
    const common = { apiKey, encryptionKey, random: () => 0.5 }
    const first = await createConnector({
      ...common,
      database: synced,
      fetch: answer,
      clock: clockAt(0),
      integrations: [input],
    })
    const [integration] = await first.integrations()
    await first.sync(integration!.id)
    const job = [...simulator.tenant.store.each('job')].find(({ data }) => data.folder === 'D31001')!
    const workflow = [...simulator.tenant.store.each('applicantworkflow')].find(({ data }) => data.status !== 'D10105')!
    const world: World = {
      simulator,
      integrationId: integration!.id,
      jobId: job.id,
      workflowId: workflow.id,
      personId: Number(workflow.data.associatedprofile),
    }
    await scenario.prepare?.(world, first)
    await first.close()
    simulator.snapshot('start')
    const send = async (connector: Connector) => {
      const { method, path, body } = scenario.call(world)
      const headers = {
        authorization: `Bearer ${apiKey}`,
        'x-integration-id': `icims:${world.integrationId}`,
        'content-type': 'application/json',
      }
      const request = new Request(`http://127.0.0.1/v1${path}`, { method, headers, body: JSON.stringify(body) })
      const response = await connector.fetch(request)
      return { status: response.status, body: await response.json() }
    }

    /** A process that dies at a step, one that goes on with what it left, and the caller that asks again. */
    const attempt = async (step: number, death: Death): Promise<boolean> => {
      simulator.restore('start')
      const file = join(folder, 'attempt.db')
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
      copyFileSync(synced, file)
      const doomed = await createDoomedConnector(file, answer, { clock: clockAt(0) })
      doomed.arm(step, death)
      const before = await send(doomed.connector)
      const { isDead } = doomed
      if (!isDead) expect(before.status).toBe(200)
      await doomed.connector.close()

      const next = await createConnector({ ...common, database: file, fetch: answer, clock: clockAt(600_000) })
      await next.actions.resume()
      const open = await next.store.database.selectFrom('saga').selectAll().where('state', '!=', 'DONE').execute()
      expect(open, `step ${step} ${death}`).toEqual([])
      const again = await send(next)
      expect(again.status, `step ${step} ${death}: ${JSON.stringify(again.body)}`).toBe(200)
      await scenario.check(world, next)
      await next.close()
      return isDead
    }

    let steps = 0
    for (const death of ['before', 'after'] as const) {
      for (let step = 1; await attempt(step, death); step += every) steps = step
    }
    expect(steps + every).toBeGreaterThan(15)
  },
  300_000,
)
