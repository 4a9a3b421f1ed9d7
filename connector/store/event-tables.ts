import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** What iCIMS told, and what became of it. */
export async function addReceivedEvents(database: Kysely<Tables>): Promise<void> {
  const { schema } = database
  await schema
    .createTable('received_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .execute()
  await schema.createIndex('received_event_due').on('received_event').columns(['state', 'due_at']).execute()
  await schema
    .createIndex('received_event_subject')
    .on('received_event')
    .columns(['integration_id', 'subject', 'state'])
    .execute()
}
