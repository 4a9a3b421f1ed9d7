import { chmodSync } from 'node:fs'
import type { SqliteDatabase } from 'kysely'

/** How long a write waits for another process that writes the same file, in milliseconds. */
const timeout = 5_000

/**
 * Ids are spread over every index, so a batch of a sync touches about as many pages as it writes entries: 16 MB hold them until
 * it is committed, and the log is written back after some 30 MB, when most pages in it have been overwritten.
 */
const pragmas = ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -16384', 'wal_autocheckpoint = 8000']

/** node:sqlite behind the face of better-sqlite3, which is what Kysely's own dialect speaks. */
export async function openSqlite(file: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file, { timeout })
  // The file holds the customers' credentials.
  if (file !== ':memory:') chmodSync(file, 0o600)
  for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
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
      // All ours write. One that reads first and is overtaken by another process fails at once, without waiting.
      const ours = sql === 'begin' ? 'begin immediate' : sql
      const known = statements.get(ours) ?? prepare(ours)
      if (statements.size < 500) statements.set(ours, known)
      return known
    },
  }
}
