import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { customFieldId, integrationFieldId } from '../../../connector/store/id.ts'
import { contractApi } from '../../unified-states.ts'
import { errorOf, id, pageOf } from './shapes.ts'
import { given, integration, keyHeader, sdkOf } from './unified.ts'

const { boolean, regex, string } = Matchers
const path = `/v1/integrations/${encodeURIComponent(integration)}`
const { integrationId } = contractApi
const fieldId = integrationFieldId(integrationId, 'ats_candidates', 'email')
const ownId = customFieldId(integrationId, 'ats_candidates', 'nickname')
const own = { key: 'nickname', field: 'firstname' }
const type = regex('^(DEFAULT|CUSTOM)$', 'DEFAULT')

const field = {
  id: id(fieldId),
  key: string('email'),
  model: string('ats_candidates'),
  type,
  label: null,
  is_passthrough_enabled: boolean(false),
  is_writable: boolean(false),
}

test('the fields that an integration may pass through', async () => {
  await given('an integration', {})
    .uponReceiving('a request for the fields that an integration may pass through')
    .withRequest('GET', `${path}/integration-fields`, (request) => request.headers(keyHeader).query({ page_size: '2' }))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(field, string('a-cursor'))))
    .executeTest(async (mock) => {
      const asked = { integration_id: integration, page_size: 2 }
      const page = await sdkOf(mock.url).general.getIntegrationFields(asked)
      expect(page.result.data).toMatchObject({ next: 'a-cursor', results: [{ key: 'email' }] })
    })
})

test('a field that is to be passed through', async () => {
  const passed = { ...field, id: fieldId, key: 'email', is_passthrough_enabled: true }
  await given('an integration', {})
    .uponReceiving('a request to pass a field through')
    .withRequest('PATCH', `${path}/integration-fields/${fieldId}`, (request) =>
      request.headers(keyHeader).jsonBody({ enable_passthrough: true }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data: passed }))
    .executeTest(async (mock) => {
      const body = { enable_passthrough: true }
      const asked = { integration_id: integration, integration_field_id: fieldId, body }
      const { data } = await sdkOf(mock.url).general.updateIntegrationField(asked)
      expect(data).toMatchObject({ key: 'email', is_passthrough_enabled: true })
    })
})

test('a field that is not there, to be passed through', async () => {
  await given('an integration', {})
    .uponReceiving('a request to pass a field through that is not there')
    .withRequest('PATCH', `${path}/integration-fields/nothing`, (request) =>
      request.headers(keyHeader).jsonBody({ enable_passthrough: true }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const body = { enable_passthrough: true }
      const asked = { integration_id: integration, integration_field_id: 'nothing', body }
      const refused = sdkOf(mock.url).general.updateIntegrationField(asked)
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

const ownField = {
  id: id(ownId),
  key: string('nickname'),
  model: string('ats_candidates'),
  label: null,
  description: null,
}
const source = (key: string) => ({
  id: id(integrationFieldId(integrationId, 'ats_candidates', key)),
  key,
  type,
  label: null,
})

test("the client's own fields", async () => {
  await given('an own field', own)
    .uponReceiving("a request for the client's own fields")
    .withRequest('GET', `${path}/custom-fields`, (request) => request.headers(keyHeader).query({ page_size: '100' }))
    .willRespondWith(200, (response) =>
      response.jsonBody(
        pageOf({ ...ownField, integration_field: { ...source('firstname'), key: string('firstname') } }),
      ),
    )
    .executeTest(async (mock) => {
      const page = await sdkOf(mock.url).general.getCustomFields({ integration_id: integration })
      expect(page.result.data.results).toMatchObject([{ key: 'nickname', integration_field: { key: 'firstname' } }])
    })
})

test("the client's own fields, of which there are none", async () => {
  await given('an integration', {})
    .uponReceiving("a request for the client's own fields where there are none")
    .withRequest('GET', `${path}/custom-fields`, (request) => request.headers(keyHeader).query({ page_size: '100' }))
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data: { next: null, results: [] } }))
    .executeTest(async (mock) => {
      const page = await sdkOf(mock.url).general.getCustomFields({ integration_id: integration })
      expect(page.result.data.results).toEqual([])
    })
})

test("one of the client's own fields that another field is to fill", async () => {
  await given('an own field', own)
    .uponReceiving("a request to fill one of the client's own fields from another field")
    .withRequest('PUT', `${path}/custom-fields/${ownId}`, (request) =>
      request.headers(keyHeader).jsonBody({ integration_field_id: fieldId }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ status: 'success', data: { ...ownField, id: ownId, integration_field: source('email') } }),
    )
    .executeTest(async (mock) => {
      const body = { integration_field_id: fieldId }
      const asked = { integration_id: integration, custom_field_id: ownId, body }
      const { data } = await sdkOf(mock.url).general.updateCustomFieldMapping(asked)
      expect(data).toMatchObject({ key: 'nickname', integration_field: { key: 'email' } })
    })
})

test("one of the client's own fields that nothing is to fill", async () => {
  await given('an own field', own)
    .uponReceiving("a request to fill one of the client's own fields from nothing")
    .withRequest('PUT', `${path}/custom-fields/${ownId}`, (request) =>
      request.headers(keyHeader).jsonBody({ integration_field_id: null }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ status: 'success', data: { ...ownField, id: ownId, integration_field: null } }),
    )
    .executeTest(async (mock) => {
      const asked = { integration_id: integration, custom_field_id: ownId, body: { integration_field_id: null } }
      const { data } = await sdkOf(mock.url).general.updateCustomFieldMapping(asked)
      expect(data.integration_field).toBeNull()
    })
})
