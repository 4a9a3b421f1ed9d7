import { expect, test } from 'vitest'
import type { EventSubscription } from '../../../simulator/events/subscription.ts'
import { moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { callIcims } from '../../tenant.ts'
import { createTold, partnerUrl, statusChange } from './partner.ts'

const [review, screen, interview] = ['D10110', 'C12295', 'C22001']

test('a candidate whom a platform user moves is told of, with who and from where', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  const [workflow] = workflows
  moveCandidate(simulator.tenant, workflow!, review!)
  moveCandidate(simulator.tenant, workflow!, screen!)
  await simulator.delivered()
  const { baseprofile, associatedprofile } = simulator.tenant.store.get('applicantworkflow', workflow!)!
  expect(received.map(({ body }) => body)).toMatchObject([
    { systemId: String(workflow), customerId: '1234', newStatus: '10110', eventType: 'WorkFlowStatusChangeEvent' },
    { oldStatus: '10110', newStatus: '12295', jobId: String(baseprofile), personId: String(associatedprofile) },
  ])
  expect(received[0]!.body.links[0].url).toBe(`https://api.icims.com/customers/1234/applicantworkflows/${workflow}`)
})

test('a new hire whom a platform user moves is told of by the onboarding workflow', async () => {
  await using told = await createTold()
  const { simulator, received } = told
  const [hire] = [...simulator.tenant.store.each('onboardworkflow')]
  const [, to] = simulator.tenant.lists.nodes('lists.onboarding_status').filter(({ id }) => id !== hire!.data.status)
  const move = (workflow: number, status: string) =>
    simulator.fetch(
      new Request('http://127.0.0.1/_sim/move-new-hire', {
        method: 'POST',
        body: JSON.stringify({ workflow, status }),
      }),
    )
  expect((await move(hire!.id, to!.value)).status).toBe(200)
  await simulator.delivered()
  expect(received.map(({ body }) => body)).toMatchObject([
    { systemId: String(hire!.id), jobId: String(hire!.data.baseprofile), newStatus: to!.id.slice(1) },
  ])
  expect([(await move(hire!.id, 'Nowhere')).status, (await move(9_999, to!.id)).status]).toEqual([400, 404])
  expect(simulator.tenant.outbox.list()).toHaveLength(1)
})

test('a status written by the API is told to nobody', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  const answer = await callIcims(simulator, 'PATCH', `/applicantworkflows/${workflows[0]}`, { status: { id: review } })
  await simulator.delivered()
  expect([answer.status, received.length]).toEqual([204, 0])
})

test('a move that changes no status is told to nobody', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, review!)
  moveCandidate(simulator.tenant, workflows[0]!, review!)
  await simulator.delivered()
  expect(received).toHaveLength(1)
})

test('each subscription is told of the statuses it names, and of no others', async () => {
  const named = (url: string, statuses?: string[]): EventSubscription => ({
    ...statusChange,
    url,
    ...(statuses && { statuses }),
  })
  await using told = await createTold([
    named('https://a.example.com/', [screen!]),
    named('https://b.example.com/', [review!, screen!]),
    named('https://c.example.com/'),
  ])
  const { simulator, received, workflows } = told
  for (const status of [review, screen, interview]) moveCandidate(simulator.tenant, workflows[0]!, status!)
  await simulator.delivered()
  const to = (host: string): string[] =>
    received.filter(({ url }) => url === `https://${host}.example.com/`).map(({ body }) => body.newStatus)
  expect([to('a'), to('b'), to('c')]).toEqual([['12295'], ['10110', '12295'], ['10110', '12295', '22001']])
})

test('nothing is told of a move that is undone', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  const { tenant } = simulator
  expect(() =>
    tenant.store.transaction(() => {
      moveCandidate(tenant, workflows[0]!, review!)
      throw new Error('undone')
    }),
  ).toThrow('undone')
  await simulator.delivered()
  expect([received.length, tenant.outbox.list().length]).toEqual([0, 0])
})

test('the move has been written when its event arrives', async () => {
  const seen: unknown[] = []
  await using told = await createTold([statusChange], () => {
    seen.push(told.simulator.tenant.store.get('applicantworkflow', told.workflows[0]!)!.status)
    return new Response(null, { status: 200 })
  })
  moveCandidate(told.simulator.tenant, told.workflows[0]!, review!)
  await told.simulator.delivered()
  expect(seen).toEqual([review])
})

test('events of one workflow go out one after the other, those of others meanwhile', async () => {
  const log: string[] = []
  const gates = new Map<string, () => void>()
  await using told = await createTold([statusChange], async ({ body }) => {
    const name = `${body.systemId} ${body.newStatus}`
    log.push(name)
    if (gates.size < 1) await new Promise<void>((resolve) => gates.set(name, resolve))
    return new Response(null, { status: 200 })
  })
  const { simulator, workflows } = told
  const [first, second] = workflows
  for (const status of [review, screen, interview]) moveCandidate(simulator.tenant, first!, status!)
  moveCandidate(simulator.tenant, second!, screen!)
  while (log.length < 2) await new Promise(setImmediate)
  expect(log).toEqual([`${first} 10110`, `${second} 12295`])
  for (const open of gates.values()) open()
  await simulator.delivered()
  expect(log).toEqual([`${first} 10110`, `${second} 12295`, `${first} 12295`, `${first} 22001`])
})

test('what happens while an event is under way waits for its answer', async () => {
  const answers: (() => void)[] = []
  await using told = await createTold([statusChange], async () => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return new Response(null, { status: 200 })
  })
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, review!)
  while (answers.length < 1) await new Promise(setImmediate)
  moveCandidate(simulator.tenant, workflows[0]!, screen!)
  moveCandidate(simulator.tenant, workflows[1]!, screen!)
  while (answers.length < 2) await new Promise(setImmediate)
  expect(received.map(({ body }) => body.systemId)).toEqual([workflows[0], workflows[1]].map(String))
  answers[0]!()
  while (answers.length < 3) await new Promise(setImmediate)
  for (const answer of answers) answer()
  await simulator.delivered()
  expect(received.map(({ body }) => body.newStatus)).toEqual(['10110', '12295', '12295'])
})

test('no more than eight are under way at once', async () => {
  let [now, most] = [0, 0]
  await using told = await createTold([statusChange], async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise(setImmediate)
    now -= 1
    return new Response(null, { status: 200 })
  })
  for (const workflow of told.workflows.slice(0, 30)) moveCandidate(told.simulator.tenant, workflow, interview!)
  await told.simulator.delivered()
  expect([most, told.received.length]).toEqual([8, 30])
})

test('what was sent and answered is kept byte for byte', async () => {
  const answered = '{"ok": true}'
  await using told = await createTold(
    [{ ...statusChange, auth: { type: 'basic', username: 'ann', password: 'secret' } }],
    () => new Response(answered, { status: 200, headers: { 'x-partner': 'yes' } }),
  )
  const { simulator, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, review!)
  await simulator.delivered()
  const [event] = simulator.tenant.outbox.list()
  const [attempt] = simulator.tenant.attempts.of(event!.id)
  expect(event).toMatchObject({ state: 'delivered', at: simulator.tenant.clock.now() })
  expect(attempt).toMatchObject({ number: 1, verdict: { outcome: 'accepted' } })
  expect(JSON.parse(Buffer.from(attempt!.request!.body).toString())).toEqual(told.received[0]!.body)
  expect(attempt!.request!.headers.Authorization).toBe(told.received[0]!.headers.get('authorization'))
  expect(attempt!.request!.url).toBe(partnerUrl)
  expect(Buffer.from(attempt!.answer!.body).toString()).toBe(answered)
  expect(attempt!.answer).toMatchObject({ status: 200, headers: expect.arrayContaining([['x-partner', 'yes']]) })
})

test('where nothing is sent, events stay in the outbox', async () => {
  await using told = await createTold([statusChange], undefined, { deliver: false })
  moveCandidate(told.simulator.tenant, told.workflows[0]!, review!)
  await told.simulator.delivered()
  expect(told.simulator.tenant.outbox.count()).toEqual({ waiting: 1, delivered: 0, failed: 0 })
})
