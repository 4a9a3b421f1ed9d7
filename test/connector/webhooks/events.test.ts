import * as sdk from '@kombo-api/sdk/models'
import { expect, test } from 'vitest'
import { modelNames } from '../../../connector/store/tables.ts'
import { namedBy, toWireEndUser, webhookTypes } from '../../../connector/webhooks/event.ts'
import { recordEvent } from '../../../connector/webhooks/outbox.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { databases } from '../databases.ts'
import { createTwoCustomers } from '../two-customers.ts'
import { createReceiver, isSigned, type Received } from './receiver.ts'

const url = 'https://client.example.com/hook'
const hour = 3_600_000

/** What the official SDK's own schemas say of a payload. */
const schemas: Record<string, (text: string) => { ok: boolean; error?: unknown }> = {
  'data-changed': sdk.dataChangedWebhookPayloadFromJSON,
  'sync-finished': sdk.syncFinishedWebhookPayloadFromJSON,
  'integration-created': sdk.integrationCreatedWebhookPayloadFromJSON,
  'integration-deleted': sdk.integrationDeletedWebhookPayloadFromJSON,
  'integration-state-changed': sdk.integrationStateChangedWebhookPayloadFromJSON,
  'connection-flow-failed': sdk.connectionFlowFailedWebhookPayloadFromJSON,
  'assessment:order-received': sdk.assessmentOrderReceivedWebhookPayloadFromJSON,
  'inline-assessment:order-received': sdk.inlineAssessmentOrderReceivedWebhookPayloadFromJSON,
}

function expectFit({ type, body }: Received): void {
  const read = schemas[type]!(body)
  expect(read.ok, `${type}: ${read.error}`).toBe(true)
}

/** A pair with one target for everything. `deliver` sends what is due and gives what arrived since the last time. */
async function createListening(options: Parameters<typeof createPair>[0] = {}) {
  const clock = createFrozenClock()
  const receiver = createReceiver()
  const pair = await createPair({
    simulator: { people: 24, clock },
    ...options,
    connector: { ...options.connector, webhooks: { send: receiver.send } },
  })
  const target = await pair.connector.administration.addWebhook({ url })
  const deliver = async (): Promise<Received[]> => {
    receiver.received.length = 0
    while ((await pair.connector.deliverWebhooks()) > 0);
    return [...receiver.received]
  }
  return { clock, receiver, pair, target, deliver, [Symbol.asyncDispose]: () => pair[Symbol.asyncDispose]() }
}

const dataOf = (received: readonly Received[], type: string): unknown[] =>
  received.filter((one) => one.type === type).map(({ data }) => data)

for (const { name, open } of databases) {
  test(`${name}: a sync tells which models changed and how it ended, in the shapes of the official SDK`, async () => {
    await using one = await createListening({ connector: { database: await open() } })
    const { pair, clock, target, deliver } = one
    const id = `icims:${pair.integrationId}`
    const first = await pair.connector.sync(pair.integrationId)
    const received = await deliver()
    received.forEach(expectFit)
    expect(received.every((webhook) => isSigned(webhook, target.secret))).toBe(true)
    expect(received.map(({ type }) => type).sort()).toEqual([
      'data-changed',
      'integration-state-changed',
      'sync-finished',
    ])
    expect(dataOf(received, 'sync-finished')).toMatchObject([
      { sync_id: first.runId, sync_state: 'SUCCEEDED', integration_id: id, integration_tool: 'icims' },
    ])
    // The first complete sync ends the setup.
    expect(dataOf(received, 'integration-state-changed')).toMatchObject([
      { integration_id: id, setup_status: 'COMPLETED', state: 'ACTIVE', qa_status: 'PASSED' },
    ])
    clock.advance(hour)
    await pair.icims('PATCH', '/people/20', { lastname: 'Changed' })
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    const later = await deliver()
    expect(later.map(({ type }) => type)).toEqual(['data-changed', 'sync-finished'])
    expect(dataOf(later, 'data-changed')).toEqual([
      {
        integration_id: id,
        integration_tool: 'icims',
        integration_category: 'ATS',
        changed_models: [{ name: 'ats_candidates' }],
      },
    ])
    clock.advance(hour)
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    expect((await deliver()).map(({ type }) => type)).toEqual(['sync-finished'])
    expect(await deliver()).toEqual([])
  })

  test(`${name}: what an attempt that failed has stored is told at its end, and the rest by the next`, async () => {
    let refusing = false
    await using one = await createListening({ connector: { database: await open() } })
    const { pair, deliver, clock } = one
    const { simulator } = pair
    const broken = simulator.fetch.bind(simulator)
    simulator.fetch = async (request) =>
      refusing && request.url.includes('/applicantworkflows/') ? Response.error() : broken(request)
    await pair.connector.sync(pair.integrationId)
    await deliver()
    clock.advance(hour)
    for (const [path, body] of [
      ['/people/20', { lastname: 'Changed' }],
      ['/applicantworkflows/10001', { status: { id: 'C2040' } }],
    ] as const) {
      expect((await pair.icims('PATCH', path, body)).status).toBeLessThan(300)
    }
    refusing = true
    const failed = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    expect(failed.state).toBe('FAILED')
    const names = (received: Received[]) =>
      (dataOf(received, 'data-changed') as { changed_models: { name: string }[] }[]).flatMap(({ changed_models }) =>
        changed_models.map(({ name }) => name),
      )
    const first = await deliver()
    expect(names(first)).toEqual(['ats_candidates'])
    expect(dataOf(first, 'sync-finished')).toMatchObject([{ sync_id: failed.runId, sync_state: 'FAILED' }])
    refusing = false
    clock.advance(hour)
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    const second = await deliver()
    expect(names(second)).toContain('ats_applications')
    expect(names(second)).not.toContain('ats_candidates')
    expect(dataOf(second, 'sync-finished')).toMatchObject([{ sync_id: failed.runId, sync_state: 'SUCCEEDED' }])
  })

  test(`${name}: integrations that come, pause, go on and go are told to their own environment only`, async () => {
    const receiver = createReceiver()
    await using both = await createTwoCustomers(await open(), { webhooks: { send: receiver.send } })
    const { connector, one, two } = both
    const { administration } = connector
    await administration.addWebhook({ url, environmentId: 'production' })
    await administration.addWebhook({
      url: `${url}-deleted`,
      environmentId: 'production',
      types: ['integration-deleted'],
    })
    const auth = { type: 'basic', username: 'u', password: 'p' } as const
    const endUser = { organizationName: 'Acme', creatorEmail: 'a@example.com', originId: '7' }
    const base = { customerId: '9', baseUrl: 'https://api.icims.com', auth, environmentId: 'production', endUser }
    const added = await administration.addIntegration(base)
    await administration.setEnabled(added.id, false)
    await administration.setEnabled(added.id, false)
    await administration.setEnabled(added.id, true)
    await administration.removeIntegration(added.id)
    await administration.setEnabled(two.integrationId, false)
    await administration.removeIntegration(two.integrationId)
    while ((await connector.deliverWebhooks()) > 0);
    receiver.received.forEach(expectFit)
    const end_user = { organization_name: 'Acme', creator_email: 'a@example.com', origin_id: '7' }
    const described = { id: `icims:${added.id}`, tool: 'icims', category: 'ATS', end_user }
    const toAll = receiver.received.filter((webhook) => webhook.url === url)
    expect(dataOf(toAll, 'integration-created')).toEqual([described])
    expect(dataOf(toAll, 'integration-deleted')).toEqual([{ ...described, deleted_at: expect.any(String) }])
    const states = dataOf(toAll, 'integration-state-changed') as { state: string; setup_status: string }[]
    expect(states.map(({ state }) => state).sort()).toEqual(['ACTIVE', 'INACTIVE'])
    expect(states.map(({ setup_status }) => setup_status)).toEqual(['FINAL_SYNC_PENDING', 'FINAL_SYNC_PENDING'])
    expect(receiver.received.filter((webhook) => webhook.url !== url).map(({ type }) => type)).toEqual([
      'integration-deleted',
    ])
    expect(JSON.stringify(receiver.received)).not.toContain(two.integrationId)
    expect(JSON.stringify(receiver.received)).not.toContain(one.integrationId)
  })
}

test('an integration is invalid after three days of refused credentials, and back with the first it takes', async () => {
  await using one = await createListening()
  const { pair, clock, deliver } = one
  const { connector, integrationId, simulator } = pair
  await connector.sync(integrationId)
  await deliver()
  const { username, password } = simulator.coordinates.users[1]!
  await connector.administration.rotateCredentials(integrationId, { type: 'basic', username, password: 'wrong' })
  const states: unknown[] = []
  const tryOnce = async (): Promise<string> => {
    const { state } = await connector.sync(integrationId, { type: 'DELTA' })
    const received = await deliver()
    received.forEach(expectFit)
    states.push(...(dataOf(received, 'integration-state-changed') as { state: string }[]).map((data) => data.state))
    return state
  }
  for (let passed = 0; passed < 72; passed += 3) {
    expect(await tryOnce()).toBe('AUTHENTICATION_FAILED')
    clock.advance(3 * hour)
  }
  expect(states).toEqual([])
  expect(await tryOnce()).toBe('AUTHENTICATION_FAILED')
  expect(states).toEqual(['INVALID'])
  expect((await connector.integrations())[0]).toMatchObject({ state: 'INVALID' })
  clock.advance(3 * hour)
  await tryOnce()
  expect(states).toEqual(['INVALID'])
  await connector.administration.rotateCredentials(integrationId, { type: 'basic', username, password })
  expect(await tryOnce()).toBe('SUCCEEDED')
  expect(states).toEqual(['INVALID', 'ACTIVE'])
  expect((await connector.integrations())[0]).toMatchObject({ state: 'ACTIVE', failingSince: null })
})

test('a server that is down says nothing of the credentials', async () => {
  let isDown = true
  await using pair = await createPair({ simulator: { people: 3 } })
  const { simulator } = pair as Pair
  const up = simulator.fetch.bind(simulator)
  simulator.fetch = async (request) => (isDown ? new Response('', { status: 503 }) : up(request))
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'FAILED' })
  expect((await pair.connector.integrations())[0]).toMatchObject({ state: 'ACTIVE', failingSince: null })
  isDown = false
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'SUCCEEDED' })
})

test('every model and every type of webhook is one that the official SDK knows', async () => {
  const integration = { integration_id: 'icims:x', integration_tool: 'icims', integration_category: 'ATS' }
  for (const name of modelNames) {
    const data = { ...integration, changed_models: [{ name }] }
    expect(schemas['data-changed']!(JSON.stringify({ id: '1', type: 'data-changed', data })).ok, name).toBe(true)
  }
  expect(Object.keys(schemas).sort()).toEqual([...webhookTypes].sort())
  await using one = await createListening()
  const [kept] = await one.pair.connector.integrations()
  const { integration_id: _, ...named } = namedBy(kept!)
  await recordEvent(one.pair.connector.store, 'local', 'connection-flow-failed', {
    cause: 'a link that was left',
    data: { ...named, end_user: toWireEndUser(kept!.endUser), log_url: '' },
    at: new Date(one.clock.now()).toISOString(),
  })
  const received = await one.deliver()
  expect(received.map(({ type }) => type)).toEqual(['connection-flow-failed'])
  received.forEach(expectFit)
})
