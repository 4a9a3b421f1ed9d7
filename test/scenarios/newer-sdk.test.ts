import { expect, test } from 'vitest'
import { createPair, type Pair } from '../pair.ts'

/**
 * Keys that version 1.3.4 of the official SDK wants beside those of 1.1.3, which is the one installed here; and those that
 * neither reads but the unified API documents.
 */
const rawKeys = ['integration_fields', 'remote_data', 'custom_fields', 'remote_deleted_at', 'changed_at']
const stage = { status: null, custom_fields: {} }

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
async function rowsOf(pair: Pair, list: string): Promise<any[]> {
  const { body } = await pair.api(`/ats/${list}?page_size=250`)
  expect(body.data.results.length).toBeGreaterThan(0)
  return body.data.results
}

test('the raw JSON has what newer versions of the SDK want', async () => {
  await using pair = await createPair({ simulator: { people: 60 }, settings: { portals: [{ id: '1' }] } })
  await pair.connector.sync(pair.integrationId)
  for (const job of await rowsOf(pair, 'jobs')) {
    for (const key of rawKeys) expect(job).toHaveProperty(key)
    for (const one of job.stages) expect(one).toMatchObject(stage)
    for (const { job_roles } of job.hiring_team) for (const { scope } of job_roles) expect(scope).toBe('JOB')
    for (const posting of job.job_postings) expect(posting).toHaveProperty('remote_data', null)
  }
  for (const candidate of await rowsOf(pair, 'candidates'))
    for (const key of rawKeys) expect(candidate).toHaveProperty(key)
  for (const application of await rowsOf(pair, 'applications')) {
    for (const key of rawKeys) expect(application).toHaveProperty(key)
    expect(application.current_stage).toMatchObject(stage)
  }
  for (const one of await rowsOf(pair, 'application-stages')) expect(one).toMatchObject({ ...stage, remote_data: null })
  for (const user of await rowsOf(pair, 'users'))
    expect(user).toMatchObject({ system_roles: [], remote_data: null, status: null })
  for (const role of await rowsOf(pair, 'roles')) expect(role).toMatchObject({ scope: 'JOB', remote_data: null })
})

test('fields passed through have ids, a different one in every model', async () => {
  const integrationFields = { job: ['externalid', 'costcenter'], candidate: ['externalid'] }
  await using pair = await createPair({ simulator: { people: 60 }, settings: { integrationFields } })
  await pair.connector.sync(pair.integrationId)
  const [job] = await rowsOf(pair, 'jobs')
  const [candidate] = await rowsOf(pair, 'candidates')
  expect(job.integration_fields).toMatchObject([
    {
      id: expect.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{24}$/),
      key: 'externalid',
      type: 'DEFAULT',
      value: null,
      label: null,
    },
    { key: 'costcenter', value: expect.stringMatching(/^CC-\d+$/) },
  ])
  const ids = [...job.integration_fields, ...candidate.integration_fields].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(3)
})
