import { chmodSync } from 'node:fs'
import { type Dialect, Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations, type Tables } from './schema.ts'

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
  const name = typeof address === 'string' ? withoutPassword(address) : 'the database'
  let database: Kysely<Tables> | undefined
  try {
    database = new Kysely<Tables>({ dialect: typeof address === 'string' ? await dialectOf(address) : address })
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return database
  } catch (cause) {
    await database?.destroy()
    const reason = cause instanceof Error ? cause.message : String(cause)
    const advice = /corrupted migrations|missing/.test(reason)
      ? 'It was written by a newer version of icims-connector. Use that version, or another database.'
      : 'Check that it exists and that you may write to it.'
    throw new DatabaseError(`Cannot open ${name}: ${reason}. ${advice}`, { cause })
  }
}

async function dialectOf(address: string): Promise<Dialect> {
  if (/^postgres(ql)?:\/\//.test(address)) {
    const { default: pg } = await import('pg')
    return new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) })
  }
  return new SqliteDialect({ database: await openSqlite(address === 'memory' ? ':memory:' : address) })
}

/** node:sqlite behind the face of better-sqlite3, which is what Kysely's own dialect speaks. */
async function openSqlite(file: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file)
  // The file holds the customers' credentials.
  if (file !== ':memory:') chmodSync(file, 0o600)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...(parameters as string[])),
      run: (parameters: readonly unknown[]) => statement.run(...(parameters as string[])),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as string[])),
    }
  }
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql) ?? prepare(sql)
      if (statements.size < 500) statements.set(sql, known)
      return known
    },
  }
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/([^:/@]+):[^@]*@/, '//$1:…@')
}
