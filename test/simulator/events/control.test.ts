import { expect, test } from 'vitest'
import type { EventSubscription } from '../../../simulator/events/subscription.ts'
import type { Simulator } from '../../../simulator/index.ts'
import { addProfile, moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { postJob } from '../../../simulator/profiles/job-posts.ts'
import { callIcims } from '../../tenant.ts'
import { createTold, partnerUrl, statusChange } from './partner.ts'

/** Calls a control route. */
async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: object,
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
): Promise<{ status: number; body: any }> {
  const request = new Request(`http://127.0.0.1:4010/_sim${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  const response = await simulator.fetch(request)
  return { status: response.status, body: await response.json() }
}

const ok = (): Response => new Response(null, { status: 200 })

test('a subscription is made, listed and removed under /_sim, for one tenant alone', async () => {
  await using told = await createTold([])
  const { simulator, received, workflows } = told
  const fork = simulator.fork()
  const wanted = { ...statusChange, statuses: ['C12295'], gzip: true, statusIds: 'prefixed' as const }
  const made = await call(simulator, 'POST', '/tenants/1235/events/subscriptions', wanted)
  expect(made).toEqual({ status: 201, body: { ...wanted, id: 1 } })
  expect((await call(simulator, 'GET', '/events/subscriptions')).body).toEqual({ subscriptions: [] })
  expect((await call(simulator, 'GET', '/tenants/1235/events/subscriptions')).body.subscriptions).toEqual([made.body])
  moveCandidate(fork.tenant, workflows[0]!, 'C12295')
  await fork.delivered()
  expect(received).toHaveLength(1)
  expect((await call(simulator, 'DELETE', '/tenants/1235/events/subscriptions/1')).body).toEqual({ subscriptions: [] })
  moveCandidate(fork.tenant, workflows[1]!, 'C12295')
  await fork.delivered()
  expect(received).toHaveLength(1)
})

test('credentials are none unless given', async () => {
  await using told = await createTold([])
  const made = await call(told.simulator, 'POST', '/events/subscriptions', {
    eventType: 'RemoteLoginEvent',
    url: partnerUrl,
  })
  expect(made.body.auth).toEqual({ type: 'none' })
})

test.each([
  [{ eventType: 'PersonEvent' }, /^eventType: /],
  [{ url: 'ftp://partner.example.com' }, /^url: /],
  [{ url: 'https://ann:secret@partner.example.com' }, /^url: /],
  [{ url: 'partner' }, /^url: /],
  [{ statuses: ['C1'] }, /^statuses\.0: there is no status C1$/],
  [{ statuses: [] }, /^statuses: /],
  [{ eventType: 'RemoteLoginEvent', statuses: ['C12295'] }, /^statuses: no status sets off RemoteLoginEvent$/],
  [{ auth: { type: 'hmac', user: 'a,b', key: 'k' } }, /^auth\.user: /],
  [{ auth: { type: 'basic', username: 'a:b', password: 'c' } }, /^auth\.username: /],
  [{ auth: { type: 'oauth', tokenUrl: 'x', clientId: 'a', clientSecret: 'b' } }, /^auth\.tokenUrl: /],
  [{ timeout: 0 }, /^timeout: /],
  [{ retry: 3 }, /retry/],
] as const)('a subscription with %j is refused in one line, and nothing changes', async (part, error) => {
  await using told = await createTold([])
  const { simulator } = told
  const { status, body } = await call(simulator, 'POST', '/events/subscriptions', { ...statusChange, ...part })
  expect([status, body.error]).toEqual([400, expect.stringMatching(error)])
  expect(simulator.tenant.outbox.subscriptions()).toEqual([])
})

test('events are listed with what came of them, and shown byte for byte', async () => {
  const answer = (): Response => Response.json({ error: { userMessage: 'No.' } }, { status: 400 })
  await using told = await createTold([statusChange], answer)
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  expect((await call(simulator, 'POST', '/events/wait')).body).toEqual({ waiting: 0, delivered: 0, failed: 1 })
  const { events, counts } = (await call(simulator, 'GET', '/events?state=failed&limit=5')).body
  expect(counts.failed).toBe(1)
  expect(events).toEqual([
    {
      id: 1,
      at: '2026-01-15T15:00:00.000Z',
      state: 'failed',
      subscription: 1,
      eventType: 'WorkFlowStatusChangeEvent',
      url: partnerUrl,
      attempts: 1,
      outcome: 'refused',
      reason: 'The partner answered 400: No.',
      link: null,
      shown: 'No.',
    },
  ])
  const { attempts } = (await call(simulator, 'GET', '/events/1')).body
  expect(JSON.parse(attempts[0].request.body.text)).toEqual(received[0]!.body)
  expect(Buffer.from(attempts[0].answer.body.base64, 'base64').toString()).toBe('{"error":{"userMessage":"No."}}')
  expect((await call(simulator, 'GET', '/events?state=delivered')).body.events).toEqual([])
})

test('one event is sent again, or all that failed', async () => {
  let status = 500
  await using told = await createTold([statusChange], () => new Response(null, { status }))
  const { simulator, received, workflows } = told
  for (const workflow of workflows.slice(0, 3)) moveCandidate(simulator.tenant, workflow, 'C12295')
  await simulator.delivered()
  status = 200
  expect((await call(simulator, 'POST', '/events/2/resend')).body).toMatchObject({ id: 2, state: 'waiting' })
  await simulator.delivered()
  expect((await call(simulator, 'POST', '/events/resend')).body).toEqual({ resent: 2 })
  await simulator.delivered()
  expect(simulator.tenant.outbox.count()).toEqual({ waiting: 0, delivered: 3, failed: 0 })
  expect(received).toHaveLength(6)
})

test.each([
  ['GET', '/events/99'],
  ['POST', '/events/99/resend'],
  ['DELETE', '/events/subscriptions/99'],
  ['POST', '/view-board-post', { job: 9 }],
  ['POST', '/remote-login', { user: 9_999 }],
] as const)('%s %s of what there is not is a 404', async (method, path, body?: object) => {
  await using told = await createTold([])
  expect((await call(told.simulator, method, path, body)).status).toBe(404)
})

test('subscriptions are no part of the API of iCIMS', async () => {
  await using told = await createTold([])
  for (const path of ['/events/subscriptions', '/events', '/eventsubscriptions']) {
    expect((await callIcims(told.simulator, 'GET', path)).status).toBe(501)
  }
})

const subscribed = (eventType: EventSubscription['eventType']): EventSubscription => ({ ...statusChange, eventType })

test.each([
  ['post-to-board', 'JobPostToWebEvent', 'job', 'https://careers-cedarline.icims.com/jobs/'],
  ['unpost-from-board', 'JobUnpostToWebEvent', 'job', undefined],
  ['view-board-post', 'ViewJobWebPostEvent', 'job', undefined],
] as const)('%s tells a partner, and says where the recruiter is led', async (verb, eventType, name, portalUrl) => {
  const led = (): Response => new Response(null, { status: 303, headers: { location: 'https://board.example.com/7' } })
  await using told = await createTold([subscribed(eventType), statusChange], led)
  const { simulator, received } = told
  const [job] = [...simulator.tenant.store.each('job')]
  postJob(simulator.tenant, job!.id, 'careers')
  const { changes } = simulator.tenant.store
  const { body } = await call(simulator, 'POST', `/${verb}`, { [name]: job!.id })
  expect(body.events).toEqual([{ id: 1, state: 'delivered', link: 'https://board.example.com/7', shown: null }])
  expect(received.map((one) => one.body.eventType)).toEqual([eventType])
  expect(received[0]!.body.userId).toBe(String(job!.data.recruiter))
  if (portalUrl !== undefined) expect(received[0]!.body.portalUrl).toMatch(portalUrl)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a job that is on no career portal is not posted to a board', async () => {
  await using told = await createTold([subscribed('JobPostToWebEvent')])
  const { simulator, received } = told
  const job = addProfile(simulator.tenant, 'job', {})
  expect((await call(simulator, 'POST', '/post-to-board', { job })).status).toBe(400)
  expect(received).toEqual([])
})

test('a platform user signs in at a partner, and a new hire opens a task', async () => {
  await using told = await createTold([subscribed('RemoteLoginEvent'), subscribed('OnboardPortalTaskEvent')], ok)
  const { simulator, received } = told
  await call(simulator, 'POST', '/remote-login', { user: 2 })
  await call(simulator, 'POST', '/open-onboard-task', { person: 9 })
  expect(received.map(({ body }) => body)).toMatchObject([
    { systemId: '2', userId: '2', returnUrl: 'https://cedarline.icims.com' },
    { systemId: '9', userId: '9', returnUrl: expect.any(String), incompleteUrl: expect.any(String) },
  ])
})

test('a status written by the API is told to partners where the tenant has it so', async () => {
  await using told = await createTold([statusChange], ok, { switches: { apiWritesTellPartners: true } })
  const { simulator, received, workflows } = told
  await callIcims(simulator, 'PATCH', `/applicantworkflows/${workflows[0]}`, { status: { id: 'D10110' } })
  await simulator.delivered()
  expect(received.map(({ body }) => body.newStatus)).toEqual(['10110'])
})
