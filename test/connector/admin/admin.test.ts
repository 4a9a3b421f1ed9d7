import { expect, test } from 'vitest'
import type { Connector } from '../../../connector/index.ts'
import { endSaga, insertSaga } from '../../../connector/store/sagas.ts'
import type { Store } from '../../../connector/store/store.ts'
import { createConnector } from '../../connector.ts'
import { encryptionKey } from '../../pair.ts'
import { asFetch, createTenant, icimsOrigin } from '../../tenant.ts'
import { call as callApi, createTwoCustomers } from '../two-customers.ts'

const token = 'a-long-admin-token'
const password = 'connector-password'
const secret = 'a-webhook-secret-of-mine'

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
type Answer = { status: number; body: any }

/** Every text that the administration answered. */
const told: string[] = []

async function call(
  connector: Connector,
  method: string,
  path: string,
  body?: unknown,
  bearer = token,
): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${bearer}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const json = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await connector.fetch(new Request(`http://127.0.0.1/admin/v1${path}`, { method, headers, ...json }))
  const text = await answer.text()
  told.push(text)
  return { status: answer.status, body: JSON.parse(text) }
}

async function createAdmin() {
  const simulator = await createTenant({ people: 24 })
  const connector = await createConnector({
    adminToken: token,
    encryptionKey,
    clock: { now: () => new Date(simulator.tenant.clock.now()), sleep: async () => {} },
    fetch: asFetch((request) => simulator.fetch(request)),
    webhooks: { send: async () => ({ status: 200, error: null }) as never },
  })
  const close = async (): Promise<void> => {
    await connector.close()
    await simulator.close()
  }
  return { simulator, connector, [Symbol.asyncDispose]: close }
}

const customer = {
  customer_id: '1234',
  base_url: icimsOrigin,
  auth: { type: 'basic', username: 'connector', password },
}

/** Every row that administration writes. */
async function stateOf({ database }: Store): Promise<unknown> {
  const tables = ['integration', 'secret', 'api_key', 'webhook_target', 'webhook_event', 'tracked_application']
  return Promise.all(tables.map((table) => database.selectFrom(table).selectAll().execute()))
}

test('without a token there is no administration, whatever is sent', async () => {
  await using connector = await createConnector({ encryptionKey, apiKey: token })
  for (const path of ['/integrations', '/api-keys', '/openapi.json']) {
    expect(await call(connector, 'GET', path)).toMatchObject({ status: 404 })
  }
})

test('the token alone opens it: no API key does, and it opens nothing of the unified API', async () => {
  await using both = await createTwoCustomers('memory', { adminToken: token, apiKey: 'fixed-api-key' })
  const { connector, one } = both
  for (const wrong of [one.key, 'fixed-api-key', token.slice(1), `${token}x`, '']) {
    const answer = await call(connector, 'GET', '/integrations', undefined, wrong)
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'PLATFORM.AUTHENTICATION_INVALID' } } })
  }
  expect(await call(connector, 'GET', '/integrations')).toMatchObject({ status: 200, body: { data: [{}, {}] } })
  expect((await callApi(connector, token, one.integrationId, '/ats/jobs')).status).toBe(401)
})

test('an integration is added, synced, paused, resumed, changed and removed', async () => {
  await using admin = await createAdmin()
  const { connector } = admin
  const added = await call(connector, 'POST', '/integrations', {
    ...customer,
    settings: { outcomes: { C2040: 'HIRED' } },
  })
  expect(added).toMatchObject({
    status: 200,
    body: { data: { customer_id: '1234', account: 'basic connector', status: 'ACTIVE', environment_id: 'local' } },
  })
  const { id } = added.body.data
  const [known] = await connector.integrations()
  expect(id).toBe(`icims:${known!.id}`)
  expect(known!.settings.outcomes).toEqual({ C2040: 'HIRED' })
  expect(await connector.sync(known!.id)).toMatchObject({ state: 'SUCCEEDED' })
  const paused = await call(connector, 'PUT', `/integrations/${id}/enabled`, { value: false })
  expect(paused.body.data.status).toBe('INACTIVE')
  await expect(connector.sync(known!.id)).rejects.toThrow('paused')
  await call(connector, 'PUT', `/integrations/${id}/enabled`, { value: true })
  const changed = await call(connector, 'PATCH', `/integrations/${known!.id}`, { sync: { createdOnly: true } })
  expect(changed.body.data).toMatchObject({ sync: { createdOnly: true }, settings: { outcomes: { C2040: 'HIRED' } } })
  const adopted = await call(connector, 'POST', `/integrations/${id}/adopted-applications`, { workflow_ids: ['10001'] })
  expect(adopted.body.data).toEqual({ adopted: 1 })
  expect(await call(connector, 'DELETE', `/integrations/${id}`)).toMatchObject({ status: 200 })
  expect((await call(connector, 'GET', '/integrations')).body.data).toEqual([])
  expect((await call(connector, 'GET', `/integrations/${id}`)).status).toBe(404)
})

test('new credentials are those of the next sync', async () => {
  await using admin = await createAdmin()
  const { connector } = admin
  const wrong = { ...customer, auth: { ...customer.auth, password: 'a-wrong-password' } }
  const { id } = (await call(connector, 'POST', '/integrations', wrong)).body.data
  const sync = () => connector.sync(id.replace('icims:', ''))
  expect(await sync()).toMatchObject({ state: 'AUTHENTICATION_FAILED' })
  expect(await call(connector, 'PUT', `/integrations/${id}/credentials`, customer.auth)).toMatchObject({ status: 200 })
  expect(await sync()).toMatchObject({ state: 'SUCCEEDED' })
  const oauth = { type: 'oauth', client_id: 'a-client', client_secret: 'a-client-secret' }
  await call(connector, 'PUT', `/integrations/${id}/credentials`, oauth)
  expect((await call(connector, 'GET', `/integrations/${id}`)).body.data.account).toBe('oauth a-client')
})

test('a key opens its own environment from when it is made until it is revoked', async () => {
  await using both = await createTwoCustomers('memory', { adminToken: token })
  const { connector, one, two } = both
  const made = await call(connector, 'POST', '/api-keys', { environment_id: 'staging', name: 'for tests' })
  const { id, key } = made.body.data
  const opened = async (integrationId: string) =>
    (await callApi(connector, key, integrationId, `/integrations/icims:${integrationId}`)).status
  expect(await opened(two.integrationId)).toBe(200)
  expect(await opened(one.integrationId)).toBe(404)
  const listed = (await call(connector, 'GET', '/api-keys')).body.data
  expect(listed).toContainEqual(
    expect.objectContaining({ id, environment_id: 'staging', name: 'for tests', revoked_at: null }),
  )
  expect(JSON.stringify(listed)).not.toContain(key)
  expect(await call(connector, 'DELETE', `/api-keys/${id}`)).toMatchObject({ status: 200 })
  expect(await opened(two.integrationId)).toBe(401)
  expect(await call(connector, 'DELETE', `/api-keys/${id}`)).toMatchObject({ status: 400 })
})

test('webhook targets are added, listed and removed; a secret is told only where it was made here', async () => {
  await using admin = await createAdmin()
  const { connector } = admin
  const given = { url: 'https://client.example.com/hook', types: ['data-changed'], environment_id: 'production' }
  const made = await call(connector, 'POST', '/webhooks', given)
  expect(made.body.data.secret).toMatch(/^[\w-]{43}$/)
  const own = await call(connector, 'POST', '/webhooks', { ...given, secret })
  expect(own.body.data).not.toHaveProperty('secret')
  const { data } = (await call(connector, 'GET', '/webhooks')).body
  expect(data).toMatchObject([given, given])
  expect(data.map(({ id }: { id: string }) => id).sort()).toEqual([made.body.data.id, own.body.data.id].sort())
  expect(JSON.stringify(data)).not.toContain('secret')
  for (const { id } of data) await call(connector, 'DELETE', `/webhooks/${id}`)
  expect((await call(connector, 'GET', '/webhooks')).body.data).toEqual([])
  expect((await call(connector, 'GET', '/webhooks/dead-letters')).body.data).toEqual([])
  expect((await call(connector, 'POST', '/webhooks/dead-letters/resend', {})).body.data).toEqual({ resent: 0 })
})

test.each<[string, string, string, unknown, RegExp]>([
  ['no JSON', 'POST', '/integrations', '{', /not valid JSON/],
  ['a field that is not known', 'POST', '/integrations', { ...customer, extra: 1 }, /extra/],
  ['no credentials', 'POST', '/integrations', { ...customer, auth: undefined }, /auth/],
  ['credentials of another kind', 'POST', '/integrations', { ...customer, auth: { type: 'none' } }, /auth/],
  [
    'an address with a password',
    'POST',
    '/integrations',
    { ...customer, base_url: 'https://a:b@c.example' },
    /base_url/,
  ],
  ['a customer that is no number', 'POST', '/integrations', { ...customer, customer_id: 'x' }, /customer_id/],
  ['settings that cannot be', 'POST', '/integrations', { ...customer, settings: { portals: 1 } }, /settings\.portals/],
  ['an environment that cannot be', 'POST', '/api-keys', { environment_id: 'a b' }, /environment/],
  [
    'a webhook of this machine',
    'POST',
    '/webhooks',
    { url: 'https://127.0.0.1/hook' },
    /127\.0\.0\.1|public|loopback|own/i,
  ],
  [
    'a webhook without a secret that is long enough',
    'POST',
    '/webhooks',
    { url: 'https://c.example.com', secret: 'x' },
    /16/,
  ],
  ['a webhook type that there is not', 'POST', '/webhooks', { url: 'https://c.example.com', types: ['x'] }, /types/],
  ['a key that there is not', 'DELETE', '/api-keys/nope', undefined, /no key nope/],
  ['a target that there is not', 'DELETE', '/webhooks/nope', undefined, /no webhook target nope/],
])('%s is refused and changes nothing', async (_, method, path, body, message) => {
  await using admin = await createAdmin()
  const { connector } = admin
  const before = await stateOf(connector.store)
  const answer = await call(connector, method, path, body)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  expect(answer.body.error.message).toMatch(message)
  expect(await stateOf(connector.store)).toEqual(before)
})

test('what is refused of an integration that is there changes nothing', async () => {
  await using admin = await createAdmin()
  const { connector } = admin
  const { id } = (await call(connector, 'POST', '/integrations', customer)).body.data
  const before = await stateOf(connector.store)
  const refused: [string, string, unknown, number][] = [
    ['POST', '/integrations', customer, 400],
    ['PATCH', `/integrations/${id}`, { sync: { createdOnly: true, candidateCutoff: { days: 3 } } }, 400],
    ['PUT', `/integrations/${id}/enabled`, { value: 'no' }, 400],
    ['PUT', `/integrations/${id}/credentials`, { type: 'basic', username: 'u' }, 400],
    ['POST', `/integrations/${id}/adopted-applications`, { workflow_ids: ['1', 'x'] }, 400],
    ['PUT', '/integrations/icims:nope/enabled', { value: false }, 404],
    ['PUT', '/integrations/nope/credentials', customer.auth, 404],
    ['DELETE', '/integrations/nope', undefined, 404],
    ['GET', '/nope', undefined, 404],
  ]
  for (const [method, path, body, status] of refused) {
    expect((await call(connector, method, path, body)).status, `${method} ${path}`).toBe(status)
  }
  expect(await stateOf(connector.store)).toEqual(before)
})

test('actions that are not done are listed, with what is in iCIMS and what to do, by integration and state', async () => {
  await using both = await createTwoCustomers('memory', { adminToken: token })
  const { connector, one, two } = both
  const at = '2026-01-15T12:00:00.000Z'
  const more = { hash: 'h', owner: 'o', until: at, input: { personId: '71', cv: 'secret bytes' } }
  for (const [integrationId, key] of [
    [one.integrationId, 'open'],
    [one.integrationId, 'reported'],
    [two.integrationId, 'theirs'],
  ] as const) {
    const action = 'ats_add_candidate_attachment'
    const made = (await insertSaga(connector.store, { ...more, integrationId, action, key }, at))!
    const answer = { code: 'REMOTE.INPUT_INVALID', message: 'Too old.' }
    if (key === 'reported') {
      made.journal.steps.resume = { since: at, isWithoutEffect: true }
      await endSaga(connector.store, made, { state: 'REPORTED', answer, message: 'Too old.', at })
    }
  }
  const mine = `integration_id=icims:${one.integrationId}`
  const reported = await call(connector, 'GET', `/actions?${mine}&state=REPORTED`)
  expect(reported.body.data).toEqual([
    {
      id: expect.stringMatching(/^\w{24}$/),
      integration_id: `icims:${one.integrationId}`,
      action: 'ats_add_candidate_attachment',
      state: 'REPORTED',
      subject: 'person 71',
      step: { name: 'resume', state: 'without effect' },
      wrote: [],
      why: 'Too old.',
      advice: expect.stringMatching(/another Idempotency-Key.*person 71/),
      attempts: 0,
      due_at: null,
      created_at: at,
      updated_at: at,
    },
  ])
  expect((await call(connector, 'GET', `/actions?${mine}`)).body.data).toHaveLength(2)
  expect((await call(connector, 'GET', '/actions')).body.data).toHaveLength(3)
  expect((await call(connector, 'GET', '/actions?limit=1')).body.data).toHaveLength(1)
  for (const wrong of ['state=DONE', 'limit=0', 'limit=1001', 'limit=x']) {
    const answer = await call(connector, 'GET', `/actions?${wrong}`)
    expect([wrong, answer.status, answer.body.error.code]).toEqual([wrong, 400, 'PLATFORM.INPUT_INVALID'])
  }
  expect((await call(connector, 'GET', '/actions?integration_id=nobody')).status).toBe(404)
})

test('its document names every route, and no answer holds a password or a secret that was sent', async () => {
  await using admin = await createAdmin()
  const { paths } = (await call(admin.connector, 'GET', '/openapi.json')).body
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/admin/v1', '')}`),
  )
  expect(routes.sort()).toEqual([
    'DELETE /api-keys/{id}',
    'DELETE /integrations/{id}',
    'DELETE /webhooks/{id}',
    'GET /actions',
    'GET /api-keys',
    'GET /integrations',
    'GET /integrations/{id}',
    'GET /webhooks',
    'GET /webhooks/dead-letters',
    'PATCH /integrations/{id}',
    'POST /api-keys',
    'POST /integrations',
    'POST /integrations/{id}/adopted-applications',
    'POST /webhooks',
    'POST /webhooks/dead-letters/resend',
    'PUT /integrations/{id}/credentials',
    'PUT /integrations/{id}/enabled',
  ])
  const { connector } = admin
  await call(connector, 'POST', '/integrations', customer)
  await call(connector, 'POST', '/webhooks', { url: 'https://client.example.com/hook', secret })
  await call(connector, 'POST', '/integrations', { ...customer, auth: { ...customer.auth, password: [password] } })
  const leaked = told.filter((text) => [password, secret, 'a-client-secret', token].some((word) => text.includes(word)))
  expect(leaked).toEqual([])
})
