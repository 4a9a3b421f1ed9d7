import { openDatabase } from '../store/database.ts'
import { openVault, rotateKey } from '../store/open-vault.ts'
import { createStore } from '../store/store.ts'
import { openExisting, openKept } from './open-connector.ts'
import { type CommonFlags, UsageError } from './options.ts'
import { amount, moment, print, table } from './print.ts'

/** `icims-connector keys create` */
export async function create(flags: CommonFlags & { environment: string; name: string }): Promise<void> {
  await using connector = await openKept(flags)
  const { environment: environmentId, name } = flags
  const { id, key } = await connector.administration.createApiKey({ environmentId, name })
  print(flags.json, { id, environmentId, name, key }, () => `${key}\n`)
  if (!flags.json) {
    process.stderr.write(`Key ${id} of the environment ${environmentId}. It is kept as a hash only: copy it now.\n`)
  }
}

/** `icims-connector keys list` */
export async function list(flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const keys = await connector.administration.listApiKeys()
  print(flags.json, keys, () =>
    keys.length === 0
      ? 'There is no key yet. Make one with `icims-connector keys create`.\n'
      : table(
          ['key', 'environment', 'made', 'revoked', 'name'],
          keys.map((key) => [key.id, key.environmentId, moment(key.createdAt), moment(key.revokedAt), key.name]),
        ),
  )
}

/** `icims-connector keys revoke` */
export async function revoke(id: string, flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  await connector.administration.revokeApiKey(id)
  print(flags.json, { id, revoked: true }, () => `Revoked ${id}.\n`)
}

/** `icims-connector keys rotate-encryption` */
export async function rotateEncryption(flags: CommonFlags): Promise<void> {
  const { database } = flags
  const { ICIMS_CONNECTOR_KEY: given, ICIMS_CONNECTOR_NEW_KEY: next } = process.env
  if (database === 'memory') throw new UsageError('Nothing is kept in memory. Name a file or a postgres:// address.')
  if (given !== undefined && next === undefined) {
    throw new UsageError('Set ICIMS_CONNECTOR_NEW_KEY to the new key, 32 bytes in base64 or hex.')
  }
  const store = createStore(await openDatabase(database))
  try {
    const { secrets, file } = await rotateKey(store, database, await openVault(store, database, given), next)
    const where =
      file === undefined ? 'Set ICIMS_CONNECTOR_KEY to the new key from now on.' : `The new key is in ${file}.`
    const text = `Encrypted ${amount(secrets, 'secret')} anew. ${where} What serves this database must be started again.\n`
    print(flags.json, { secrets, keyFile: file ?? null }, () => text)
  } finally {
    await store.close()
  }
}
