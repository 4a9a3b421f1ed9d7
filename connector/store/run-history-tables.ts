import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** What a run did, kept with the run: its attempts, its calls, its rows by model. */
export async function addRunHistory(database: Kysely<Tables>): Promise<void> {
  const runs = database.schema.alterTable('sync_run')
  await runs.addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await runs.addColumn('attempt_state', 'text').execute()
  await runs.addColumn('calls', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await database.schema
    .createTable('run_count')
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('created', 'integer', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('unchanged', 'integer', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addColumn('announced', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_count_key', ['run_id', 'model'])
    .execute()
  await database.schema.createIndex('sync_run_integration').on('sync_run').column('integration_id').execute()
}
