import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stateDigest } from '../../../simulator/index.ts'
import { moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { createTenant } from '../../tenant.ts'
import { createTold, statusChange } from './partner.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-outbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ok = (): Response => new Response(null, { status: 200 })

test('what was not sent before a stop is sent after the next start', async () => {
  const data = join(folder, 'kept.db')
  const options = { data, people: 12, cache: false, tenant: { events: [statusChange] } } as const
  const first = await createTenant({ ...options, deliver: false })
  const [workflow] = [...first.tenant.store.each('applicantworkflow')]
  moveCandidate(first.tenant, workflow!.id, 'D10110')
  await first.close()
  const bodies: string[] = []
  await using second = await createTenant({
    data,
    deliver: async (request) => {
      bodies.push(await request.text())
      return ok()
    },
  })
  await second.delivered()
  expect(bodies.map((body) => JSON.parse(body).systemId)).toEqual([String(workflow!.id)])
})

test('an event whose answer never came is sent again, and both sendings are listed', async () => {
  const data = join(folder, 'broken.db')
  const options = { data, people: 12, cache: false, tenant: { events: [statusChange] } } as const
  let arrived = (): void => undefined
  const here = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const first = await createTenant({
    ...options,
    timer: (_, run) => {
      const handle = setImmediate(run)
      return () => clearImmediate(handle)
    },
    deliver: () => {
      arrived()
      return new Promise(() => undefined)
    },
  })
  // Stopped by hand, as a kill would: nothing is written any more.
  const [workflow] = [...first.tenant.store.each('applicantworkflow')]
  moveCandidate(first.tenant, workflow!.id, 'D10110')
  await here
  first.tenant.courier.stop()
  await first.close()
  await using second = await createTenant({ data, deliver: async () => ok() })
  await second.delivered()
  expect(second.tenant.attempts.of(1).map(({ number, verdict }) => [number, verdict?.outcome])).toEqual([
    [1, 'interrupted'],
    [2, 'accepted'],
  ])
})

test('a fork tells nobody of anything until somebody subscribes there', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  const fork = simulator.fork()
  await simulator.delivered()
  moveCandidate(fork.tenant, workflows[0]!, 'C12295')
  await fork.delivered()
  expect([received.length, fork.tenant.outbox.list().length]).toEqual([1, 0])
  fork.tenant.outbox.subscribe(statusChange)
  moveCandidate(fork.tenant, workflows[0]!, 'C22001')
  await fork.delivered()
  expect(received.map(({ body }) => body.customerId)).toEqual(['1234', '1235'])
  fork.reset()
  expect(fork.tenant.outbox.subscriptions()).toEqual([])
})

test('a reset forgets every event and goes back to the subscriptions of the start', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  simulator.tenant.outbox.subscribe(statusChange)
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  simulator.reset()
  await simulator.delivered()
  expect([received.length, simulator.tenant.outbox.list()]).toEqual([0, []])
  expect(simulator.tenant.outbox.subscriptions()).toEqual([{ ...statusChange, id: 1 }])
})

test('a restore forgets what came after the snapshot, and sends nothing twice', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  const { name } = simulator.snapshot()
  await simulator.delivered()
  moveCandidate(simulator.tenant, workflows[0]!, 'C12295')
  simulator.tenant.outbox.subscribe(statusChange)
  await simulator.delivered()
  simulator.restore(name)
  await simulator.delivered()
  expect(received.map(({ body }) => body.newStatus)).toEqual(['10110', '12295'])
  expect(simulator.tenant.outbox.list().map(({ id, state }) => [id, state])).toEqual([[1, 'delivered']])
  expect(simulator.tenant.outbox.subscriptions()).toHaveLength(1)
})

test('an answer to what a reset forgot is not taken for one to what came after', async () => {
  const answers: (() => void)[] = []
  await using told = await createTold([statusChange], async () => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok()
  })
  const { simulator, workflows } = told
  const moved = async (): Promise<void> => {
    const before = answers.length
    moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
    while (answers.length === before) await new Promise(setImmediate)
  }
  await moved()
  simulator.reset()
  await moved()
  answers[0]!()
  await new Promise(setImmediate)
  expect(simulator.tenant.outbox.count()).toEqual({ waiting: 1, delivered: 0, failed: 0 })
  answers[1]!()
  await simulator.delivered()
  expect(simulator.tenant.outbox.count()).toEqual({ waiting: 0, delivered: 1, failed: 0 })
})

test('a partner that resets the tenant before it answers does not answer for what comes after', async () => {
  await using told = await createTold([statusChange], () => {
    if (told.received.length === 1) {
      told.simulator.reset()
      moveCandidate(told.simulator.tenant, told.workflows[0]!, 'C12295')
    }
    return ok()
  })
  moveCandidate(told.simulator.tenant, told.workflows[0]!, 'D10110')
  await told.simulator.delivered()
  expect(told.received.map(({ body }) => body.newStatus)).toEqual(['10110', '12295'])
})

test('an event of a subscription that is removed has failed', async () => {
  await using told = await createTold()
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  simulator.tenant.outbox.unsubscribe(1)
  await simulator.delivered()
  expect(received).toEqual([])
  expect(simulator.tenant.outbox.list()).toMatchObject([{ state: 'failed' }])
  expect(simulator.tenant.attempts.of(1)).toMatchObject([{ verdict: { outcome: 'unsubscribed' } }])
})

test('an event that failed is sent again when it is told to, with the same bytes', async () => {
  let status = 500
  await using told = await createTold([statusChange], () => new Response(null, { status }))
  const { simulator, received, workflows } = told
  moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
  await simulator.delivered()
  status = 200
  expect([simulator.tenant.courier.resend(1), simulator.tenant.courier.resend(2)]).toEqual([true, false])
  await simulator.delivered()
  const [first, second] = simulator.tenant.attempts.of(1)
  expect([first!.verdict?.outcome, second!.verdict?.outcome]).toEqual(['error', 'accepted'])
  expect(second!.request).toEqual(first!.request)
  expect(received).toHaveLength(2)
})

test('the newest twenty thousand events are kept, and whatever waits', async () => {
  await using told = await createTold([statusChange], undefined, { deliver: false })
  const { outbox } = told.simulator.tenant
  const moved = {
    kind: 'status-change',
    workflow: { type: 'applicantworkflow', id: 1 },
    base: 2,
    person: 3,
    user: null,
    oldStatus: null,
    newStatus: 'C1',
  } as const
  told.simulator.tenant.store.transaction(() => {
    for (let id = 1; id <= 21_000; id++) {
      outbox.add(moved, 0)
      if (id !== 7) outbox.setState(id, 'failed')
    }
  })
  expect([outbox.find(7)?.state, outbox.find(1_000), outbox.find(1_001)?.state]).toEqual([
    'waiting',
    undefined,
    'failed',
  ])
  expect(outbox.count()).toEqual({ waiting: 1, delivered: 0, failed: 20_000 })
})

test('fetch itself takes events to a partner', async () => {
  const heads: Record<string, unknown>[] = []
  const server = createServer((request, response) => {
    heads.push(request.headers)
    response.writeHead(303, { location: '/start' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/events`
  await using told = await createTold([{ ...statusChange, url, gzip: true }], undefined, { deliver: fetch })
  moveCandidate(told.simulator.tenant, told.workflows[0]!, 'D10110')
  await told.simulator.delivered()
  server.close()
  server.closeAllConnections()
  expect(heads).toMatchObject([{ 'content-encoding': 'gzip', link: expect.any(String) }])
  expect(told.simulator.tenant.attempts.of(1)[0]!.verdict).toMatchObject({ outcome: 'link' })
})

test('what a tenant has to tell is no part of its state', async () => {
  await using told = await createTold()
  await using silent = await createTold([])
  for (const { simulator, workflows } of [told, silent]) {
    moveCandidate(simulator.tenant, workflows[0]!, 'D10110')
    await simulator.delivered()
  }
  expect(stateDigest(told.simulator.tenant)).toBe(stateDigest(silent.simulator.tenant))
})

test('over the network an event has the headers as recorded, in their order and with their capitals', async () => {
  const heads: string[][] = []
  const server = createServer((request, response) => {
    heads.push(request.rawHeaders)
    response.writeHead(303, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}/events`
  const events = [{ ...statusChange, url, auth: { type: 'hmac', user: 'partner', key: 'k' } }] as const
  await using simulator = await createTenant({ people: 12, tenant: { events } })
  const [workflow] = [...simulator.tenant.store.each('applicantworkflow')]
  moveCandidate(simulator.tenant, workflow!.id, 'D10110')
  await simulator.delivered()
  server.close()
  expect(simulator.tenant.outbox.list()).toMatchObject([{ state: 'delivered' }])
  expect(heads).toHaveLength(1)
  expect(heads[0]!.filter((_, index) => index % 2 === 0)).toEqual([
    'Connection',
    'Link',
    'Content-Type',
    'Host',
    'x-icims-date',
    'x-icims-content-sha256',
    'Authorization',
    'Content-Length',
    'User-Agent',
    'Accept-Encoding',
  ])
})

test('the links of events start with where the simulator is reached', async () => {
  await using told = await createTold([statusChange], undefined, { publicUrl: 'http://icims.example.com:4010/' })
  moveCandidate(told.simulator.tenant, told.workflows[0]!, 'D10110')
  await told.simulator.delivered()
  expect(told.received[0]!.body.links[1].url).toMatch('http://icims.example.com:4010/customers/1234/jobs/')
})
