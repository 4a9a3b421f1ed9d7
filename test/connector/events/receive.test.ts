import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { postToBoard } from '../../../simulator/profiles/platform-events.ts'
import { databases } from '../databases.ts'
import { createReceiving, type Receiving, secret } from './receiving.ts'

const [review, screen] = ['D10110', 'C12295'] as const

/** The stage the connector shows of an application, by its id in iCIMS. */
async function stageOf({ api }: Receiving, workflow: number): Promise<string> {
  const { body } = await api(`/ats/applications?remote_ids=${workflow}`)
  return body.data.results[0].current_stage.remote_id
}

for (const { name, open } of databases) {
  test(`${name}: a candidate who was moved is shown in the new stage, without a sync`, async () => {
    await using receiving = await createReceiving({ database: await open() })
    const [workflow] = receiving.workflows as [number]
    receiving.move(workflow, review)
    expect(await receiving.settle()).toBe(1)
    expect(await stageOf(receiving, workflow)).toBe(review)
  })
}

for (const type of ['basic', 'hmac', 'oauth'] as const) {
  test.each([false, true])(`an event signed in by ${type} is taken, compressed: %s`, async (gzip) => {
    await using receiving = await createReceiving({ type, subscription: { gzip } })
    receiving.move(receiving.workflows[0]!, review)
    expect(await receiving.settle()).toBe(1)
    expect(receiving.simulator.tenant.outbox.list()[0]).toMatchObject({ state: 'delivered' })
  })
}

test('events that repeat their bytes are each kept, and the record is read once for all that wait', async () => {
  await using receiving = await createReceiving()
  const { connector, workflows, move, simulator } = receiving
  for (const status of [review, screen, review, screen]) move(workflows[0]!, status)
  await simulator.delivered()
  simulator.tenant.journal.clear()
  expect(await receiving.settle()).toBe(4)
  const read = simulator.tenant.journal.entries().filter(({ operation }) => operation === 'getApplicantWorkflow')
  expect(read).toHaveLength(1)
  expect(await connector.administration.listEvents()).toHaveLength(4)
  expect(await stageOf(receiving, workflows[0]!)).toBe(screen)
})

test('whoever listens is told of the models that changed, once, and of nothing when nothing did', async () => {
  await using receiving = await createReceiving()
  await receiving.webhooks()
  receiving.move(receiving.workflows[0]!, review)
  await receiving.settle()
  const told = await receiving.webhooks()
  expect(told.map(({ type }) => type)).toEqual(['data-changed'])
  expect(told[0]!.data).toMatchObject({ changed_models: expect.arrayContaining([{ name: 'ats_applications' }]) })
  receiving.simulator.tenant.outbox.subscribe({ ...receiving.simulator.tenant.outbox.subscriptions()[0]! })
  receiving.move(receiving.workflows[0]!, screen)
  await receiving.settle()
  expect(await receiving.webhooks()).toHaveLength(1)
})

test('a job that is posted to a board is read again', async () => {
  await using receiving = await createReceiving({ eventTypes: ['JobPostToWebEvent'] })
  const { simulator, settle } = receiving
  const { body } = await receiving.api('/ats/jobs')
  const posted = simulator.tenant.outbox.subscriptions()
  expect(posted).toHaveLength(1)
  const [job] = body.data.results.map(({ remote_id: id }: { remote_id: string }) => Number(id)).filter(isPosted)
  function isPosted(id: number): boolean {
    try {
      return postToBoard(simulator.tenant, id).length > 0
    } catch {
      return false
    }
  }
  expect(job).toBeDefined()
  simulator.tenant.journal.clear()
  expect(await settle()).toBeGreaterThan(0)
  expect(simulator.tenant.journal.entries().map(({ operation }) => operation)).toContain('getJob')
})

test('an event that never came is made good by the next delta', async () => {
  await using receiving = await createReceiving()
  const { connector, integrationId, workflows, move, simulator } = receiving
  simulator.tenant.outbox.unsubscribe(simulator.tenant.outbox.subscriptions()[0]!.id)
  receiving.clock.advance(120_000)
  move(workflows[0]!, review)
  expect(await receiving.settle()).toBe(0)
  await connector.sync(integrationId, { type: 'DELTA' })
  expect(await stageOf(receiving, workflows[0]!)).toBe(review)
})

test('an event waits while iCIMS cannot be asked, and is worked on later', async () => {
  await using receiving = await createReceiving()
  const { simulator, clock, workflows, connector } = receiving
  simulator.tenant.faults.add({ operation: 'getApplicantWorkflow', effect: { kind: 'status', status: 503 } })
  receiving.move(workflows[0]!, review)
  expect(await receiving.settle()).toBe(0)
  expect((await connector.administration.listEvents())[0]).toMatchObject({ state: 'WAITING', attempts: 1 })
  simulator.tenant.faults.clear()
  clock.advance(10_000)
  expect(await receiving.settle()).toBe(1)
  expect(await stageOf(receiving, workflows[0]!)).toBe(review)
})

const event = (customerId = '1234', extra: object = {}): string =>
  JSON.stringify({ systemId: '1', customerId, eventType: 'WorkFlowStatusChangeEvent', ...extra })
const basic = (name: string, password = secret): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

/** A receiving connector with Basic, and its right header. */
async function withBasic(): Promise<Receiving & { authorization: string }> {
  const receiving = await createReceiving({ type: 'basic' })
  const setup = await receiving.connector.administration.eventSetup(receiving.integrationId)
  return { ...receiving, authorization: basic(setup!.name) }
}

test.each([
  ['another customer', 400, event('999'), {}],
  ['a type nobody knows', 400, event('1234', { eventType: 'SomethingEvent' }), {}],
  ['no type', 400, JSON.stringify({ systemId: '1', customerId: '1234' }), {}],
  ['no JSON', 400, '<html>', {}],
  ['a bare array', 400, '[]', {}],
  ['an id that is none', 400, event('1234', { systemId: '../people/1' }), {}],
  ['a link to another host', 400, event('1234', { links: [{ rel: 'job', url: 'https://evil.example/jobs/1' }] }), {}],
  [
    'a link to another customer',
    400,
    event('1234', { links: [{ rel: 'job', url: 'https://api.icims.com/customers/12345/jobs/1' }] }),
    {},
  ],
  ['another content type', 415, event(), { 'content-type': 'text/plain' }],
  ['another compression', 415, event(), { 'content-encoding': 'br' }],
  ['a body that gzip did not make', 400, event(), { 'content-encoding': 'gzip' }],
  ['a gzip bomb', 413, gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }],
  ['10 MB', 413, 'x'.repeat(10_000_000), {}],
] as const)('%s is refused with %i in the form of vendors, and nothing is kept', async (_, status, body, headers) => {
  await using receiving = await withBasic()
  const { authorization, connector, simulator } = receiving
  simulator.tenant.journal.clear()
  const answer = await receiving.post(body, { authorization, ...headers })
  expect(answer.status).toBe(status)
  const { error } = (await answer.json()) as { error: Record<string, string> }
  expect(Object.keys(error)).toEqual(['userMessage', 'debugErrorMessage'])
  expect(receiving.refused).toEqual([expect.stringMatching(new RegExp(`^/icims/events/\\w+: ${status}, `))])
  expect(await connector.administration.listEvents()).toEqual([])
  expect(simulator.tenant.journal.entries()).toEqual([])
})

test.each([
  ['nothing', undefined],
  ['another password', basic('icims', 'wrong')],
  ['a bearer', 'Bearer x'],
])('a sign-in with %s is refused', async (_, authorization) => {
  await using receiving = await withBasic()
  const answer = await receiving.post(event(), authorization === undefined ? {} : { authorization })
  expect(answer.status).toBe(401)
  expect(await receiving.connector.administration.listEvents()).toEqual([])
})

test('an integration that takes no events, and one that is not there, answer like a wrong sign-in', async () => {
  await using receiving = await withBasic()
  const { connector, integrationId, authorization } = receiving
  await connector.administration.refuseEvents(integrationId)
  expect((await receiving.post(event(), { authorization })).status).toBe(401)
})

test('whoever sends an event writes no line of the log by it', async () => {
  await using receiving = await withBasic()
  const { authorization } = receiving
  await receiving.post(event('1234', { eventType: 'x\nicims-connector: all is well' }), { authorization })
  expect(receiving.refused).toEqual([expect.stringContaining('x?icims-connector: all is well')])
})

test('a request for a token that never ends is not read to its end', async () => {
  await using receiving = await createReceiving({ type: 'oauth' })
  const { connector, integrationId } = receiving
  const setup = await connector.administration.eventSetup(integrationId)
  let sent = 0
  const body = new ReadableStream({
    pull(stream) {
      sent += 100_000
      stream.enqueue(new Uint8Array(100_000))
    },
  })
  const request = new Request(`https://connector.example.com${setup!.tokenPath}`, {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await connector.fetch(request)).status).toBe(413)
  expect(sent).toBeLessThan(3_000_000)
})

/** What a signed event was, caught on its way. */
async function signedEvent(receiving: Receiving): Promise<Request> {
  let caught: Request | undefined
  const { simulator, connector } = receiving
  const { fetch } = connector
  connector.fetch = async (request) => {
    caught = request.clone() as Request
    return new Response(null, { status: 503 })
  }
  receiving.move(receiving.workflows[0]!, review)
  await simulator.delivered()
  connector.fetch = fetch
  return caught!
}

test('a signed event is refused once it is stale, when its body was changed, and at another address', async () => {
  await using receiving = await createReceiving()
  const { connector, clock } = receiving
  const request = await signedEvent(receiving)
  const body = await request.text()
  const send = async (text: string, url = request.url): Promise<number> =>
    (await connector.fetch(new Request(url, { method: 'POST', headers: request.headers, body: text }))).status
  expect(await send(body.replace('"userId"', '"userid"'))).toBe(401)
  expect(await send(body, `${request.url}?a=1`)).toBe(401)
  const forge = (from: string, to: string): Headers => {
    const headers = new Headers(request.headers)
    headers.set('authorization', headers.get('authorization')!.replace(new RegExp(from), to))
    return headers
  }
  for (const headers of [forge('user=[^,]+', 'user=icims'), forge('.{8}$', '00000000')]) {
    const answer = await connector.fetch(new Request(request.url, { method: 'POST', headers, body }))
    expect(answer.status).toBe(401)
  }
  expect(await send(body)).toBe(200)
  clock.advance(6 * 60_000)
  expect(await send(body)).toBe(401)
})

test('a token of the connector opens for a day, and no other one does', async () => {
  await using receiving = await createReceiving({ type: 'oauth' })
  const { connector, integrationId, clock } = receiving
  const setup = (await connector.administration.eventSetup(integrationId))!
  const ask = (client_secret: string): Promise<Response> =>
    connector.fetch(
      new Request(`https://connector.example.com${setup.tokenPath}`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: setup.name, client_secret }),
      }),
    )
  expect((await ask('wrong')).status).toBe(401)
  const { access_token: token, expires_in: seconds } = (await (await ask(secret)).json()) as Record<string, unknown>
  const statusWith = async (bearer: unknown): Promise<number> =>
    (await receiving.post(event(), { authorization: `Bearer ${bearer}` })).status
  expect([seconds, await statusWith(token), await statusWith(`9${token}`)]).toEqual([86_400, 200, 401])
  clock.advance(86_400_000)
  expect(await statusWith(token)).toBe(401)
})
