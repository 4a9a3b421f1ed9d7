import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Which process syncs what, and until when that holds unless it is renewed. */
export async function addLeases(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('sync_lease')
    .addColumn('integration_id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute()
}
