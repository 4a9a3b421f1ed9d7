import { HTTPClient, Kombo } from '@kombo-api/sdk'
import * as sdk from '@kombo-api/sdk/models'
import { expect, test } from 'vitest'
import { apiKey } from '../../pair.ts'
import { asFetch, bodyOf, callIcims } from '../../tenant.ts'
import { isSigned } from '../webhooks/receiver.ts'
import { createReceiving, type Receiving, type ReceivingOptions } from './receiving.ts'

const packages = [
  { id: 'sj', type: 'BEHAVIORAL', name: 'Situational Judgement', description: 'How one decides' },
  { id: 'nr', type: 'SKILLS_TEST', name: 'Numerical Reasoning', description: 'How one counts' },
] as const
const trigger = 'C12295'
const candidateUrl = 'https://vendor.example.com/start?order={order_id}&back={return_url}'
const assessment = {
  triggerStatuses: [trigger],
  candidateUrl,
  jobList: 'C32',
  resultList: 'C31',
}

/** A tenant whose first workflow is on a job with a package, and a connector that offers it. */
async function createAssessing(options: ReceivingOptions = {}) {
  const receiving = await createReceiving({
    settings: { assessment },
    eventTypes: ['WorkFlowStatusChangeEvent', 'AssessmentEvent'],
    ...options,
  })
  const { api, simulator, workflows } = receiving
  const [workflow] = workflows as [number]
  const { baseprofile, associatedprofile } = simulator.tenant.store.get('applicantworkflow', workflow)!
  await callIcims(simulator, 'PATCH', `/jobs/${baseprofile}`, { assessmenttype: [{ value: packages[0].name }] })
  const put = await api('/assessment/packages', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ packages }),
  })
  expect(put).toMatchObject({ status: 200, body: { warnings: [] } })
  await receiving.webhooks()
  return { ...receiving, workflow, job: Number(baseprofile), person: Number(associatedprofile) }
}

const open = (receiving: Receiving) => receiving.api('/assessment/orders/open').then(({ body }) => body.data.results)
const setResult = (receiving: Receiving, id: string, result: object) =>
  receiving.api(`/assessment/orders/${id}/result`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(result),
  })
/** The results that iCIMS holds of a workflow. */
async function resultsOf({ simulator }: Receiving, workflow: number) {
  const answer = await bodyOf(callIcims(simulator, 'GET', `/applicantworkflows/${workflow}?fields=assessmentresults`))
  return answer.assessmentresults ?? []
}
const report = 'https://vendor.example.com/reports/1'

test('a candidate who enters a status of the settings is ordered an assessment, and a client is told in the shape of the SDK', async () => {
  await using assessing = await createAssessing()
  const { workflow, person, job, move, settle, integrationId, connector } = assessing
  move(workflow, trigger)
  await settle()
  const [order] = await open(assessing)
  expect(order).toMatchObject({
    package_id: 'sj',
    status: 'OPEN',
    candidate: { remote_id: String(person), email: expect.stringContaining('@') },
    application: { remote_id: String(workflow) },
    job: { remote_id: String(job), name: expect.any(String) },
  })
  const told = (await assessing.webhooks()).find(({ type }) => type === 'assessment:order-received')!
  expect(told.data).toEqual({ ...order, integration_id: `icims:${integrationId}` })
  const read = sdk.assessmentOrderReceivedWebhookPayloadFromJSON(told.body)
  expect(read.ok, String(read.error)).toBe(true)
  const [target] = await connector.administration.listWebhooks()
  expect(target).toBeDefined()
  expect(isSigned(told, 'wrong')).toBe(false)
})

test('entering the status again while the order is open orders nothing, and another status orders nothing', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle } = assessing
  for (const status of ['D10110', trigger, 'D10110', trigger]) {
    move(workflow, status)
    await settle()
  }
  expect(await open(assessing)).toHaveLength(1)
  expect((await assessing.webhooks()).filter(({ type }) => type.includes('order-received'))).toHaveLength(1)
})

test('a job without a package, or with one that is not offered, orders nothing, and the stage is still stored', async () => {
  await using assessing = await createAssessing()
  const { workflow, job, move, settle, simulator, api } = assessing
  await callIcims(simulator, 'PATCH', `/jobs/${job}`, { assessmenttype: [{ value: 'Clinical Skills Check' }] })
  move(workflow, trigger)
  expect(await settle()).toBe(1)
  expect(await open(assessing)).toEqual([])
  const { body } = await api(`/ats/applications?remote_ids=${workflow}`)
  expect(body.data.results[0].current_stage.remote_id).toBe(trigger)
})

test('the end of an application leads the candidate to the page of the settings, once for all repeats', async () => {
  await using assessing = await createAssessing()
  const { simulator, workflow, person, job } = assessing
  const returnUrl = 'https://jobs-demo.icims.com/jobs/1/engineer/assessment?i=1'
  const occurrence = { kind: 'application-complete', hasPackage: true, workflow, job, person, returnUrl } as const
  const now = (): number => simulator.tenant.clock.now()
  const ids = simulator.tenant.outbox.add(occurrence, now())
  await simulator.delivered()
  simulator.tenant.outbox.add(occurrence, now())
  await simulator.delivered()
  const [order] = await open(assessing)
  const [attempt] = simulator.tenant.attempts.of(ids[0]!)
  expect(attempt!.verdict).toMatchObject({
    outcome: 'link',
    link: `https://vendor.example.com/start?order=${order.id}&back=${encodeURIComponent(returnUrl)}`,
  })
  const told = (await assessing.webhooks()).filter(({ type }) => type === 'inline-assessment:order-received')
  expect(told).toHaveLength(1)
  const read = sdk.inlineAssessmentOrderReceivedWebhookPayloadFromJSON(told[0]!.body)
  expect(read.ok, String(read.error)).toBe(true)
  const back = await assessing.connector.fetch(
    new Request(`https://connector.example.com/icims/events/${assessing.integrationId}/return/${order.id}`),
  )
  expect([back.status, back.headers.get('location')]).toEqual([303, returnUrl])
})

test('the end of an application that cannot be assessed is refused in words for the user', async () => {
  await using assessing = await createAssessing()
  const { simulator, workflow, person, job } = assessing
  await callIcims(simulator, 'PATCH', `/jobs/${job}`, { assessmenttype: [{ value: 'Clinical Skills Check' }] })
  const returnUrl = 'https://jobs-demo.icims.com/jobs/1/engineer/assessment?i=1'
  const subscription = simulator.tenant.outbox.subscriptions().find(({ eventType }) => eventType === 'AssessmentEvent')!
  expect(subscription).toBeDefined()
  const [id] = simulator.tenant.outbox.add(
    { kind: 'application-complete', hasPackage: true, workflow, job, person, returnUrl },
    simulator.tenant.clock.now(),
  )
  await simulator.delivered()
  expect(simulator.tenant.attempts.of(id!)[0]!.verdict).toMatchObject({
    outcome: 'refused',
    shown: 'There is no assessment package "Clinical Skills Check".',
  })
})

test('a result is posted once and patched from then on: Sent, In Progress, Complete', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle, simulator } = assessing
  move(workflow, trigger)
  await settle()
  const [{ id }] = await open(assessing)
  simulator.tenant.journal.clear()
  const seen: unknown[] = []
  for (const result of [
    { status: 'OPEN', result_url: report },
    { status: 'OPEN', result_url: report },
    {
      status: 'COMPLETED',
      result_url: `${report}?final`,
      completed_at: '2026-01-05T19:12:00.000Z',
      score: 82,
      max_score: 100,
      attributes: [{ type: 'TEXT', label: 'Profile', value: 'Careful' }],
    },
  ]) {
    const { status, body } = await setResult(assessing, id, result)
    expect([status, body.warnings]).toEqual([200, []])
    const results = await resultsOf(assessing, workflow)
    expect(results).toHaveLength(1)
    seen.push(results[0].assessmentstatus.id)
  }
  expect(seen).toEqual(['D37002019004', 'D37002019003', 'D37002019001'])
  const [result] = await resultsOf(assessing, workflow)
  expect(result).toMatchObject({
    assessmentname: { value: packages[0].name },
    assessmenturl: `${report}?final`,
    assessmentscore: 82,
    assessmentresult: '82 / 100',
    assessmentnotes: 'Profile: Careful',
    assessmentdate: '2026-01-05 07:12 PM',
  })
  const methods = simulator.tenant.journal
    .entries()
    .filter(({ path }) => path.includes('/fields/assessmentresults'))
    .map(({ method }) => method)
  expect(methods.toReversed()).toEqual(['POST', 'PATCH', 'PATCH'])
  expect(await open(assessing)).toEqual([])
})

test('a result may lie on this machine', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle } = assessing
  move(workflow, trigger)
  await settle()
  const [{ id }] = await open(assessing)
  const { status } = await setResult(assessing, id, { status: 'OPEN', result_url: 'http://127.0.0.1:8080/reports/1' })
  expect(status).toBe(200)
})

test('notes are cut to what iCIMS takes, and files are not taken: both are told', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle } = assessing
  move(workflow, trigger)
  await settle()
  const [{ id }] = await open(assessing)
  const { body } = await setResult(assessing, id, {
    status: 'CANCELLED',
    result_url: report,
    completed_at: '2026-01-05T19:12:00.000Z',
    attributes: [
      { type: 'TEXT', label: 'Long', value: 'x'.repeat(300) },
      { type: 'SUB_RESULT', id: '1', label: 'Speed', score: { value: 3, max: 5 }, status: 'COMPLETED' },
    ],
    attachments: [{ name: 'report.pdf', data: 'JVBERi0=', content_type: 'application/pdf' }],
  })
  expect(body.warnings.map(({ message }: { message: string }) => message)).toEqual([
    'attributes: iCIMS takes 192 characters of notes, so they were cut.',
    'attachments: a result of iCIMS holds no file, so "report.pdf" was not written.',
  ])
  const [result] = await resultsOf(assessing, workflow)
  expect([result.assessmentnotes.length, result.assessmentstatus.id]).toEqual([192, 'D37002019002'])
})

test.each([
  ['an order that is not there', 'nothing', { status: 'OPEN', result_url: report }],
  ['a finished result without its time', undefined, { status: 'COMPLETED', result_url: report }],
  ['an address that is none', undefined, { status: 'OPEN', result_url: 'javascript:alert(1)' }],
  ['six files', undefined, { status: 'OPEN', result_url: report, attachments: Array(6).fill({ name: 'a', data: '' }) }],
  [
    'a file given twice',
    undefined,
    { status: 'OPEN', result_url: report, attachments: [{ name: 'a', data: '', data_url: '' }] },
  ],
])('%s is refused, and nothing is written', async (_, named, result) => {
  await using assessing = await createAssessing()
  const { workflow, move, settle } = assessing
  move(workflow, trigger)
  await settle()
  const [order] = await open(assessing)
  const { status, body } = await setResult(assessing, named ?? order.id, result)
  expect([status, body.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
  expect(await resultsOf(assessing, workflow)).toEqual([])
  expect(await open(assessing)).toHaveLength(1)
})

test('an order that has come to its end stays as it is', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle } = assessing
  move(workflow, trigger)
  await settle()
  const [{ id }] = await open(assessing)
  const done = { status: 'COMPLETED', result_url: report, completed_at: '2026-01-05T19:12:00.000Z' }
  expect((await setResult(assessing, id, done)).status).toBe(200)
  expect((await setResult(assessing, id, { status: 'OPEN', result_url: report })).status).toBe(400)
  expect((await setResult(assessing, id, { ...done, score: 5 })).status).toBe(200)
  const { body } = await assessing.api('/assessment/orders?statuses=COMPLETED')
  expect(body.data.results.map((order: { id: string }) => order.id)).toEqual([id])
})

/** Entries of both lists of iCIMS, with what is hidden. */
async function listsOf({ simulator }: Receiving): Promise<string[][]> {
  const lists = [assessment.jobList, assessment.resultList].map(async (list) => {
    const { children } = await bodyOf(callIcims(simulator, 'GET', `/v2/lists/${list}`))
    return children.map(
      ({ value, hidden }: { value: string; hidden: boolean }) => `${value}${hidden ? ' (hidden)' : ''}`,
    )
  })
  return Promise.all(lists)
}

test('packages are brought into both lists of iCIMS: added, hidden and shown again', async () => {
  await using assessing = await createAssessing()
  const put = (names: readonly string[]) =>
    assessing.api('/assessment/packages', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        packages: names.map((name) => ({ id: name, type: 'BEHAVIORAL', name, description: '' })),
      }),
    })
  await put(['Ours', 'Numerical Reasoning'])
  for (const list of await listsOf(assessing)) {
    expect(list).toContain('Ours')
    expect(list).toContain('Situational Judgement (hidden)')
  }
  await put(['Situational Judgement'])
  for (const list of await listsOf(assessing)) {
    expect(list).toContain('Ours (hidden)')
    expect(list).toContain('Situational Judgement')
  }
  const { body } = await assessing.api('/assessment/packages')
  expect(body.data.packages.map(({ id }: { id: string }) => id)).toEqual(['Situational Judgement'])
})

test('packages are kept where no list is named, and the caller is told', async () => {
  await using assessing = await createReceiving({ settings: {} })
  const { body } = await assessing.api('/assessment/packages', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ packages }),
  })
  expect(body.warnings).toHaveLength(2)
  const kept = await assessing.api('/assessment/packages')
  expect(kept.body.data.packages).toHaveLength(2)
})

test('two packages of one name are refused', async () => {
  await using assessing = await createReceiving({ settings: {} })
  const { status } = await assessing.api('/assessment/packages', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ packages: [packages[0], { ...packages[1], name: packages[0].name }] }),
  })
  expect(status).toBe(400)
})

test('the official SDK sets packages, pages orders and writes a result', async () => {
  await using assessing = await createAssessing()
  const { workflow, move, settle, integrationId, connector } = assessing
  move(workflow, trigger)
  await settle()
  const http_client = new HTTPClient({ fetcher: asFetch(connector.fetch) })
  const integration_id = `icims:${integrationId}`
  const kombo = new Kombo({ server_url: 'http://127.0.0.1/v1', api_key: apiKey, integration_id, http_client })
  const listed = await kombo.assessment.getPackages()
  expect(listed.data.packages.map(({ id }) => id).sort()).toEqual(['nr', 'sj'])
  await kombo.assessment.setPackages({ packages: [...packages] })
  const ids: string[] = []
  for await (const page of await kombo.assessment.getAssessmentOrders({ page_size: 1 })) {
    ids.push(...page.result.data.results.map(({ id }) => id))
  }
  expect(ids).toHaveLength(1)
  await kombo.assessment.updateOrderResult({
    assessment_order_id: ids[0]!,
    body: { status: 'COMPLETED', result_url: report, completed_at: new Date(0), score: 1 },
  })
  expect(await resultsOf(assessing, workflow)).toHaveLength(1)
})

test('orders and packages of one integration are nobody else’s', async () => {
  await using assessing = await createAssessing()
  const { connector, integrationId } = assessing
  await connector.administration.addIntegration({
    customerId: '1234',
    baseUrl: 'https://api.icims.com',
    environmentId: 'other',
    auth: { type: 'basic', username: 'a', password: 'b' },
  })
  const { key } = await connector.administration.createApiKey({ environmentId: 'other' })
  const answer = await connector.fetch(
    new Request('http://127.0.0.1/v1/assessment/orders', {
      headers: { authorization: `Bearer ${key}`, 'x-integration-id': `icims:${integrationId}` },
    }),
  )
  expect(answer.status).toBe(404)
})
