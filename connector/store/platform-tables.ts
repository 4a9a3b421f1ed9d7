import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** When integrations were made that are older than the note of it. */
const longAgo = '1970-01-01T00:00:00.000Z'

/** Environments and states of integrations, their secrets apart and sealed, and the keys of the unified API. */
export async function addPlatform(database: Kysely<Tables>): Promise<void> {
  const integrations = database.schema.alterTable('integration')
  const text = (name: string, value: string) =>
    integrations.addColumn(name, 'text', (column) => column.notNull().defaultTo(value)).execute()
  await text('environment_id', 'local')
  await text('state', 'ACTIVE')
  await text('created_at', longAgo)
  await text('updated_at', longAgo)
  await integrations.addColumn('enabled', 'integer', (column) => column.notNull().defaultTo(1)).execute()
  await integrations.addColumn('failing_since', 'text').execute()
  await database.schema
    .createTable('secret')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute()
  await database.schema
    .createTable('api_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('environment_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute()
}
