import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isPostgres } from './postgres.ts'

/** The key of the secrets cannot be had; the message says why and what to do. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError'
}

/**
 * The key of the secrets, and where it is from: it was given, it is in a file beside the database (made just now or before),
 * or it lives as long as the process, as what it protects does.
 */
export type EncryptionKey = { key: Buffer; source: 'given' | 'file' | 'made' | 'process'; file?: string }

/** Where the key is looked for when none is given: beside a database that is a file. */
export function keyFileOf(database: string | undefined): string | undefined {
  return database === undefined || database === 'memory' || isPostgres(database) ? undefined : `${database}.key`
}

/**
 * Finds the key of a database's secrets, and makes a file for it beside the database when there is none.
 *
 * @param database a file, `memory`, or a `postgres://` address; undefined for a dialect.
 * @param given 32 bytes in base64 or hex.
 * @throws EncryptionKeyError when the key is malformed, must be given and is not, or its file cannot be used.
 */
export function findEncryptionKey(database: string | undefined, given: string | undefined): EncryptionKey {
  if (given !== undefined) return { key: parseKey(given, 'ICIMS_CONNECTOR_KEY'), source: 'given' }
  if (database === 'memory') return { key: randomBytes(32), source: 'process' }
  const file = keyFileOf(database)
  if (file === undefined) {
    throw new EncryptionKeyError(
      'PostgreSQL keeps the credentials encrypted, so a key is needed: set ICIMS_CONNECTOR_KEY to 32 bytes in base64, for example from `openssl rand -base64 32`, and keep it.',
    )
  }
  return readKeyFile(file) ?? makeKeyFile(file)
}

/** @throws EncryptionKeyError unless it is 32 bytes in base64 or hex. The message does not show it. */
export function parseKey(text: string, name: string): Buffer {
  const trimmed = text.trim()
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex')
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return Buffer.from(trimmed, 'base64')
  throw new EncryptionKeyError(
    `${name} must be 32 bytes in base64 or hex, for example from \`openssl rand -base64 32\`.`,
  )
}

/** @throws EncryptionKeyError when the file is there and cannot be used as it is. */
export function readKeyFile(file: string): EncryptionKey | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
    if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new EncryptionKeyError(`Others may read the key file ${file}. Run \`chmod 600 ${file}\`.`)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof EncryptionKeyError) throw error
    throw new EncryptionKeyError(`The key file ${file} cannot be read: ${(error as Error).message}.`)
  }
  return { key: parseKey(text, `The key file ${file}`), source: 'file', file }
}

/** Two processes that start at once end with one key: the file appears whole, and the one that comes second reads it. */
function makeKeyFile(file: string): EncryptionKey {
  const draft = `${file}.${process.pid}`
  try {
    const { key } = writeKeyFile(draft)
    linkSync(draft, file)
    return { key, source: 'made', file }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKeyFile(file)!
    throw error instanceof EncryptionKeyError ? error : cannotMake(file, error as Error)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes a new key into a file for its owner alone, in place of what is there. */
export function writeKeyFile(file: string): EncryptionKey {
  const key = randomBytes(32)
  try {
    rmSync(file, { force: true })
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw cannotMake(file, error as Error)
  }
  return { key, source: 'made', file }
}

function cannotMake(file: string, { message }: Error): EncryptionKeyError {
  return new EncryptionKeyError(
    `The key file ${file} cannot be made: ${message}. Set ICIMS_CONNECTOR_KEY to 32 bytes in base64 instead.`,
  )
}
