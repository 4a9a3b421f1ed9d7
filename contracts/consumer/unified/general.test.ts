import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { instant } from './shapes.ts'
import { callHeaders, given, integration, keyHeader, sdkOf } from './unified.ts'

const { atLeastLike, boolean, eachLike, regex, string } = Matchers
const coverage = regex('^(SUPPORTED|UNSUPPORTED|NOT_IMPLEMENTED|UNKNOWN)$', 'SUPPORTED')
const done = { status: 'success', data: {} }
/** The SDK encodes the colon. */
const path = `/v1/integrations/${encodeURIComponent(integration)}`

test('a valid API key', async () => {
  await given('an integration', {})
    .uponReceiving('a request that asks whether the API key is valid')
    .withRequest('GET', '/v1/check-api-key', (request) => request.headers(keyHeader))
    .willRespondWith(200, (response) =>
      response.jsonBody({ status: 'success', data: { environment_id: string('local') } }),
    )
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).general.checkApiKey()
      expect(data.environment_id).toBe('local')
    })
})

test('the tools', async () => {
  const field = { id: string('name'), coverage_status: coverage }
  const part = {
    id: string('ats_jobs'),
    label: string('Jobs'),
    coverage_status: coverage,
    fields: atLeastLike(field, 0, 1),
  }
  const tool = {
    id: 'icims',
    label: string('iCIMS'),
    internal_label: null,
    assets: { logo_url: string('data:'), icon_url: string('data:'), icon_black_url: string('data:') },
    paid_api_details_markdown: null,
    fast_track_details_markdown: null,
    partner_only_details_markdown: null,
    connection_guide_url: string('https://connector.example.com/connect/guide'),
    coverage: {
      read_models: eachLike(part),
      write_actions: eachLike({ ...part, id: string('ats_create_candidate') }),
      features: eachLike({ id: string('delta-sync'), label: string('Delta sync'), coverage_status: coverage }),
    },
  }
  await given('an integration', {})
    .uponReceiving('a request for the tools')
    .withRequest('GET', '/v1/tools/ats', (request) => request.headers(keyHeader))
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data: { tools: [tool] } }))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).general.getTools({ category: 'ats' })
      expect(data.tools[0]).toMatchObject({ id: 'icims', coverage: { read_models: [{ id: 'ats_jobs' }] } })
    })
})

test('a sync', async () => {
  const data = { already_queued: boolean(false), sync_id: string('a-sync'), type: 'DELTA' }
  await given('an integration', {})
    .uponReceiving('a request to sync what changed')
    .withRequest('POST', '/v1/force-sync', (request) => request.headers(callHeaders).jsonBody({ type: 'DELTA' }))
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data }))
    .executeTest(async (mock) => {
      const started = await sdkOf(mock.url).general.triggerSync({ type: 'DELTA' })
      expect(started.data).toEqual({ already_queued: false, sync_id: 'a-sync', type: 'DELTA' })
    })
})

test('what an integration is', async () => {
  const scoped = {
    is_available: boolean(true),
    scope_config_setting: string('ENABLED'),
    opted_out_by_customer: boolean(false),
  }
  const field = { id: string('name'), coverage_status: coverage, ...scoped }
  const part = { ...field, label: string('Jobs'), fields: atLeastLike(field, 0, 1) }
  const details = {
    id: integration,
    tool: {
      id: 'icims',
      label: string('iCIMS'),
      internal_label: null,
      logo_url: string('data:'),
      icon_url: string('data:'),
    },
    category: 'ATS',
    status: 'ACTIVE',
    setup_status: 'COMPLETED',
    end_user: { organization_name: string('iCIMS customer 1234'), creator_email: null, origin_id: null },
    scope_config: { id: string('a-scope'), name: null },
    data_expired_at: null,
    created_at: instant,
    beta: boolean(true),
    read_models: eachLike(part),
    write_actions: eachLike(part),
  }
  await given('an integration', {})
    .uponReceiving('a request that asks what an integration is')
    .withRequest('GET', path, (request) => request.headers(keyHeader))
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data: details }))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).general.getIntegrationDetails({ integration_id: integration })
      expect(data).toMatchObject({ id: integration, status: 'ACTIVE', setup_status: 'COMPLETED' })
    })
})

test('pausing an integration', async () => {
  await given('an integration', {})
    .uponReceiving('a request to pause an integration')
    .withRequest('PUT', `${path}/enabled`, (request) => request.headers(keyHeader).jsonBody({ value: false }))
    .willRespondWith(200, (response) => response.jsonBody(done))
    .executeTest(async (mock) => {
      const paused = { integration_id: integration, body: { value: false } }
      expect(await sdkOf(mock.url).general.setIntegrationEnabled(paused)).toMatchObject({ status: 'success' })
    })
})

test('resuming an integration', async () => {
  await given('a paused integration', {})
    .uponReceiving('a request to resume a paused integration')
    .withRequest('PUT', `${path}/enabled`, (request) => request.headers(keyHeader).jsonBody({ value: true }))
    .willRespondWith(200, (response) => response.jsonBody(done))
    .executeTest(async (mock) => {
      const resumed = { integration_id: integration, body: { value: true } }
      expect(await sdkOf(mock.url).general.setIntegrationEnabled(resumed)).toMatchObject({ status: 'success' })
    })
})

test('deleting an integration', async () => {
  await given('an integration', {})
    .uponReceiving('a request to delete an integration')
    .withRequest('DELETE', path, (request) => request.headers(keyHeader).jsonBody({}))
    .willRespondWith(200, (response) => response.jsonBody(done))
    .executeTest(async (mock) => {
      const deleted = { integration_id: integration, body: {} }
      expect(await sdkOf(mock.url).general.deleteIntegration(deleted)).toMatchObject({ status: 'success' })
    })
})
