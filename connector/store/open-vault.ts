import { existsSync, renameSync } from 'node:fs'
import {
  type EncryptionKey,
  EncryptionKeyError,
  findEncryptionKey,
  keyFileOf,
  readKeyFile,
  writeKeyFile,
} from './encryption-key.ts'
import { checkKey, isSealed, resealSecrets } from './secrets.ts'
import type { Store } from './store.ts'
import { createVault, type Vault, VaultError } from './vault.ts'

/** The vault of a database, and where its key is from. */
export type OpenedVault = { vault: Vault; key: EncryptionKey }

/**
 * Opens the vault of a database.
 *
 * @param database a file, `memory`, or a `postgres://` address; undefined for a dialect.
 * @param given the key, where one is given.
 * @throws EncryptionKeyError when the key cannot be had, VaultError when it is not the one of this database.
 */
export async function openVault(
  store: Store,
  database: string | undefined,
  given: string | undefined,
): Promise<OpenedVault> {
  const file = given === undefined ? keyFileOf(database) : undefined
  if (file !== undefined && !existsSync(file) && (await isSealed(store))) {
    throw new EncryptionKeyError(
      `The key of this database is neither in ICIMS_CONNECTOR_KEY nor in ${file}. Set the one, or put back the other.`,
    )
  }
  const key = findEncryptionKey(database, given)
  const vault = createVault(key.key)
  try {
    await checkKey(store, vault)
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause
    const finished = file === undefined ? undefined : await finishRotation(store, file)
    if (finished !== undefined) return finished
    const from = key.file === undefined ? 'in ICIMS_CONNECTOR_KEY' : `in ${key.file}`
    throw new VaultError(`The key ${from} is not the one this database was encrypted with.`, { cause })
  }
  return { vault, key }
}

/**
 * Encrypts everything anew. A key that was in a file beside the database is replaced there, or, where the new one is given,
 * the file is put away: it opens nothing any more. Whenever the process dies, the database opens with one of the two files.
 *
 * @returns how many secrets there were, and the file that holds the new key.
 */
export async function rotateKey(
  store: Store,
  database: string,
  { vault, key }: OpenedVault,
  given: string | undefined,
): Promise<{ secrets: number; file?: string }> {
  if (given !== undefined) {
    const next = findEncryptionKey(database, given)
    const secrets = await resealSecrets(store, vault, createVault(next.key))
    if (key.file !== undefined) renameSync(key.file, `${key.file}.old`)
    return { secrets }
  }
  const file = key.file!
  const next = writeKeyFile(draftOf(file))
  const secrets = await resealSecrets(store, vault, createVault(next.key))
  renameSync(draftOf(file), file)
  return { secrets, file }
}

/** A rotation that died after the database was encrypted anew, and before the file of the key was replaced. */
async function finishRotation(store: Store, file: string): Promise<OpenedVault | undefined> {
  if (!existsSync(draftOf(file))) return undefined
  const key = readKeyFile(draftOf(file))!
  const vault = createVault(key.key)
  try {
    await checkKey(store, vault)
  } catch {
    return undefined
  }
  renameSync(draftOf(file), file)
  return { vault, key: { ...key, file } }
}

function draftOf(file: string): string {
  return `${file}.new`
}
