import { createHash } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import type { RecordType } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import { draftOf, removeLeftDrafts, removeQuietly } from './draft.ts'
import { createRowWriter } from './rows.ts'
import { schemaSql, schemaVersion } from './schema.ts'
import type { ProfileData } from './store.ts'

/** Takes one seeded profile. */
export type PutProfile = (type: RecordType, id: number, data: ProfileData) => void

/** What names a world: the same source always gives the same bytes. */
export type WorldSource = {
  seed: string
  people: number
  /** The day the seeded story ends, `yyyy-MM-dd`. */
  today: string
  words: Words
  /** Changes whenever the seed's output does, so that no old world is opened in its place. */
  generatorVersion: string
}

/** Fills a world, telling from time to time how many people it has; gives back the last used number of each counter. */
export type FillWorld = (put: PutProfile) => Generator<number, Readonly<Record<string, number>>>

/** How far long work at the start has come: people that are made, or tables that are copied into a tenant's own file. */
export type StartProgress = { work: 'people' | 'tables'; done: number; total: number }

/** Who is told how far it has come, and may stop it. */
export type StartWatch = { onStartProgress?: (progress: StartProgress) => void; signal?: AbortSignal }

/** Where a world's rows are: a file that any number of tenants attach, or nowhere yet (it must be filled in memory). */
export type World = { file: string } | { fill(database: DatabaseSync, schema: 'main' | 'world'): void }

/**
 * Finds the world in the cache folder or makes it there. Two processes may make the same one at once: each writes a file
 * of its own and moves it into place. Where the folder cannot be written the world is made in memory instead.
 *
 * @param cache folder to keep worlds in, or false to make it in memory.
 * @param loadGenerator loads what makes a world; not called when the world is there already.
 * @throws what the signal says when it stops a world on its way into the folder. What is made in memory is made in one go.
 */
export async function findWorld(
  source: WorldSource,
  cache: string | false,
  loadGenerator: () => Promise<FillWorld>,
  watch: StartWatch = {},
): Promise<World> {
  const file = cache === false ? undefined : join(cache, `${worldName(source)}.db`)
  if (file !== undefined && isWhole(file)) return { file }
  const generate = await loadGenerator()
  const inMemory: World = {
    fill(database, schema) {
      for (const done of fillWorld(database, schema, source, generate)) tell(watch, source, done)
    },
  }
  if (cache === false || file === undefined) return inMemory
  removeLeftDrafts(cache)
  const draft = draftOf(file)
  try {
    mkdirSync(cache, { recursive: true })
    await makeFile(draft, source, generate, watch)
    renameSync(draft, file)
    return { file }
  } catch (error) {
    if (!isFileSystemError(error)) throw error
    return inMemory
  } finally {
    removeQuietly(draft)
  }
}

/** Makes a world in a file, and leaves the process its turns meanwhile: to be told to stop, for one. */
async function makeFile(file: string, source: WorldSource, generate: FillWorld, watch: StartWatch): Promise<void> {
  const database = new DatabaseSync(file)
  try {
    // Nobody goes on with half a world, so nothing need survive a crash. Node does not let SQLite go without any journal.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF')
    for (const done of fillWorld(database, 'main', source, generate)) {
      tell(watch, source, done)
      await setImmediate()
      watch.signal?.throwIfAborted()
    }
  } finally {
    database.close()
  }
}

function tell({ onStartProgress }: StartWatch, { people }: WorldSource, done: number): void {
  onStartProgress?.({ work: 'people', done, total: people })
}

/** Whether the file is there, is a database, and is as long as its first page says. A damaged one is made again. */
function isWhole(file: string): boolean {
  const header = Buffer.alloc(100)
  let size: number
  try {
    const descriptor = openSync(file, 'r')
    size = fstatSync(descriptor).size
    readSync(descriptor, header)
    closeSync(descriptor)
  } catch {
    return false
  }
  // https://www.sqlite.org/fileformat2.html#the_database_header: a page size of 1 stands for 65536.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return header.toString('latin1', 0, 16) === 'SQLite format 3\0' && size === pageSize * header.readUInt32BE(28)
}

/** The folder worlds are kept in unless told otherwise. */
export function defaultCacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return (
    environment.ICIMS_SIMULATOR_CACHE ??
    join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'icims-simulator')
  )
}

function worldName(source: WorldSource): string {
  const { seed, people, today, words, generatorVersion } = source
  // Coordinates, switches, limits and rates change no seeded row, so they do not make another world.
  const { customerId, users, loginGroups, switches, bodyLimit, life, ...content } = words.config
  const name = JSON.stringify([schemaVersion, schemaSql('main', words), generatorVersion, seed, people, today, content])
  return createHash('sha256').update(name).digest('hex').slice(0, 24)
}

function* fillWorld(
  database: DatabaseSync,
  schema: 'main' | 'world',
  source: WorldSource,
  generate: FillWorld,
): Generator<number, void> {
  database.exec('BEGIN')
  database.exec(schemaSql(schema, source.words))
  const write = createRowWriter(database, schema, source.words)
  const counters = yield* generate((type, id, data) => write(type, id, 0, data))
  const counter = database.prepare(`INSERT INTO ${schema}.counter (name, layer, value) VALUES (?, 0, ?)`)
  for (const [name, value] of Object.entries(counters)) counter.run(name, value)
  database.prepare(`INSERT INTO ${schema}.meta VALUES ('schemaVersion', ?)`).run(String(schemaVersion))
  database.exec('COMMIT')
}

function isFileSystemError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  if (code === 'ERR_SQLITE_ERROR') return /unable to open|readonly|disk|full/.test(String((error as Error).message))
  return typeof code === 'string' && /^E[A-Z]+$/.test(code)
}
