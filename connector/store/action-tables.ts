import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Actions under way with what they have done, the answers that are given again, and who works on whom. */
export async function addActions(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('saga')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('request_key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('journal', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('message', 'text')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('saga_request', ['integration_id', 'request_key'])
    .execute()
  await database.schema.createIndex('saga_due').on('saga').columns(['state', 'due_at']).execute()
  await database.schema
    .createTable('action_lock')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('action_lock_key', ['integration_id', 'subject'])
    .execute()
}
