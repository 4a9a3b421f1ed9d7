import { expect, test } from 'vitest'
import { claim, countDeliveries, listDue } from '../../../connector/store/deliveries.ts'
import { maxAttempts, retryWait } from '../../../connector/webhooks/deliver.ts'
import { recordEvent } from '../../../connector/webhooks/outbox.ts'
import { createConnector } from '../../connector.ts'
import { encryptionKey } from '../../pair.ts'
import { databases, type TestDatabase } from '../databases.ts'
import { createReceiver, isSigned } from './receiver.ts'

const url = 'https://client.example.com/hook'
const start = Date.parse('2026-01-15T12:00:00Z')
const endUser = { organization_name: 'Acme', creator_email: null, origin_id: null }
const data = { id: 'icims:1', tool: 'icims', category: 'ATS', end_user: endUser } as const

async function createDelivering(open: TestDatabase['open']) {
  let now = start
  const receiver = createReceiver()
  const connector = await createConnector({
    database: await open(),
    encryptionKey,
    clock: { now: () => new Date(now), sleep: async () => {} },
    random: () => 0.5,
    webhooks: { send: receiver.send },
  })
  const at = (): string => new Date(now).toISOString()
  return {
    connector,
    receiver,
    administration: connector.administration,
    advance(milliseconds: number) {
      now += milliseconds
    },
    record: (cause: string, store = connector.store) =>
      recordEvent(store, 'local', 'integration-created', { cause, data, at: at() }),
    at,
    [Symbol.asyncDispose]: () => connector.close(),
  }
}

for (const { name, open } of databases) {
  test(`${name}: a target gets what it asked for, signed with its own secret`, async () => {
    await using one = await createDelivering(open)
    const all = await one.administration.addWebhook({ url, secret: 'a secret of its own' })
    const some = await one.administration.addWebhook({ url: `${url}-some`, types: ['integration-created'] })
    await one.administration.addWebhook({ url: `${url}-none`, types: ['data-changed'] })
    await one.administration.addWebhook({ url: `${url}-elsewhere`, environmentId: 'staging' })
    await one.record('first')
    await one.record('first')
    expect(await one.connector.deliverWebhooks()).toBe(2)
    expect(await one.connector.deliverWebhooks()).toBe(0)
    const [first, second] = one.receiver.received.sort((a, b) => a.url.length - b.url.length)
    expect([first!.url, second!.url]).toEqual([url, `${url}-some`])
    expect(isSigned(first!, 'a secret of its own')).toBe(true)
    expect(isSigned(second!, some.secret)).toBe(true)
    expect(some.secret).toMatch(/^[\w-]{43}$/)
    expect(first!.body).toBe(second!.body)
    expect(JSON.parse(first!.body)).toEqual({
      id: expect.stringMatching(/^\w{24}$/),
      type: 'integration-created',
      data,
    })
    expect(first!.headers).toMatchObject({ 'content-type': 'application/json' })
    const kept = await one.connector.store.database.selectFrom('webhook_target').selectAll().execute()
    const secrets = await one.connector.store.database.selectFrom('secret').selectAll().execute()
    expect(JSON.stringify([kept, secrets])).not.toMatch(`a secret of its own|${some.secret}`)
    expect(JSON.stringify(await one.administration.listWebhooks())).not.toContain('secret')
    await one.administration.removeWebhook(all.id)
    await one.record('second')
    await one.connector.deliverWebhooks()
    expect(one.receiver.received.slice(2).map((webhook) => webhook.url)).toEqual([`${url}-some`])
  })

  test(`${name}: what is not taken back is told, and what is taken back is not`, async () => {
    await using one = await createDelivering(open)
    await one.administration.addWebhook({ url })
    const undone = one.connector.store.transaction(async (inner) => {
      await one.record('undone', inner)
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    await one.connector.store.transaction((inner) => one.record('done', inner))
    expect(await one.connector.deliverWebhooks()).toBe(1)
  })

  test(`${name}: a refused webhook is tried again, later each time, given up at last, and sent when asked for`, async () => {
    await using one = await createDelivering(open)
    const target = await one.administration.addWebhook({ url })
    await one.record('first')
    one.receiver.answer = { status: 500, error: 'it answered 500' }
    const waits: number[] = []
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      expect(await one.connector.deliverWebhooks(), `attempt ${attempt}`).toBe(1)
      expect(await one.connector.deliverWebhooks()).toBe(0)
      if (attempt === maxAttempts) break
      waits.push(retryWait(attempt, () => 0.5))
      one.advance(waits.at(-1)! - 1)
      expect(await one.connector.deliverWebhooks()).toBe(0)
      one.advance(1)
    }
    expect(waits.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000])
    expect(waits.at(-1)).toBe(6 * 3_600_000)
    one.advance(29 * 86_400_000)
    expect(await one.connector.deliverWebhooks()).toBe(0)
    expect(one.receiver.received).toHaveLength(maxAttempts)
    expect(new Set(one.receiver.received.map(({ body }) => body)).size).toBe(1)
    const dead = await one.administration.listDeadLetters()
    expect(dead).toMatchObject([{ url, type: 'integration-created', state: 'DEAD', attempts: maxAttempts }])
    const log = await one.administration.listDeliveries(3)
    expect(log).toHaveLength(3)
    expect(log[0]).toMatchObject({ targetId: target.id, status: 500, error: 'it answered 500', milliseconds: 0 })
    expect(log[0]!.at > log[1]!.at).toBe(true)
    expect(await one.administration.resendWebhooks({ targetId: 'nobody' })).toBe(0)
    expect(await one.administration.resendWebhooks({ targetId: target.id })).toBe(1)
    one.receiver.answer = { status: 200, error: null }
    expect(await one.connector.deliverWebhooks()).toBe(1)
    expect(await one.administration.listDeadLetters()).toEqual([])
    expect(await countDeliveries(one.connector.store, 'DELIVERED')).toBe(1)
    expect(await one.administration.resendWebhooks({ eventId: dead[0]!.eventId })).toBe(1)
    expect(await one.connector.deliverWebhooks()).toBe(1)
  })

  test(`${name}: a process that dies while it sends leaves the webhook to another, later`, async () => {
    await using one = await createDelivering(open)
    await one.administration.addWebhook({ url })
    await one.record('first')
    const { store } = one.connector
    const [due] = await listDue(store, one.at(), 10)
    const until = new Date(start + 60_000).toISOString()
    expect(await claim(store, due!, until)).toBe(true)
    expect(await claim(store, due!, until)).toBe(false)
    expect(await one.connector.deliverWebhooks()).toBe(0)
    one.advance(60_000)
    expect(await one.connector.deliverWebhooks()).toBe(1)
  })

  test(`${name}: what ended long ago is forgotten, and what waits is not`, async () => {
    await using one = await createDelivering(open)
    const target = await one.administration.addWebhook({ url })
    await one.record('old')
    await one.connector.deliverWebhooks()
    one.advance(31 * 86_400_000)
    await one.record('new')
    const counts = async () =>
      Promise.all(
        ['webhook_event', 'webhook_delivery', 'webhook_attempt'].map(
          async (table) => (await one.connector.store.database.selectFrom(table).selectAll().execute()).length,
        ),
      )
    expect(await counts()).toEqual([2, 2, 1])
    await one.connector.deliverWebhooks()
    expect(await counts()).toEqual([1, 1, 1])
    await one.administration.removeWebhook(target.id)
    expect(await counts()).toEqual([0, 0, 0])
    expect(await one.connector.store.database.selectFrom('secret').selectAll().execute()).toHaveLength(1)
  })
}

test('waits are spread by a fifth each way', () => {
  expect([0, 0.5, 1].map((chance) => retryWait(1, () => chance))).toEqual([24_000, 30_000, 36_000])
})

test('a target that fails holds up nobody else, and its own webhooks stay in order', async () => {
  await using one = await createDelivering(async () => 'memory')
  await one.administration.addWebhook({ url })
  await one.administration.addWebhook({ url: `${url}-other` })
  for (const cause of ['a', 'b', 'c']) {
    await one.record(cause)
    one.advance(1)
  }
  const { received, send } = one.receiver
  let failing = true
  one.receiver.answer = { status: 200, error: null }
  const answering: typeof send = async (to, headers, body) => {
    one.receiver.answer = to === url && failing ? { status: null, error: 'no' } : { status: 200, error: null }
    return send(to, headers, body)
  }
  const { deliverDue } = await import('../../../connector/webhooks/deliver.ts')
  const { createVault } = await import('../../../connector/store/vault.ts')
  const clock = { now: () => new Date(one.at()), sleep: async () => {} }
  const vault = createVault(Buffer.from(encryptionKey, 'hex'))
  const options = { store: one.connector.store, vault, clock, send: answering, random: () => 0.5 }
  expect(await deliverDue(options)).toBe(4)
  failing = false
  one.advance(3_600_000)
  while ((await deliverDue(options)) > 0);
  const order = (to: string) => received.filter((webhook) => webhook.url === to).map(({ body }) => JSON.parse(body).id)
  expect(order(`${url}-other`)).toHaveLength(3)
  expect(new Set(order(url))).toEqual(new Set(order(`${url}-other`)))
  expect(order(url)).toHaveLength(4)
})

test('a target that makes no sense is refused, and none is added', async () => {
  await using one = await createDelivering(async () => 'memory')
  const add = (given: object) => one.administration.addWebhook({ url, ...given })
  await expect(add({ url: 'nonsense' })).rejects.toMatchObject({ name: 'ForbiddenTargetError' })
  await expect(add({ url: 'http://169.254.169.254/latest/meta-data' })).rejects.toThrow(/no public address/)
  await expect(add({ types: ['data-change'] })).rejects.toThrow(/There is no webhook "data-change"/)
  await expect(add({ secret: 'short' })).rejects.toThrow(/16 characters/)
  await expect(add({ environmentId: '' })).rejects.toThrow(/no environment/)
  await expect(one.administration.removeWebhook('nobody')).rejects.toThrow('There is no webhook target nobody.')
  expect(await one.administration.listWebhooks()).toEqual([])
  expect(await one.connector.store.database.selectFrom('secret').selectAll().execute()).toHaveLength(1)
})
