import { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { apiKey, createPair, type Pair } from '../../pair.ts'
import { createTwoCustomers } from '../two-customers.ts'

const json = { 'content-type': 'application/json' }

function sdkOf({ connector, integrationId }: Pair): Kombo {
  return new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    integration_id: `icims:${integrationId}`,
    http_client: { request: (request: Request) => connector.fetch(request) } as never,
  })
}

async function all<T>(pages: AsyncIterable<{ result: { data: { results: T[] } } }>): Promise<T[]> {
  const rows: T[] = []
  for await (const { result } of pages) rows.push(...result.data.results)
  return rows
}

test('the official SDK pages through the integration fields and lets rows carry one', async () => {
  await using pair = await createPair({
    simulator: { people: 6 },
    settings: { integrationFields: { job: ['field7'] } },
  })
  const { general, ats } = sdkOf(pair)
  const integration_id = `icims:${pair.integrationId}`
  const fields = await all(await general.getIntegrationFields({ integration_id, page_size: 7 }))
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
  expect(fields.find(({ key }) => key === 'field7')).toMatchObject({
    model: 'ats_jobs',
    type: 'CUSTOM',
    label: null,
    is_passthrough_enabled: true,
    is_writable: false,
  })
  const title = fields.find(({ key, model }) => key === 'jobtitle' && model === 'ats_jobs')!
  expect(title).toMatchObject({ type: 'DEFAULT', is_passthrough_enabled: false })
  const change = (enable_passthrough: boolean | null) =>
    general.updateIntegrationField({
      integration_id,
      integration_field_id: title.id,
      body: { enable_passthrough },
    })
  expect((await change(true)).data).toEqual({ ...title, is_passthrough_enabled: true })
  await pair.connector.sync(pair.integrationId)
  const { body } = await pair.api('/ats/jobs?page_size=1')
  const [row] = body.data.results
  const carried = row.integration_fields.find((one: { key: string }) => one.key === 'jobtitle')
  expect(carried).toEqual({ id: title.id, key: 'jobtitle', type: 'DEFAULT', value: row.name, label: null })
  expect((await change(null)).data.is_passthrough_enabled).toBe(false)
  expect((await pair.connector.integrations())[0]!.settings.integrationFields.job).toEqual(['field7'])
  expect((await ats.getJobs({ page_size: 1 })).result.data.results).toHaveLength(1)
})

test("the official SDK fills one of the client's own fields from another field, or from none", async () => {
  const customFields = {
    candidate: { family: { profile: 'person', field: 'lastname' }, size: null },
    job: { team: { profile: 'job', field: 'department', part: 'value' } },
  }
  await using pair = await createPair({ simulator: { people: 6 }, settings: { customFields } })
  const { general } = sdkOf(pair)
  const integration_id = `icims:${pair.integrationId}`
  const own = await all(await general.getCustomFields({ integration_id }))
  expect(own.map(({ key, model, integration_field }) => [key, model, integration_field?.key ?? null]).sort()).toEqual([
    ['family', 'ats_candidates', 'lastname'],
    ['size', 'ats_candidates', null],
    ['team', 'ats_jobs', 'department'],
  ])
  const fields = await all(await general.getIntegrationFields({ integration_id }))
  const idOf = (key: string, model: string) => fields.find((one) => one.key === key && one.model === model)!.id
  const ownId = (key: string) => own.find((one) => one.key === key)!.id
  const map = (key: string, integration_field_id: string | null) =>
    general.updateCustomFieldMapping({ integration_id, custom_field_id: ownId(key), body: { integration_field_id } })
  const mapped = await map('size', idOf('firstname', 'ats_candidates'))
  expect(mapped.data.integration_field).toEqual({
    id: idOf('firstname', 'ats_candidates'),
    key: 'firstname',
    type: 'DEFAULT',
    label: null,
  })
  expect((await map('family', null)).data.integration_field).toBeNull()
  // The field it has already: the part of it stays.
  await map('team', idOf('department', 'ats_jobs'))
  const [integration] = await pair.connector.integrations()
  expect(integration!.settings.customFields).toMatchObject({
    candidate: { family: null, size: { profile: 'person', field: 'firstname' } },
    job: customFields.job,
  })
  await pair.connector.sync(pair.integrationId)
  const { body } = await pair.api('/ats/candidates?page_size=1')
  const [row] = body.data.results
  expect(row.custom_fields).toEqual({ family: null, size: row.first_name })
  await expect(map('team', idOf('firstname', 'ats_candidates'))).rejects.toMatchObject({
    error: { code: 'PLATFORM.INPUT_INVALID' },
  })
})

test.each([
  ['GET', 'integration-fields?page_size=2001', undefined],
  ['GET', 'custom-fields?cursor=nonsense', undefined],
  ['PATCH', 'integration-fields/nobody', '{"enable_passthrough":true}'],
  ['PATCH', 'integration-fields/nobody', '{"enable_passthrough":"yes"}'],
  ['PATCH', 'integration-fields/nobody', '{}'],
  ['PUT', 'custom-fields/nobody', '{"integration_field_id":null}'],
  ['PUT', 'custom-fields/nobody', '{"integration_field_id":5}'],
])('%s %s %s is refused and changes nothing', async (method, path, body) => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const before = await pair.connector.integrations()
  const init = { method, headers: json, ...(body !== undefined && { body }) }
  const answer = await pair.api(`/integrations/icims:${pair.integrationId}/${path}`, init)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  expect(await pair.connector.integrations()).toEqual(before)
})

test('fields of another environment are not found', async () => {
  await using both = await createTwoCustomers('memory')
  const path = `/integrations/icims:${both.two.integrationId}`
  for (const [part, init] of [
    ['/integration-fields', {}],
    ['/custom-fields', {}],
    ['/integration-fields/x', { method: 'PATCH', headers: json, body: '{"enable_passthrough":true}' }],
    ['/custom-fields/x', { method: 'PUT', headers: json, body: '{"integration_field_id":null}' }],
  ] as const) {
    const answer = await both.one.api(path + part, init)
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } } })
  }
})

test('changes of the mapping at the same time are all there', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const { body } = await pair.api(`/integrations/icims:${pair.integrationId}/integration-fields`)
  const ids: string[] = body.data.results.map(({ id }: { id: string }) => id)
  const change = (id: string) =>
    pair.api(`/integrations/icims:${pair.integrationId}/integration-fields/${id}`, {
      method: 'PATCH',
      headers: json,
      body: '{"enable_passthrough":true}',
    })
  await Promise.all(ids.map(change))
  const after = await pair.api(`/integrations/icims:${pair.integrationId}/integration-fields`)
  expect(after.body.data.results.every((one: { is_passthrough_enabled: boolean }) => one.is_passthrough_enabled)).toBe(
    true,
  )
})
