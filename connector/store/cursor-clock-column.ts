import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** When the run began that a cursor is from, by our clock: its value is an instant of iCIMS's. Null in rows of before. */
export async function addCursorClock(database: Kysely<Tables>): Promise<void> {
  await database.schema.alterTable('sync_cursor').addColumn('began_at', 'text').execute()
}
