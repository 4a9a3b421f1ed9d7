import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { integrationTables, runTables } from '../../connector/store/integration.ts'
import { createConnector } from '../connector.ts'
import { createPair, encryptionKey } from '../pair.ts'
import { databases } from './databases.ts'
import { call, createTwoCustomers } from './two-customers.ts'

const auth = { type: 'basic', username: 'someone', password: 'top-secret' } as const
const input = { customerId: '1', baseUrl: 'https://api.icims.com', auth }

for (const { name, open } of databases) {
  test(`${name}: a removed integration leaves no row behind, and the other one all of its own`, async () => {
    await using both = await createTwoCustomers(await open())
    const { connector, one, two } = both
    await connector.sync(one.integrationId)
    await connector.sync(two.integrationId)
    const { database } = connector.store
    const rowsOf = async (integrationId: string) => {
      const found: Record<string, number> = {}
      for (const table of [...integrationTables, ...runTables, 'integration', 'secret']) {
        const rows = await database.selectFrom(table).selectAll().execute()
        found[table] = rows.filter((row) => JSON.stringify(row).includes(integrationId)).length
      }
      return found
    }
    const before = await rowsOf(two.integrationId)
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(8)
    await connector.administration.removeIntegration(one.integrationId)
    expect(Object.values(await rowsOf(one.integrationId)).every((count) => count === 0)).toBe(true)
    expect(await rowsOf(two.integrationId)).toEqual(before)
    expect((await one.api('/ats/jobs')).status).toBe(404)
    expect((await two.api('/ats/jobs')).status).toBe(200)
    await expect(connector.administration.removeIntegration(one.integrationId)).rejects.toMatchObject({
      name: 'AdministrationError',
    })
  })

  test(`${name}: a paused integration is neither served nor synced, and goes on once resumed`, async () => {
    await using pair = await createPair({ simulator: { people: 24 }, connector: { database: await open() } })
    const { connector, integrationId } = pair
    await connector.sync(integrationId)
    await connector.administration.setEnabled(integrationId, false)
    expect(await pair.api('/ats/jobs')).toMatchObject({
      status: 409,
      body: { error: { code: 'INTEGRATION.INACTIVE' } },
    })
    // The general routes may send codes of the platform only.
    expect(await pair.api('/force-sync', { method: 'POST' })).toMatchObject({
      status: 400,
      body: { error: { code: 'PLATFORM.INPUT_INVALID' } },
    })
    await expect(connector.sync(integrationId)).rejects.toThrow(/is paused. Resume it first/)
    await connector.administration.setEnabled(integrationId, true)
    expect((await pair.api('/ats/jobs')).status).toBe(200)
    expect(await connector.sync(integrationId, { type: 'DELTA' })).toMatchObject({ state: 'SUCCEEDED' })
  })

  test(`${name}: rotated credentials are the ones the next call signs in with`, async () => {
    await using pair = await createPair({ simulator: { people: 24 }, connector: { database: await open() } })
    const { connector, integrationId } = pair
    const user = pair.simulator.coordinates.users[1]!
    await connector.administration.rotateCredentials(integrationId, auth)
    expect(await connector.sync(integrationId)).toMatchObject({ state: 'AUTHENTICATION_FAILED' })
    expect(await connector.integrations()).toMatchObject([{ account: 'basic someone' }])
    const { username, password } = user
    await connector.administration.rotateCredentials(integrationId, { type: 'basic', username, password })
    expect(await connector.sync(integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  })

  test(`${name}: a key opens its environment until it is revoked, and is kept only as a hash`, async () => {
    await using both = await createTwoCustomers(await open())
    const { connector, one } = both
    const check = (key: string) => call(connector, key, one.integrationId, '/check-api-key')
    expect((await check(one.key)).status).toBe(200)
    const wrong = `${one.key.slice(0, -1)}${one.key.endsWith('z') ? 'y' : 'z'}`
    for (const key of [
      wrong,
      one.key.slice(0, -1),
      `${one.key}z`,
      one.key.replace('icims_', ''),
      '',
      '__',
      'undefined',
    ]) {
      expect(await check(key), key).toMatchObject({
        status: 401,
        body: { error: { code: 'PLATFORM.AUTHENTICATION_INVALID' } },
      })
    }
    const kept = await connector.store.database.selectFrom('api_key').selectAll().execute()
    expect(kept).toHaveLength(2)
    const secret = one.key.slice(one.key.lastIndexOf('_') + 1)
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(await connector.administration.listApiKeys())).not.toMatch(/hash/)
    await connector.administration.revokeApiKey(one.keyId)
    expect((await check(one.key)).status).toBe(401)
    await expect(connector.administration.revokeApiKey(one.keyId)).rejects.toThrow(/is revoked already/)
    await expect(connector.administration.revokeApiKey('nobody')).rejects.toThrow(/There is no key nobody/)
    const bad = connector.administration.createApiKey({ environmentId: 'not an environment' })
    await expect(bad).rejects.toMatchObject({ name: 'AdministrationError' })
  })
}

test('an integration is added once in an environment, and nothing changes when it is refused', async () => {
  await using connector = await createConnector({})
  const added = await connector.administration.addIntegration(input)
  const again = connector.administration.addIntegration({ ...input, auth: { ...auth, username: 'else' } })
  await expect(again).rejects.toThrow(`is connected already, as ${added.id}`)
  expect(await connector.integrations()).toEqual([added])
  const elsewhere = await connector.administration.addIntegration({ ...input, environmentId: 'staging' })
  expect(elsewhere.id).not.toBe(added.id)
  for (const call of [
    connector.sync('nobody'),
    connector.administration.setEnabled('nobody', false),
    connector.administration.rotateCredentials('nobody', auth),
    connector.administration.removeIntegration('nobody'),
  ]) {
    await expect(call).rejects.toMatchObject({
      name: 'AdministrationError',
      message: 'There is no integration nobody.',
    })
  }
})

test('a development key opens the API until there is a real one', async () => {
  await using connector = await createConnector({ developmentKey: 'local', apiKey: 'own', integrations: [input] })
  const check = async (key: string) => (await call(connector, key, '', '/check-api-key')).status
  expect([await check('local'), await check('own')]).toEqual([200, 200])
  const { id, key } = await connector.administration.createApiKey()
  expect([await check('local'), await check('own'), await check(key)]).toEqual([401, 200, 200])
  await connector.administration.revokeApiKey(id)
  expect([await check('local'), await check('own'), await check(key)]).toEqual([401, 200, 401])
})

test('no secret stands in the database file, and one that an earlier version left in clear is sealed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-admin-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = join(folder, 'rows.db')
  const first = await createConnector({ database, encryptionKey, integrations: [input] })
  const { id } = (await first.integrations())[0]!
  await first.close()
  const bytes = () => ['', '-wal'].map((end) => readIfThere(`${database}${end}`)).join('')
  expect(bytes()).not.toContain('top-secret')
  const old = new DatabaseSync(database)
  const data = JSON.stringify({ id, customerId: '1', baseUrl: input.baseUrl, auth, settings: {} })
  old.prepare('UPDATE integration SET data = ?').run(data)
  old.prepare("DELETE FROM secret WHERE name LIKE 'integration:%'").run()
  old.close()
  await using second = await createConnector({ database, encryptionKey })
  expect(await second.integrations()).toMatchObject([{ id, account: 'basic someone' }])
  const row = await second.store.database.selectFrom('integration').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('top-secret')
  expect(await second.store.database.selectFrom('secret').selectAll().execute()).toHaveLength(2)
})

test('credentials that cannot be read fail the run and say why', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const { store } = pair.connector
  const damaged = store.database.updateTable('secret').set({ sealed: 'v1:00000000:x' })
  await damaged.where('name', 'like', 'integration:%').execute()
  await expect(pair.connector.sync(pair.integrationId)).rejects.toMatchObject({ name: 'VaultError' })
  const run = await store.database.selectFrom('sync_run').selectAll().executeTakeFirstOrThrow()
  expect(run).toMatchObject({ attempts: 1, attempt_state: 'FAILED', message: expect.stringMatching(/is damaged/) })
})

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
