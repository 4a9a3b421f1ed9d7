import { HTTPClient, Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { describeCoverage } from '../../../connector/coverage/coverage.ts'
import { models } from '../../../connector/models/models.ts'
import { modelNames } from '../../../connector/store/tables.ts'
import { apiKey, createPair } from '../../pair.ts'
import { requiredActions, requiredFeatures, requiredModels, stillMissing } from './required.ts'

const coverage = describeCoverage()
const rows = (required: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(required).flatMap(([id, fields]) => fields.map((field) => [id, field] as const))

test.each(rows(requiredModels))('%s.%s is supported', (model, field) => {
  const found = coverage.read_models.find(({ id }) => id === model)
  expect(found?.coverage_status).toBe('SUPPORTED')
  expect(found?.fields.find(({ id }) => id === field)?.coverage_status).toBe('SUPPORTED')
})

test.each(rows(requiredActions))('%s takes %s, or is known to be missing', (action, field) => {
  const found = coverage.write_actions.find(({ id }) => id === action)
  const isMissing = stillMissing.includes(action)
  expect(found?.coverage_status).toBe(isMissing ? 'NOT_IMPLEMENTED' : 'SUPPORTED')
  if (!isMissing) expect(found?.fields.find(({ id }) => id === field)?.coverage_status).toBe('SUPPORTED')
})

test.each(requiredFeatures)('%s is supported, or known to be missing', (feature) => {
  const found = coverage.features.find(({ id }) => id === feature)
  expect(found?.coverage_status).toBe(stillMissing.includes(feature) ? 'NOT_IMPLEMENTED' : 'SUPPORTED')
})

test('nothing is covered that nobody asked for, and every table is a model', () => {
  expect(coverage.read_models.map(({ id }) => id).toSorted()).toEqual(Object.keys(requiredModels).toSorted())
  expect(coverage.write_actions.map(({ id }) => id).toSorted()).toEqual(Object.keys(requiredActions).toSorted())
  expect(coverage.features.map(({ id }) => id).toSorted()).toEqual(requiredFeatures.toSorted())
  expect(modelNames.toSorted()).toEqual(models.map(({ name }) => name).toSorted())
})

test('what rests on no evidence is marked, and where it comes from is told', () => {
  const inferred = coverage.read_models.flatMap(({ id, fields }) =>
    fields.filter(({ evidence }) => evidence === 'infer').map((field) => `${id}.${field.id}`),
  )
  expect(inferred).toEqual(
    expect.arrayContaining([
      'ats_candidates.company',
      'ats_candidates.title',
      'ats_candidates.social_media',
      'ats_jobs.visibility',
      'ats_jobs.remote_work_status',
    ]),
  )
  for (const { fields } of coverage.read_models) {
    for (const field of fields.filter(({ evidence }) => evidence !== undefined)) {
      expect(field).toMatchObject({ coverage_status: 'SUPPORTED', from: expect.stringMatching(/./) })
    }
  }
})

test('a field that is covered has a value somewhere in a tenant, one that is not has none anywhere', async () => {
  const settings = {
    portals: [{ id: '1' }, { id: '2' }],
    remoteData: true,
    socialMedia: [{ profile: 'person', field: 'email' }],
    customFields: {
      job: { a: { profile: 'job', field: 'costcenter' } },
      candidate: { a: { profile: 'person', field: 'gender' } },
      application: { a: { profile: 'applicantworkflow', field: 'sourcename' } },
    },
    integrationFields: { job: ['costcenter'], candidate: ['gender'], application: ['sourcename'] },
  }
  await using pair = await createPair({ settings })
  // The seed tells where an application came from, not where a person did.
  await pair.icims('PATCH', '/people/100', { sourcename: 'Careers Page' })
  await pair.connector.sync(pair.integrationId)
  const isEmpty = (value: unknown): boolean =>
    value === null || (typeof value === 'object' && Object.keys(value!).length === 0)
  for (const { name, fields, links } of models) {
    if (name.includes('screening_questions')) continue
    const stored = await pair.connector.store.rows(pair.integrationId, name)
    expect(stored.length, name).toBeGreaterThan(0)
    for (const [field, { evidence }] of Object.entries({ ...fields, ...links })) {
      const values = stored.map((row) => (field in fields ? row.fields[field] : row.columns[field]))
      expect(values.includes(undefined), `${name}.${field}`).toBe(false)
      expect(values.every(isEmpty), `${name}.${field}`).toBe(evidence === 'none')
    }
  }
})

test('the official SDK reads the tools of every category', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const http_client = new HTTPClient({ fetcher: async (input, init) => pair.connector.fetch(new Request(input, init)) })
  const kombo = new Kombo({ server_url: 'http://127.0.0.1/v1', api_key: apiKey, http_client })
  const { data } = await kombo.general.getTools({ category: 'ats' })
  expect(data.tools.map(({ id }) => id)).toEqual(['icims'])
  expect(data.tools[0]!.coverage.read_models.length).toBe(11)
  for (const category of ['hris', 'assessment', 'lms'] as const) {
    expect((await kombo.general.getTools({ category })).data.tools).toEqual([])
  }
  expect(await pair.api('/tools/crm')).toMatchObject({
    status: 400,
    body: { error: { code: 'PLATFORM.INPUT_INVALID' } },
  })
  expect(await pair.api('/tools/ats', { headers: { authorization: 'Bearer nope' } })).toMatchObject({ status: 401 })
})
