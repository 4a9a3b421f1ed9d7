import { expect, test } from 'vitest'
import { defaultScopes, defaultSync, parseScopeSettings, parseSyncSettings } from '../../connector/settings.ts'
import { createPair } from '../pair.ts'

test('without a word everything is synced, and all is enabled', () => {
  expect(defaultSync).toEqual({
    reserve: { actions: null, deltas: null },
    concurrency: 16,
    createdOnly: false,
    candidateCutoff: null,
  })
  expect(defaultScopes).toEqual({ models: {}, fields: {}, actions: {} })
})

test.each([
  ['a date', { since: '2026-01-01' }],
  ['an instant', { since: '2026-01-01T10:00:00Z' }],
  ['days', { days: 90 }],
])('a cutoff may be %s', (_, candidateCutoff) => {
  expect(parseSyncSettings({ candidateCutoff }).candidateCutoff).toEqual(candidateCutoff)
})

test.each([
  [
    'a cutoff with createdOnly',
    { createdOnly: true, candidateCutoff: { days: 30 } },
    'sync.candidateCutoff: It cannot be set together with createdOnly, which keeps the tracked applications whatever their age. Set one of the two.',
  ],
  [
    'a cutoff of both kinds',
    { candidateCutoff: { days: 30, since: '2026-01-01' } },
    'sync.candidateCutoff: It must be { since: <date> } or { days: <number> }.',
  ],
  ['a cutoff that is no date', { candidateCutoff: { since: 'May' } }, 'sync.candidateCutoff: It must be'],
  ['no days', { candidateCutoff: { days: 0 } }, 'sync.candidateCutoff.days: Too small'],
  ['more at once than is polite', { concurrency: 65 }, 'sync.concurrency: '],
  ['a reserve below nothing', { reserve: { actions: -1 } }, 'sync.reserve.actions: '],
  ['a setting that there is not', { createdonly: true }, 'sync: Unrecognized key: "createdonly".'],
  ['no object', 'all', 'sync: '],
])('%s is refused by name', (_, input, message) => {
  expect(() => parseSyncSettings(input)).toThrow(expect.objectContaining({ name: 'SettingsError' }))
  expect(() => parseSyncSettings(input)).toThrow(message)
})

test.each([
  ['a model', { models: { ats_offers: 'DISABLED' } }, 'scopes.models'],
  [
    'a field',
    { fields: { ats_candidates: { nick_name: 'DISABLED' } } },
    'nick_name: ats_candidates has no such field.',
  ],
  ['a field of its identity', { fields: { ats_jobs: { remote_id: 'DISABLED' } } }, 'remote_id cannot be disabled.'],
  ['an action', { actions: { ats_reject_application: 'DISABLED' } }, 'scopes.actions'],
  ['a word', { models: { ats_jobs: 'OFF' } }, 'scopes.models.ats_jobs: '],
])('%s that scopes cannot name is refused', (_, input, message) => {
  expect(() => parseScopeSettings(input)).toThrow(message)
})

test('settings that exclude each other are refused when they are configured, and change nothing', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const { administration } = pair.connector
  await administration.changeSettings(pair.integrationId, { sync: { candidateCutoff: { days: 30 } } })
  const before = await pair.connector.integrations()
  const both = { sync: { createdOnly: true, candidateCutoff: { days: 30 } } }
  await expect(administration.changeSettings(pair.integrationId, both)).rejects.toMatchObject({
    name: 'AdministrationError',
    message: expect.stringContaining('cannot be set together with createdOnly'),
  })
  expect(await pair.connector.integrations()).toEqual(before)
  expect(before[0]).toMatchObject({ sync: { createdOnly: false, candidateCutoff: { days: 30 } } })
})
