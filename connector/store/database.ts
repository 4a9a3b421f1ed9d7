import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { describePostgres, isPostgres, openPool } from './postgres.ts'
import { migrations, type Tables } from './schema.ts'
import { openSqlite } from './sqlite.ts'

/** The database cannot be used; the message says why and what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/**
 * Opens the connector's database and brings its tables up to date.
 *
 * @param address a file, `memory`, or a `postgres://` address; or a Kysely dialect, which tests pass.
 * @throws DatabaseError when it cannot be opened or was written by a newer version.
 */
export async function openDatabase(address: string | Dialect): Promise<Kysely<Tables>> {
  let database: Kysely<Tables> | undefined
  try {
    database = new Kysely<Tables>({ dialect: typeof address === 'string' ? await dialectOf(address) : address })
    const provider = { getMigrations: async () => migrations }
    const schema = typeof address === 'string' && isPostgres(address) ? await currentSchema(database) : undefined
    const migrator = new Migrator({ db: database, provider, ...(schema && { migrationTableSchema: schema }) })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return database
  } catch (cause) {
    await database?.destroy()
    const reason = cause instanceof Error ? cause.message : String(cause)
    const advice = /corrupted migrations|missing/.test(reason)
      ? 'It was written by a newer version of icims-connector. Use that version, or another database.'
      : 'Check that it exists and that you may write to it.'
    throw new DatabaseError(`Cannot open ${describe(address)}: ${reason}. ${advice}`, { cause })
  }
}

async function dialectOf(address: string): Promise<Dialect> {
  if (isPostgres(address)) return new PostgresDialect({ pool: await openPool(address) })
  return new SqliteDialect({ database: await openSqlite(address === 'memory' ? ':memory:' : address) })
}

/** Kysely takes the migration table of any other schema for ours, unless it is told which one is. */
async function currentSchema(database: Kysely<Tables>): Promise<string | null | undefined> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(database)
  return rows[0]?.schema
}

function describe(address: string | Dialect): string {
  if (typeof address !== 'string') return 'the database'
  return isPostgres(address) ? describePostgres(address) : address
}
