import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createConnector } from '../../../connector/index.ts'
import { findEncryptionKey } from '../../../connector/store/encryption-key.ts'

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
    message: expect.stringMatching(/encrypted with another key/),
  })
  await using again = await createConnector({ database, encryptionKey: hex })
  expect(await again.integrations()).toHaveLength(1)
})
