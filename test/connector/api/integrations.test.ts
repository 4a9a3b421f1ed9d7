import { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { apiKey, createPair, type Pair } from '../../pair.ts'
import { call, createTwoCustomers } from '../two-customers.ts'

/** The official SDK, against a connector without a port. */
function sdkOf({ connector, integrationId }: Pair): Kombo {
  return new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    integration_id: `icims:${integrationId}`,
    http_client: { request: (request: Request) => connector.fetch(request) } as never,
  })
}

test('the official SDK reads what an integration is, pauses it, resumes it and deletes it', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const { general } = sdkOf(pair)
  const id = `icims:${pair.integrationId}`
  const details = async () => (await general.getIntegrationDetails({ integration_id: id })).data
  expect(await details()).toMatchObject({
    id,
    tool: { id: 'icims', label: 'iCIMS' },
    category: 'ATS',
    status: 'ACTIVE',
    setup_status: 'FINAL_SYNC_PENDING',
    end_user: { organization_name: 'iCIMS customer 1234', creator_email: null, origin_id: null },
  })
  await pair.connector.sync(pair.integrationId)
  const synced = await details()
  expect(synced.setup_status).toBe('COMPLETED')
  expect(synced.read_models.find((model) => model.id === 'ats_jobs')).toMatchObject({ is_available: true })
  await general.setIntegrationEnabled({ integration_id: id, body: { value: false } })
  expect((await details()).status).toBe('INACTIVE')
  await general.setIntegrationEnabled({ integration_id: id, body: { value: true } })
  expect((await details()).status).toBe('ACTIVE')
  await general.deleteIntegration({ integration_id: id, body: {} })
  await expect(details()).rejects.toMatchObject({ error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } })
  expect(await pair.connector.integrations()).toEqual([])
})

test('what the scopes disable is not available', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const scopes = { models: { ats_users: 'DISABLED' }, fields: { ats_jobs: { job_code: 'DISABLED' } } } as const
  await pair.connector.administration.changeSettings(pair.integrationId, { scopes })
  const { body } = await pair.api(`/integrations/icims:${pair.integrationId}`)
  type Row = { id: string; is_available: boolean; scope_config_setting: string; fields: Row[] }
  const model = (id: string) => body.data.read_models.find((row: Row) => row.id === id) as Row
  expect(model('ats_users')).toMatchObject({ is_available: false, scope_config_setting: 'DISABLED' })
  expect(model('ats_users').fields.every(({ is_available }) => !is_available)).toBe(true)
  expect(model('ats_jobs')).toMatchObject({ is_available: true, scope_config_setting: 'ENABLED' })
  const disabled = model('ats_jobs').fields.filter((row) => row.scope_config_setting === 'DISABLED')
  expect(disabled.map(({ id }) => id)).toEqual(['job_code'])
})

test('a key sees, pauses and deletes no integration of another environment', async () => {
  await using both = await createTwoCustomers('memory')
  const { connector, one, two } = both
  const path = `/integrations/icims:${two.integrationId}`
  const json = { 'content-type': 'application/json' }
  for (const [target, init] of [
    [path, {}],
    [path, { method: 'DELETE', headers: json, body: '{}' }],
    [`${path}/enabled`, { method: 'PUT', headers: json, body: '{"value":false}' }],
    ['/integrations/icims:nobody', {}],
  ] as const) {
    const answer = await call(connector, one.key, one.integrationId, target, init)
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } } })
  }
  expect(await connector.integrations()).toHaveLength(2)
  expect((await connector.integrations()).every(({ enabled }) => enabled)).toBe(true)
})

test.each([
  ['{"value":"yes"}', 'application/json'],
  ['', 'application/json'],
  ['{', 'application/json'],
  ['{"value":false}', 'text/plain'],
])('a body %s of type %s pauses nothing', async (body, type) => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const init = { method: 'PUT', body, headers: { 'content-type': type } }
  const answer = await pair.api(`/integrations/icims:${pair.integrationId}/enabled`, init)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  expect((await pair.connector.integrations())[0]).toMatchObject({ enabled: true })
})
