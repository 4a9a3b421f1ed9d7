import { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { permissions } from '../../../connector/connect/permissions.ts'
import { createConnector } from '../../connector.ts'
import { apiKey, createPair, encryptionKey, type Pair } from '../../pair.ts'
import { activationOf, openPage, type Page, sendForm } from './pages.ts'

const json = { 'content-type': 'application/json' }
const asked = {
  end_user_email: 'admin@example.com',
  end_user_organization_name: 'Acme <b>&</b> "Sons"',
  end_user_origin_id: 'acme-1',
  integration_category: 'ATS',
  integration_tool: 'icims',
}
const account = {
  customer_id: '1234',
  region: 'us',
  method: 'basic',
  username: 'connector',
  password: 'connector-password',
}

/** A connector of no integration yet, whose iCIMS is the pair's. */
async function createUnconnected(options: Parameters<typeof createPair>[0] = {}): Promise<Pair> {
  const pair = await createPair({ simulator: { people: 24 }, ...options })
  await pair.connector.administration.removeIntegration(pair.integrationId)
  return pair
}

async function createLink(pair: Pair, more: object = {}): Promise<string> {
  const body = JSON.stringify({ ...asked, ...more })
  const answer = await pair.api('/connect/create-link', { method: 'POST', headers: json, body })
  expect(answer.status).toBe(200)
  return answer.body.data.link
}

async function openForm(pair: Pair, more: object = {}): Promise<Page> {
  const page = await openPage(pair.connector, await createLink(pair, more))
  expect(page.status).toBe(200)
  return page
}

test('the official SDK makes a link, the page connects, and the token tells the integration', async () => {
  await using pair = await createUnconnected()
  const { connector } = pair
  const kombo = new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    http_client: { request: (request: Request) => connector.fetch(request) } as never,
  })
  const { link } = (await kombo.connect.createConnectionLink(asked as never)).data
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1\/connect\?token=[1-9A-Za-z]{40,}$/)
  const form = await openPage(connector, `${link}&sdkv=1.3.0`)
  for (const { title, ask } of permissions) expect(form.html).toContain(ask.replaceAll("'", '&#39;') && title)
  expect(form.html).toContain('first name')
  expect(form.html).toContain('create application')
  const report = await sendForm(connector, form, account)
  expect(report.status).toBe(200)
  expect(report.html).toContain('Cedarline Health Group, cedarline.icims.com')
  expect(report.html).not.toContain('connector-password')
  expect(await connector.integrations()).toEqual([])
  const done = await sendForm(connector, report)
  expect(done.status).toBe(200)
  const token = activationOf(done)
  const found = await kombo.connect.getIntegrationByToken({ token })
  const [integration] = await connector.integrations()
  expect(found.data).toEqual({
    tool: 'icims',
    id: `icims:${integration!.id}`,
    end_user_origin_id: 'acme-1',
    end_user_organization_name: asked.end_user_organization_name,
    end_user_email: 'admin@example.com',
    setup_status: 'FINAL_SYNC_PENDING',
  })
  // The first sync is queued already; another call is told of it.
  await connector.sync(integration!.id)
  expect((await kombo.connect.getIntegrationByToken({ token })).data.setup_status).toBe('COMPLETED')
  const old = await pair.api('/connect/activate-integration', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token }),
  })
  expect(old.body.data.id).toBe(`icims:${integration!.id}`)
  // No secret of it is left but the sealed one of the integration.
  const secrets = await connector.store.database.selectFrom('secret').select('name').execute()
  expect(secrets.filter(({ name }) => String(name).startsWith('connect:'))).toEqual([])
  const links = JSON.stringify(await connector.store.database.selectFrom('connect_link').selectAll().execute())
  expect(links).not.toContain(token)
  expect(links).not.toContain(link.split('token=')[1])
})

test.each([
  [
    'oauth',
    { method: 'oauth', client_id: 'connector-client', client_secret: 'connector-secret' },
    'oauth connector-client',
  ],
  ['basic', { ...account }, 'basic connector'],
])('an account that signs in by %s connects', async (_, fields, shown) => {
  await using pair = await createUnconnected()
  const report = await sendForm(pair.connector, await openForm(pair), { customer_id: '1234', region: 'us', ...fields })
  await sendForm(pair.connector, report)
  expect((await pair.connector.integrations())[0]).toMatchObject({ customerId: '1234', account: shown })
  await pair.connector.sync((await pair.connector.integrations())[0]!.id)
})

test('a link is used once, also by two at the same time', async () => {
  await using pair = await createUnconnected()
  const link = await createLink(pair)
  const report = await sendForm(pair.connector, await openPage(pair.connector, link), account)
  const both = await Promise.all([sendForm(pair.connector, report), sendForm(pair.connector, report)])
  expect(both.map(({ status }) => status).toSorted()).not.toEqual([200, 200])
  expect(await pair.connector.integrations()).toHaveLength(1)
  expect((await openPage(pair.connector, link)).status).toBe(410)
  expect((await sendForm(pair.connector, report)).status).toBe(410)
  await pair.connector.sync((await pair.connector.integrations())[0]!.id)
})

test('links expire: an embedded one after an hour, one for a mail after a year; a token after an hour', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  const clock = { now: () => new Date(now), sleep: async () => {} }
  await using pair = await createUnconnected({ simulator: { people: 3 }, connector: { clock } })
  const [embedded, mailed] = [await createLink(pair), await createLink(pair, { link_type: 'MAGIC_LINK' })]
  now += 3_600_000 - 1
  expect((await openPage(pair.connector, embedded)).status).toBe(200)
  now += 1
  expect((await openPage(pair.connector, embedded)).status).toBe(410)
  now += 364 * 86_400_000
  const form = await openPage(pair.connector, mailed)
  const report = await sendForm(pair.connector, form, account)
  // What was entered does not wait for ever.
  now += 3_600_000
  expect((await sendForm(pair.connector, report)).status).toBe(403)
  const again = await sendForm(pair.connector, await openPage(pair.connector, mailed), account)
  const done = await sendForm(pair.connector, again)
  const path = `/connect/integration-by-token/${activationOf(done)}`
  expect((await pair.api(path)).status).toBe(200)
  now += 3_600_000
  expect(await pair.api(path)).toMatchObject({
    status: 404,
    body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } },
  })
  now += 2 * 86_400_000
  expect((await openPage(pair.connector, mailed)).status).toBe(410)
  await pair.connector.sync((await pair.connector.integrations())[0]!.id)
})

test('a token tells nothing to the keys of another environment', async () => {
  await using pair = await createUnconnected()
  const report = await sendForm(pair.connector, await openForm(pair), account)
  const token = activationOf(await sendForm(pair.connector, report))
  const { key } = await pair.connector.administration.createApiKey({ environmentId: 'other' })
  const headers = { authorization: `Bearer ${key}` }
  expect((await pair.api(`/connect/integration-by-token/${token}`, { headers })).status).toBe(404)
  expect((await pair.api('/connect/integration-by-token/unknown')).status).toBe(404)
  await pair.connector.sync((await pair.connector.integrations())[0]!.id)
})

test('everything that others wrote is shown as text', async () => {
  await using pair = await createUnconnected()
  const form = await openForm(pair)
  expect(form.html).toContain('Acme &lt;b&gt;&amp;&lt;/b&gt; &quot;Sons&quot;')
  const script = '"><script>alert(1)</script>'
  const again = await sendForm(pair.connector, form, {
    customer_id: script,
    region: script,
    method: script,
    username: script,
  })
  expect(again.status).toBe(400)
  const [{ simulator }, answer] = [pair, pair.simulator.fetch.bind(pair.simulator)]
  simulator.fetch = async (request) =>
    /customers\/1234$/.test(request.url) ? Response.json({ name: script, platformUrl: script }) : answer(request)
  const report = await sendForm(pair.connector, form, account)
  for (const { html } of [form, again, report]) {
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain(script)
  }
})

test('mistakes are told field by field, and no secret is shown again', async () => {
  await using pair = await createUnconnected()
  const before = pair.simulator.tenant.journal.total
  const page = await sendForm(pair.connector, await openForm(pair), {
    customer_id: 'x12',
    region: 'moon',
    method: 'basic',
    username: '',
    password: 'a-secret-word\n',
  })
  expect(page.status).toBe(400)
  for (const name of ['customer_id', 'region', 'username', 'password']) expect(page.html).toContain(`href="#${name}"`)
  expect(page.html).toContain('value="x12"')
  expect(page.html).not.toContain('a-secret-word')
  expect(pair.simulator.tenant.journal.total).toBe(before)
})

test('an account that is refused is not connected, and a webhook tells of it', async () => {
  const sent: string[] = []
  const webhooks = {
    allowLoopback: true,
    send: async (_: string, __: object, body: string) => {
      sent.push(body)
      return { status: 200, error: null }
    },
  }
  await using pair = await createUnconnected({ connector: { webhooks } })
  const target = { url: 'https://client.example.com/', types: ['connection-flow-failed'] }
  await pair.connector.administration.addWebhook(target)
  const page = await sendForm(pair.connector, await openForm(pair), { ...account, password: 'not-the-password' })
  expect(page.status).toBe(400)
  expect(page.html).toContain('refused the credentials')
  expect(page.html).not.toContain('not-the-password')
  expect(page.html).not.toContain('action="/connect/activate"')
  await pair.connector.deliverWebhooks()
  expect(JSON.parse(sent[0]!)).toMatchObject({
    type: 'connection-flow-failed',
    data: { integration_tool: 'icims', end_user: { origin_id: 'acme-1' } },
  })
})

test('an account is connected only after it was tried out, and only so many are', async () => {
  await using pair = await createUnconnected({ simulator: { people: 0 } })
  const form = await openForm(pair)
  const straight = { ...form, html: form.html.replace('/connect/check', '/connect/activate') }
  expect((await sendForm(pair.connector, straight, account)).status).toBe(409)
  // A bad one takes the place of a good one.
  await sendForm(pair.connector, form, account)
  await sendForm(pair.connector, form, { ...account, password: 'wrong' })
  expect((await sendForm(pair.connector, straight)).status).toBe(409)
  for (let count = 0; count < 18; count++) await sendForm(pair.connector, form, { ...account, password: 'wrong' })
  expect((await sendForm(pair.connector, form, account)).status).toBe(429)
  expect(await pair.connector.integrations()).toEqual([])
})

test('a customer that is connected already is not connected again by somebody else', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const report = await sendForm(pair.connector, await openForm(pair), account)
  const refused = await sendForm(pair.connector, report)
  expect(refused.status).toBe(409)
  expect((await pair.connector.integrations())[0]!.endUser.originId).toBeNull()
})

test('a link of the integration takes new credentials of the same customer alone', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const { connector, integrationId } = pair
  await connector.administration.rotateCredentials(integrationId, {
    type: 'basic',
    username: 'connector',
    password: 'wrong',
  })
  await connector.administration.setEnabled(integrationId, false)
  const kombo = new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    http_client: { request: (request: Request) => connector.fetch(request) } as never,
  })
  const integration_id = `icims:${integrationId}`
  const { link } = (await kombo.general.createReconnectionLink({ integration_id, body: {} })).data
  const form = await openPage(connector, link)
  expect(form.html).not.toContain('name="customer_id"')
  // A customer id that is slipped in counts for nothing.
  const report = await sendForm(connector, form, { ...account, customer_id: '5678', region: 'eu' })
  const done = await sendForm(connector, report)
  const found = await kombo.connect.getIntegrationByToken({ token: activationOf(done) })
  expect(found.data.id).toBe(integration_id)
  expect(await connector.integrations()).toMatchObject([
    { customerId: '1234', baseUrl: 'https://api.icims.com', enabled: true },
  ])
  expect(await connector.sync(integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  await expect(
    kombo.general.createSetupLink({ integration_id, body: { link_type: 'EMBEDDED' } }),
  ).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
  const left = (await kombo.general.createReconnectionLink({ integration_id, body: { link_type: 'MAGIC_LINK' } })).data
    .link
  await connector.administration.removeIntegration(integrationId)
  expect((await openPage(connector, left)).status).toBe(410)
})

test('a form counts only from a page of ours', async () => {
  await using pair = await createUnconnected({ simulator: { people: 0 } })
  const form = await openForm(pair)
  const other = await openForm(pair)
  const csrfOf = ({ html }: Page) => /name="csrf" value="([^"]+)"/.exec(html)![1]!
  for (const page of [
    await sendForm(pair.connector, form, { ...account, csrf: 'x' }),
    await sendForm(pair.connector, form, { ...account, csrf: csrfOf(other) }),
    await sendForm(pair.connector, form, account, { 'sec-fetch-site': 'cross-site' }),
    await sendForm(pair.connector, form, account, { 'content-type': 'text/plain' }),
  ]) {
    expect(page.status).toBe(403)
  }
  expect((await sendForm(pair.connector, form, { ...account, token: 'unknown' })).status).toBe(404)
  expect((await sendForm(pair.connector, form, { ...account, more: 'x'.repeat(20_000) })).status).toBe(413)
  expect((await sendForm(pair.connector, form, account, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('pages load nothing from elsewhere, and only named origins may frame them', async () => {
  await using closed = await createUnconnected({ simulator: { people: 0 } })
  const { headers } = await openForm(closed)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cache-control')).toBe('no-store')
  const origins = ['https://app.example.com', 'https://eu.example.com:8443']
  await using open = await createUnconnected({ simulator: { people: 0 }, connector: { connect: { origins } } })
  const page = await openForm(open)
  expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors ${origins.join(' ')}`)
  expect(page.headers.get('x-frame-options')).toBeNull()
  expect(page.html.match(/(src|href)="[^"]*"/g)!.filter((one) => /="(https?:)?\/\//.test(one))).toEqual([])
  for (const path of ['/connect/style.css', '/connect/connect.js', '/connect/guide']) {
    expect((await openPage(open.connector, `http://127.0.0.1${path}`)).status).toBe(200)
  }
  expect((await openPage(open.connector, 'http://127.0.0.1/connect/other')).status).toBe(404)
  expect((await openPage(open.connector, 'http://127.0.0.1/connect')).status).toBe(404)
})

test.each([
  '*',
  'https://app.example.com/path',
  'app.example.com',
  "https://a.example 'unsafe-inline'",
  'javascript:1',
])('the origin %s is refused', async (origin) => {
  await expect(createConnector({ encryptionKey, connect: { origins: [origin] } })).rejects.toThrow(/is no origin/)
})

test.each([
  ['end_user_email', { end_user_email: 'nobody' }],
  ['end_user_organization_name', { end_user_organization_name: ' ' }],
  ['integration_tool', { integration_tool: 'greenhouse' }],
  ['integration_category', { integration_category: 'LMS' }],
  ['integration_category', { integration_category: 'HRIS', integration_tool: null }],
  ['scope_config_id', { scope_config_id: 'one' }],
  ['enable_filtering', { enable_filtering: true }],
  ['enable_field_mapping', { enable_field_mapping: true }],
  ['remote_environment', { remote_environment: 'sandbox' }],
  ['language', { language: 'xx' }],
  ['link_type', { link_type: 'MAIL' }],
])('a link with another %s is refused', async (name, more) => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const body = JSON.stringify({ ...asked, ...more })
  const answer = await pair.api('/connect/create-link', { method: 'POST', headers: json, body })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  expect(answer.body.error.message).toContain(name)
  expect(await pair.connector.store.database.selectFrom('connect_link').selectAll().execute()).toEqual([])
})

test('a link without a key, or to another environment, is refused', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const init = { method: 'POST', headers: { ...json, authorization: 'Bearer wrong' }, body: JSON.stringify(asked) }
  expect((await pair.api('/connect/create-link', init)).status).toBe(401)
  const { key } = await pair.connector.administration.createApiKey({ environmentId: 'other' })
  const other = { ...init, headers: { ...json, authorization: `Bearer ${key}` }, body: '{}' }
  expect((await pair.api(`/integrations/icims:${pair.integrationId}/relink`, other)).status).toBe(404)
  expect((await pair.api(`/integrations/icims:${pair.integrationId}/setup-link`, other)).status).toBe(404)
})
