import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** What large actions are made of, apart from the row that each step writes anew. */
export async function addSagaInputs(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('saga_input')
    .addColumn('saga_id', 'text', (column) => column.primaryKey())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .execute()
}
