import { expect, test } from 'vitest'
import type { ModelName } from '../../../connector/models/record.ts'
import type { ScopeSettingsInput } from '../../../connector/settings.ts'
import { modelNames } from '../../../connector/store/tables.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'

const day = 86_400_000

async function scoped(scopes: ScopeSettingsInput) {
  const clock = createFrozenClock()
  const pair = await createPair({ simulator: { people: 60, clock } })
  await setScopes(pair, scopes)
  return { pair, clock }
}

const setScopes = ({ connector, integrationId }: Pair, scopes: ScopeSettingsInput) =>
  connector.administration.changeSettings(integrationId, { scopes })

const sync = ({ connector, integrationId }: Pair, type: 'FULL' | 'DELTA' = 'FULL') =>
  connector.sync(integrationId, { type })

const rowsOf = ({ connector, integrationId }: Pair, model: ModelName) => connector.store.rows(integrationId, model)

/** Everything the database holds of an integration's models. */
async function everything({ connector }: Pair): Promise<string> {
  const tables = modelNames.map((model) => connector.store.database.selectFrom(model).selectAll().execute())
  return JSON.stringify(await Promise.all(tables))
}

test('a disabled field is never stored, neither as it is nor in a column that filters', async () => {
  const { pair } = await scoped({
    fields: { ats_candidates: { email_addresses: 'DISABLED', last_name: 'DISABLED', integration_fields: 'DISABLED' } },
  })
  await using _ = pair
  await pair.icims('PATCH', '/people/30', { lastname: 'Zzyzx', email: 'zzyzx@example.com' })
  await sync(pair)
  const row = (await rowsOf(pair, 'ats_candidates')).find(({ remoteId }) => remoteId === '30')!
  expect(row.fields).toMatchObject({ last_name: null, email_addresses: null, integration_fields: [] })
  expect(row.fields.first_name).not.toBeNull()
  expect((await everything(pair)).toLowerCase()).not.toContain('zzyzx')
  const { body } = await pair.api('/ats/candidates?last_name=zzyzx')
  expect(body.data.results).toEqual([])
})

test('a field that is disabled later is taken out of every row by the next sync, be it a delta', async () => {
  const { pair, clock } = await scoped({})
  await using _ = pair
  await pair.icims('PATCH', '/people/30', { lastname: 'Zzyzx', email: 'zzyzx@example.com' })
  await sync(pair)
  expect((await everything(pair)).toLowerCase()).toContain('zzyzx')
  const untouched = await rowsOf(pair, 'ats_jobs')
  clock.advance(day)
  await setScopes(pair, { fields: { ats_candidates: { email_addresses: 'DISABLED', last_name: 'DISABLED' } } })
  const summary = await sync(pair, 'DELTA')
  expect(summary).toMatchObject({ type: 'DELTA', state: 'SUCCEEDED' })
  expect((await everything(pair)).toLowerCase()).not.toContain('zzyzx')
  expect(await rowsOf(pair, 'ats_jobs')).toEqual(untouched)
  const changed = (await rowsOf(pair, 'ats_candidates')).map(({ changedAt }) => changedAt)
  expect(new Set(changed)).toEqual(new Set([new Date(clock.now()).toISOString()]))
  // What is read again is the same, so nothing moves.
  clock.advance(day)
  const again = await sync(pair)
  expect(again.counts.ats_candidates).toMatchObject({ created: 0, changed: 0, deleted: 0 })
})

test('a field that is enabled again comes back with the next full run', async () => {
  const { pair, clock } = await scoped({ fields: { ats_candidates: { last_name: 'DISABLED' } } })
  await using _ = pair
  await sync(pair)
  await setScopes(pair, {})
  clock.advance(day)
  await sync(pair)
  expect((await rowsOf(pair, 'ats_candidates')).every(({ fields }) => fields.last_name !== null)).toBe(true)
})

test('a link is a field too', async () => {
  const { pair, clock } = await scoped({})
  await using _ = pair
  await sync(pair)
  await setScopes(pair, { fields: { ats_applications: { current_stage_id: 'DISABLED' } } })
  clock.advance(day)
  await sync(pair, 'DELTA')
  const { results } = (await pair.api('/ats/applications')).body.data
  expect(results[0]).toMatchObject({ current_stage: null, current_stage_id: null, job: { id: expect.any(String) } })
  clock.advance(day)
  expect((await sync(pair)).counts.ats_applications).toMatchObject({ changed: 0, deleted: 0 })
})

test('a disabled model costs no call, has no row, and its list says so; nested it is left out', async () => {
  await using whole = await createPair({ simulator: { people: 60 } })
  const all = await sync(whole)
  const { pair } = await scoped({ models: { ats_candidates: 'DISABLED' } })
  await using _ = pair
  const summary = await sync(pair)
  expect(summary).toMatchObject({ type: 'FULL', state: 'SUCCEEDED', message: null })
  expect(all.calls - summary.calls).toBeGreaterThan(50)
  expect(await rowsOf(pair, 'ats_candidates')).toEqual([])
  const { status, body } = await pair.api('/ats/candidates')
  expect([status, body.error.code]).toEqual([403, 'INTEGRATION.MODEL_DISABLED'])
  expect((await pair.api('/ats/applications')).body.data.results[0]).toMatchObject({ candidate: null })
})

test('a model that is disabled later is served no more at once, and deleted and emptied by the next sync', async () => {
  const { pair, clock } = await scoped({})
  await using _ = pair
  await sync(pair)
  const before = await rowsOf(pair, 'ats_users')
  clock.advance(day)
  await setScopes(pair, { models: { ats_users: 'DISABLED', ats_roles: 'DISABLED' } })
  expect((await pair.api('/ats/users')).body.error.code).toBe('INTEGRATION.MODEL_DISABLED')
  const teams = async () =>
    (await pair.api('/ats/jobs')).body.data.results.flatMap((job: { hiring_team: [] }) => job.hiring_team)
  expect(await teams()).toEqual([])
  expect(await sync(pair, 'DELTA')).toMatchObject({ counts: { ats_users: { deleted: before.length } } })
  const rows = await rowsOf(pair, 'ats_users')
  expect(rows.every(({ remoteDeletedAt, fields }) => remoteDeletedAt !== null && fields.last_name === null)).toBe(true)
  expect(rows.map(({ remoteId }) => remoteId)).toEqual(before.map(({ remoteId }) => remoteId))
})

test('a model that is enabled again is read in full, though a delta was asked for', async () => {
  const { pair, clock } = await scoped({ models: { ats_applications: 'DISABLED', ats_application_stages: 'DISABLED' } })
  await using _ = pair
  await sync(pair)
  clock.advance(day)
  expect(await sync(pair, 'DELTA')).toMatchObject({ type: 'DELTA', calls: 3 })
  await setScopes(pair, {})
  const summary = await sync(pair, 'DELTA')
  expect(summary).toMatchObject({ type: 'FULL', state: 'SUCCEEDED' })
  expect((await pair.api('/ats/applications')).body.data.results.length).toBeGreaterThan(50)
})
