import { type Kysely, SqliteAdapter, sql } from 'kysely'
import type { ModelName } from '../models/record.ts'
import type { Tables } from './schema.ts'
import { modelColumns, modelNames } from './tables.ts'

/** Makes the tables of the models, with an index for everything that a page is found by. */
export async function createModelTables(database: Kysely<Tables>): Promise<void> {
  for (const model of modelNames) {
    let table = database.schema
      .createTable(model)
      .addColumn('integration_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('remote_id', 'text', (column) => column.notNull())
      .addColumn('fields', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .addColumn('remote_deleted_at', 'text')
      .addColumn('seen_run', 'text', (column) => column.notNull())
    for (const { name } of modelColumns[model]) table = table.addColumn(name, 'text')
    await table.addPrimaryKeyConstraint(`${model}_key`, ['integration_id', 'id']).execute()
    for (const name of indexedColumns(model)) {
      await database.schema.createIndex(`${model}_${name}`).on(model).columns(['integration_id', name, 'id']).execute()
    }
  }
  if (database.getExecutor().adapter instanceof SqliteAdapter) await tellSqlite(database)
}

function indexedColumns(model: ModelName): string[] {
  return ['changed_at', ...modelColumns[model].filter(({ indexed }) => indexed).map(({ name }) => name)]
}

/**
 * SQLite takes every index for one of ten rows a value until ANALYZE has run, and reads all rows of an integration where it
 * should follow a link. Told how many there may be (https://www.sqlite.org/fileformat2.html#stat1tab), it chooses well from the
 * first row on, and the same every time. PostgreSQL gathers this by itself.
 */
async function tellSqlite(database: Kysely<Tables>): Promise<void> {
  // Makes the table that holds it.
  await sql`analyze`.execute(database)
  for (const model of modelNames) {
    const tell = (index: string, numbers: string): Promise<unknown> =>
      sql`insert into sqlite_stat1 (tbl, idx, stat) values (${model}, ${index}, ${numbers})`.execute(database)
    await tell(`sqlite_autoindex_${model}_1`, '1000000 500000 1')
    for (const name of indexedColumns(model)) await tell(`${model}_${name}`, '1000000 500000 10 1')
  }
  await sql`analyze sqlite_schema`.execute(database)
}
