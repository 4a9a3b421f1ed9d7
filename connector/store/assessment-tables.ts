import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Packages that a client offers, and what was ordered of them. */
export async function addAssessments(database: Kysely<Tables>): Promise<void> {
  const { schema } = database
  await schema
    .createTable('assessment_package')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('assessment_package_key', ['integration_id', 'id'])
    .execute()
  await schema
    .createTable('assessment_order')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('package_id', 'text', (column) => column.notNull())
    .addColumn('package_name', 'text', (column) => column.notNull())
    .addColumn('workflow_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('return_url', 'text')
    .addColumn('entry', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createIndex('assessment_order_workflow')
    .on('assessment_order')
    .columns(['integration_id', 'workflow_id', 'package_id'])
    .execute()
}
