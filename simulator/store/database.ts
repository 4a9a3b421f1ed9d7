import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { TenantConfig } from '../tenant/config.ts'
import type { Words } from '../tenant/words.ts'
import { createConnection } from './connection.ts'
import type { Shared } from './layer.ts'
import { openLayers } from './layers.ts'
import { createRowWriter } from './rows.ts'
import { schemaSql, schemaVersion, tenantsSql, viewsSql } from './schema.ts'
import { layeredTables } from './tables.ts'
import type { StartWatch, World } from './world.ts'

/** The file cannot be used as a tenant's data; the message says why and what to do. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
}

/** Whether this file already holds a tenant, or what must be taken for one. */
export function isKept(data: string | undefined): data is string {
  return data !== undefined && existsSync(data)
}

/** Removes a tenant's file, which must be closed, and what SQLite keeps beside it. */
export function removeDatabase(data: string | undefined): void {
  for (const end of data === undefined ? [] : ['', '-wal', '-shm']) rmSync(`${data}${end}`, { force: true })
}

/**
 * Opens a tenant's database over its world. Without `data` everything the tenant writes is kept in memory and the world is
 * attached read-only; with it the world is copied in, so that the file stands alone.
 *
 * @param world undefined for a file that exists, which needs none.
 * @param seed kept in a new file, so that its life goes on as it began.
 */
export function openDatabase(
  words: Words,
  world: World | undefined,
  data?: string,
  seed = '',
  onStartProgress?: StartWatch['onStartProgress'],
): Shared {
  const database = openFile(data)
  if (world === undefined) checkVersion(database, data!)
  // Sorting and the tenant's own temporary rows stay in memory: a search must not touch the disk. The file is not mapped:
  // that made no search faster, and the process grew by the size of the world.
  database.exec('PRAGMA temp_store = MEMORY')
  if (data === undefined) {
    if (world === undefined) throw new Error('A tenant in memory needs a world.')
    if ('file' in world) attach(database, world.file)
    else {
      database.exec("ATTACH ':memory:' AS world")
      world.fill(database, 'world')
    }
    database.exec(schemaSql('main', words))
  } else {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    if (world !== undefined) {
      copyWorld(database, words, world, onStartProgress)
      const { users, ...config } = words.config
      const keep = database.prepare('INSERT OR REPLACE INTO main.meta VALUES (?, ?)')
      keep.run('config', JSON.stringify(config))
      keep.run('seed', seed)
    }
    database.exec("ATTACH ':memory:' AS world")
    database.exec(schemaSql('world', words))
  }
  if (world !== undefined) database.exec(tenantsSql)
  database.exec(viewsSql(words))
  const connection = createConnection(database)
  const tables = layeredTables(words)
  const layers = openLayers(connection, tables)
  return { connection, tables, layers, write: createRowWriter(database, 'main', words) }
}

/**
 * The seed and the configuration a tenant's file was made with, apart from what its command line says anew: its tables follow
 * from them. Empty for a file that is not there yet, or that cannot be read; opening it says what is wrong.
 */
export function readKept(data: string | undefined): { config?: TenantConfig; seed?: string } {
  if (!isKept(data)) return {}
  try {
    const database = new DatabaseSync(data, { readOnly: true })
    try {
      const rows = database.prepare("SELECT name, value FROM main.meta WHERE name IN ('config', 'seed')").all()
      const kept = new Map(rows.map(({ name, value }) => [name, String(value)]))
      const [config, seed] = [kept.get('config'), kept.get('seed')]
      return { ...(config !== undefined && { config: JSON.parse(config) }), ...(seed !== undefined && { seed }) }
    } finally {
      database.close()
    }
  } catch {
    return {}
  }
}

function openFile(data: string | undefined): DatabaseSync {
  try {
    return new DatabaseSync(data ?? ':memory:')
  } catch (cause) {
    throw new DataFileError(
      `Cannot open ${data}: ${(cause as Error).message}. Name a file in a folder you may write to.`,
      {
        cause,
      },
    )
  }
}

function attach(database: DatabaseSync, file: string): void {
  const address = `file:${encodeURI(file).replaceAll('?', '%3f').replaceAll('#', '%23')}?mode=ro&immutable=1`
  database.prepare('ATTACH ? AS world').run(address)
}

function copyWorld(
  database: DatabaseSync,
  words: Words,
  world: World,
  onStartProgress: StartWatch['onStartProgress'],
): void {
  if ('fill' in world) {
    world.fill(database, 'main')
    return
  }
  attach(database, world.file)
  database.exec('BEGIN')
  database.exec(schemaSql('main', words))
  const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").all()
  for (const [done, { name }] of tables.entries()) {
    onStartProgress?.({ work: 'tables', done, total: tables.length })
    database.exec(`INSERT INTO main.${name} SELECT * FROM world.${name}`)
  }
  database.exec('COMMIT')
  database.exec('DETACH world')
}

function checkVersion(database: DatabaseSync, data: string): void {
  let version: unknown
  try {
    version = database.prepare("SELECT value FROM main.meta WHERE name = 'schemaVersion'").get()?.value
  } catch (cause) {
    database.close()
    throw new DataFileError(
      `${data} is not a tenant of this simulator. Name another file, or one that does not exist yet.`,
      {
        cause,
      },
    )
  }
  if (version === String(schemaVersion)) return
  database.close()
  throw new DataFileError(
    `${data} has schema version ${version}, this version needs ${schemaVersion}. Export it with the version that wrote it, or name another file.`,
  )
}
