import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addActions } from './action-tables.ts'
import { addAssessments } from './assessment-tables.ts'
import { addConnectLinks } from './connect-tables.ts'
import { addCursorClock } from './cursor-clock-column.ts'
import { addEngine } from './engine-tables.ts'
import { addReceivedEvents } from './event-tables.ts'
import { addLeases } from './lease-table.ts'
import { createModelTables } from './model-tables.ts'
import { addPlatform } from './platform-tables.ts'
import { addRunHistory } from './run-history-tables.ts'
import { addSagaInputs } from './saga-input-table.ts'
import { addWebhooks } from './webhook-tables.ts'

/** A row as the database gives it. Columns differ by model, so they are typed where they are read. */
export type Row = Record<string, string | number | null>

/** Every table by name. */
export type Tables = Record<string, Row>

/** Migrations in order of their names; a released one is never edited. */
export const migrations: Record<string, Migration> = {
  '001-first': { up: createTables },
  '002-run-history': { up: addRunHistory },
  '003-platform': { up: addPlatform },
  '004-webhooks': { up: addWebhooks },
  '005-engine': { up: addEngine },
  '007-lease': { up: addLeases },
  '010-actions': { up: addActions },
  '011-connect-links': { up: addConnectLinks },
  '020-received-events': { up: addReceivedEvents },
  '021-assessments': { up: addAssessments },
  '022-cursor-clock': { up: addCursorClock },
  '023-saga-input': { up: addSagaInputs },
}

async function createTables(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('integration')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute()
  await createModelTables(database)
  await database.schema
    .createTable('sync_run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('message', 'text')
    .execute()
  await database.schema
    .createTable('checkpoint')
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('last_id', 'text', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('checkpoint_key', ['run_id', 'stream'])
    .execute()
  await database.schema
    .createTable('sync_cursor')
    .addColumn('integration_id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sync_cursor_key', ['integration_id', 'stream'])
    .execute()
  await database.schema
    .createTable('set_aside')
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('remote_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('set_aside_key', ['run_id', 'stream', 'remote_id'])
    .execute()
}
