import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Who is told of what, what there was to tell, and what became of telling it. */
export async function addWebhooks(database: Kysely<Tables>): Promise<void> {
  const { schema } = database
  await schema
    .createTable('webhook_target')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('environment_id', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('types', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('webhook_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('webhook_delivery')
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_delivery_key', ['event_id', 'target_id'])
    .execute()
  await schema.createIndex('webhook_delivery_due').on('webhook_delivery').columns(['state', 'due_at']).execute()
  await schema
    .createTable('webhook_attempt')
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('milliseconds', 'integer', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('error', 'text')
    .execute()
  await schema.createIndex('webhook_attempt_at').on('webhook_attempt').column('at').execute()
  await schema.createIndex('webhook_attempt_event').on('webhook_attempt').columns(['event_id', 'target_id']).execute()
}
