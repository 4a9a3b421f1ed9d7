import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** What the sync engine keeps beside the rows: when a run goes on, what it looked at, and what belongs to it. */
export async function addEngine(database: Kysely<Tables>): Promise<void> {
  const runs = database.schema.alterTable('sync_run')
  await runs.addColumn('resume_at', 'text').execute()
  await runs.addColumn('cutoff', 'text').execute()
  await runs.addColumn('selection', 'text').execute()
  const setAside = database.schema.alterTable('set_aside')
  await setAside.addColumn('since', 'text', (column) => column.notNull().defaultTo('')).execute()
  await setAside.addColumn('is_gone', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  await database.schema
    .createTable('tracked_application')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('workflow_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('tracked_at', 'text', (column) => column.notNull())
    .addColumn('is_new', 'integer', (column) => column.notNull())
    .addColumn('is_person_new', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tracked_application_key', ['integration_id', 'workflow_id'])
    .execute()
  await database.schema
    .createIndex('tracked_application_person')
    .on('tracked_application')
    .columns(['integration_id', 'person_id'])
    .execute()
  await database.schema
    .createTable('merged_person')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('remote_id', 'text', (column) => column.notNull())
    .addColumn('into_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('merged_person_key', ['integration_id', 'remote_id'])
    .execute()
  await database.schema
    .createTable('outside_row')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('outside_row_key', ['integration_id', 'model', 'id'])
    .execute()
  await database.schema
    .createTable('applied_scopes')
    .addColumn('integration_id', 'text', (column) => column.primaryKey())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .execute()
}
