import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Links to the page on which a customer connects its iCIMS, and the tokens that tell of it. */
export async function addConnectLinks(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('connect_link')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('environment_id', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('checks', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('entered_at', 'text')
    .addColumn('used_at', 'text')
    .addColumn('integration_id', 'text')
    .addColumn('activation', 'text')
    .addColumn('activation_expires_at', 'text')
    .execute()
  await database.schema.createIndex('connect_link_activation').on('connect_link').column('activation').execute()
}
