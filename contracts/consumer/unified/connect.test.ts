import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { errorOf } from './shapes.ts'
import { given, integration, keyHeader, sdkOf } from './unified.ts'

const { fromProviderState, regex, string } = Matchers
/** Of a token that is made anew each time. */
const link = regex('^https?://.+/connect\\?token=.+$', 'https://connector.example.com/connect?token=a-token')
const linked = { status: 'success', data: { link } }
const path = `/v1/integrations/${encodeURIComponent(integration)}`

const customer = {
  end_user_email: 'admin@cedarline.example.com',
  end_user_organization_name: 'Cedarline Health',
  end_user_origin_id: 'cedarline-1',
}
const icims = { integration_category: 'ATS' as const, integration_tool: 'icims' as const }
/** What the SDK adds by itself. */
const defaults = { enable_field_mapping: false, enable_filtering: false, language: 'en', link_type: 'EMBEDDED' }

test('a link on which a customer connects', async () => {
  await given('an integration', {})
    .uponReceiving('a request for a link on which a customer connects')
    .withRequest('POST', '/v1/connect/create-link', (request) =>
      request.headers(keyHeader).jsonBody({ ...customer, ...icims, ...defaults }),
    )
    .willRespondWith(200, (response) => response.jsonBody(linked))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).connect.createConnectionLink({ ...customer, ...icims })
      expect(new URL(data.link).searchParams.get('token')).toBe('a-token')
    })
})

test('a link for a system that cannot be connected here', async () => {
  const other = { integration_category: 'ATS' as const, integration_tool: 'workday' as const }
  await given('an integration', {})
    .uponReceiving('a request for a link to a system that cannot be connected')
    .withRequest('POST', '/v1/connect/create-link', (request) =>
      request.headers(keyHeader).jsonBody({ ...customer, ...other, ...defaults }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).connect.createConnectionLink({ ...customer, ...other })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

test('a link on which a customer enters its account anew', async () => {
  const body = { language: 'en', link_type: 'MAGIC_LINK' }
  await given('an integration', {})
    .uponReceiving('a request for a link on which a customer enters its account anew')
    .withRequest('POST', `${path}/relink`, (request) => request.headers(keyHeader).jsonBody(body))
    .willRespondWith(200, (response) => response.jsonBody(linked))
    .executeTest(async (mock) => {
      const asked = { integration_id: integration, body: { link_type: 'MAGIC_LINK' as const } }
      const { data } = await sdkOf(mock.url).general.createReconnectionLink(asked)
      expect(new URL(data.link).pathname).toBe('/connect')
    })
})

test('a link to steps of the setup, of which there are none', async () => {
  const body = { language: 'en', link_type: 'EMBEDDED' }
  await given('an integration', {})
    .uponReceiving('a request for a link to steps of the setup')
    .withRequest('POST', `${path}/setup-link`, (request) => request.headers(keyHeader).jsonBody(body))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const asked = { integration_id: integration, body: { link_type: 'EMBEDDED' as const } }
      const refused = sdkOf(mock.url).general.createSetupLink(asked)
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

test('the integration that a customer has just connected', async () => {
  const data = {
    tool: 'icims',
    id: integration,
    end_user_origin_id: null,
    end_user_organization_name: string('iCIMS customer 1234'),
    end_user_email: null,
    setup_status: regex('^(INCOMPLETE|FINAL_SYNC_PENDING|COMPLETED)$', 'COMPLETED'),
  }
  const address = '/v1/connect/integration-by-token'
  await given('a finished connection', {})
    .uponReceiving('a request for the integration that a token tells of')
    .withRequest('GET', fromProviderState(`${address}/\${token}`, `${address}/a-token`), (request) =>
      request.headers(keyHeader),
    )
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data }))
    .executeTest(async (mock) => {
      const connected = await sdkOf(mock.url).connect.getIntegrationByToken({ token: 'a-token' })
      expect(connected.data).toMatchObject({ tool: 'icims', id: integration, setup_status: 'COMPLETED' })
    })
})

test('a token that tells of nothing', async () => {
  await given('an integration', {})
    .uponReceiving('a request for the integration of a token that tells of nothing')
    .withRequest('GET', '/v1/connect/integration-by-token/unknown', (request) => request.headers(keyHeader))
    .willRespondWith(404, (response) => response.jsonBody(errorOf('PLATFORM.INTEGRATION_NOT_FOUND')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).connect.getIntegrationByToken({ token: 'unknown' })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } })
    })
})
