import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../../connector/store/database.ts'
import { findEncryptionKey, writeKeyFile } from '../../../connector/store/encryption-key.ts'
import { resealSecrets } from '../../../connector/store/secrets.ts'
import { createStore } from '../../../connector/store/store.ts'
import { createVault } from '../../../connector/store/vault.ts'
import { createConnector } from '../../connector.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'icims-key-'))
  folders.push(folder)
  return join(folder, 'rows.db')
}

const hex = 'ab'.repeat(32)

test('a key is 32 bytes, in hex or in either base64', () => {
  const bytes = Buffer.from(hex, 'hex')
  for (const text of [hex, hex.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url'), ` ${hex}\n`]) {
    expect(findEncryptionKey('memory', text)).toEqual({ key: bytes, source: 'given' })
  }
  for (const text of ['', 'short', `${hex}0`, bytes.toString('base64').slice(1), 'correct horse battery staple']) {
    const find = () => findEncryptionKey('memory', text)
    expect(find).toThrow(/^ICIMS_CONNECTOR_KEY must be 32 bytes in base64 or hex/)
    if (text !== '') expect(find).not.toThrow(text)
  }
})

test('without a key a file of it is made beside the database, for its owner alone, and used from then on', () => {
  const database = databaseFile()
  const made = findEncryptionKey(database, undefined)
  expect(made).toMatchObject({ source: 'made', file: `${database}.key` })
  expect(statSync(`${database}.key`).mode & 0o777).toBe(0o600)
  expect(findEncryptionKey(database, undefined)).toEqual({ ...made, source: 'file' })
  expect(readdirSync(join(database, '..'))).toEqual(['rows.db.key'])
})

test('a key file that others may read, or that holds no key, is refused', () => {
  const database = databaseFile()
  findEncryptionKey(database, undefined)
  chmodSync(`${database}.key`, 0o644)
  expect(() => findEncryptionKey(database, undefined)).toThrow(/Others may read the key file .*chmod 600/)
  chmodSync(`${database}.key`, 0o600)
  writeFileSync(`${database}.key`, 'nonsense')
  expect(() => findEncryptionKey(database, undefined)).toThrow(/^The key file .* must be 32 bytes/)
})

test('PostgreSQL has no beside, so its key must be given; a database in memory needs none', () => {
  expect(() => findEncryptionKey('postgres://127.0.0.1/x', undefined)).toThrow(/set ICIMS_CONNECTOR_KEY/)
  const one = findEncryptionKey('memory', undefined)
  expect(one.source).toBe('process')
  expect(one.key).not.toEqual(findEncryptionKey('memory', undefined).key)
})

test('a database is refused with another key than its own, and left as it is', async () => {
  const database = databaseFile()
  const auth = { type: 'basic', username: 'u', password: 'top-secret' } as const
  const integration = { customerId: '1', baseUrl: 'https://api.icims.com', auth }
  const first = await createConnector({ database, integrations: [integration], encryptionKey: hex })
  await first.close()
  expect(existsSync(`${database}.key`)).toBe(false)
  await expect(createConnector({ database, encryptionKey: '00'.repeat(32) })).rejects.toMatchObject({
    name: 'VaultError',
    message: expect.stringMatching(/is not the one this database was encrypted with/),
  })
  await using again = await createConnector({ database, encryptionKey: hex })
  expect(await again.integrations()).toHaveLength(1)
})

test('a rotation that died at any step leaves a database that opens, with one key', async () => {
  const database = databaseFile()
  const file = `${database}.key`
  const auth = { type: 'basic', username: 'u', password: 'top-secret' } as const
  const integration = { customerId: '1', baseUrl: 'https://api.icims.com', auth }
  await (await createConnector({ database, integrations: [integration] })).close()
  const open = async () => {
    await using connector = await createConnector({ database })
    return (await connector.integrations()).length
  }
  // Before the database is encrypted anew: the draft of the new key opens nothing.
  const { key } = writeKeyFile(`${file}.new`)
  expect(await open()).toBe(1)
  expect(readFileSync(file, 'utf8')).not.toBe(`${key.toString('base64')}\n`)
  // After it, and before the draft takes the place of the old file.
  const store = createStore(await openDatabase(database))
  const old = createVault(findEncryptionKey(database, undefined).key)
  await resealSecrets(store, old, createVault(key))
  await store.close()
  expect(await open()).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(`${key.toString('base64')}\n`)
  expect(existsSync(`${file}.new`)).toBe(false)
  expect(await open()).toBe(1)
  // A key that was put away is not made anew: what it opened would be lost.
  renameSync(file, `${file}.old`)
  await expect(createConnector({ database })).rejects.toMatchObject({ name: 'EncryptionKeyError' })
  expect(existsSync(file)).toBe(false)
})
