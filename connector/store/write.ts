import { hash } from 'node:crypto'
import { type InsertQueryBuilder, type InsertResult, type Kysely, sql } from 'kysely'
import type { ModelName, UnifiedRecord } from '../models/record.ts'
import { toUnifiedId } from './id.ts'
import { type Prepared, prepare } from './prepared.ts'
import type { Row, Tables } from './schema.ts'
import type { Written } from './store.ts'
import { modelColumns, parentColumns } from './tables.ts'

/** Rows in one statement: databases limit the parameters of a statement. */
const chunkSize = 200

/** The rows of records, as many at a time as a statement takes. */
export function* rowChunks(
  integrationId: string,
  model: ModelName,
  records: readonly UnifiedRecord[],
  at: string,
  runId: string,
): Generator<Row[]> {
  // Many rows link to few others: an id that has been made is kept.
  const ids = new Map<string, string>()
  const toId = (remoteId: string): string => {
    const id = ids.get(remoteId) ?? toUnifiedId(integrationId, remoteId)
    ids.set(remoteId, id)
    return id
  }
  for (let start = 0; start < records.length; start += chunkSize) {
    yield records.slice(start, start + chunkSize).map((record) => toRow(integrationId, model, record, toId, at, runId))
  }
}

/** The columns of every model. */
const rowColumns = [
  'integration_id',
  'id',
  'remote_id',
  'fields',
  'hash',
  'created_at',
  'changed_at',
  'remote_deleted_at',
  'seen_run',
]

function toRow(
  integrationId: string,
  model: ModelName,
  record: UnifiedRecord,
  toId: (remoteId: string) => string,
  at: string,
  runId: string,
): Row {
  const fields = JSON.stringify(record.fields)
  const columns = Object.fromEntries(modelColumns[model].map((column) => [column.name, column.from(record, toId)]))
  return {
    integration_id: integrationId,
    id: toId(record.remoteId),
    remote_id: record.remoteId,
    fields,
    hash: hashOf(model, fields, columns),
    created_at: at,
    changed_at: at,
    remote_deleted_at: null,
    seen_run: runId,
    ...columns,
  }
}

/** Tells whether a row's own content is the same: its fields and its links. */
export function hashOf(model: ModelName, fields: string, columns: Row): string {
  const links = modelColumns[model].filter(({ link }) => link !== undefined).map(({ name }) => columns[name] ?? null)
  return hash('sha256', `${fields}\n${JSON.stringify(links)}`, 'base64')
}

/** Inserts and updates what differs from what is stored, and marks the rest as seen. */
export async function writeChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  chunk: readonly Row[],
  runId: string,
  written: Written,
): Promise<void> {
  const found = await findChunk(database, integrationId, model, chunk)
  const known = new Map(found.map((row) => [row.id, row]))
  const isSame = (row: Row): boolean => {
    const before = known.get(row.id!)
    return before !== undefined && before.hash === row.hash && before.remote_deleted_at === null
  }
  const same = chunk.filter(isSame)
  const unmarked = same.filter((row) => known.get(row.id!)!.seen_run !== runId)
  const moved = chunk.filter((row) => !isSame(row))
  if (moved.length === 1) await oneOf(model).upsert(database, moved[0]!)
  else if (moved.length > 0) await upsert(database, model, moved).execute()
  if (unmarked.length > 0) {
    const ids = unmarked.map((row) => String(row.id))
    await markChunk(database, integrationId, model, 'id', ids, runId)
  }
  const isNew = (row: Row): boolean => !known.has(row.id!)
  written.created += moved.filter(isNew).length
  written.changed += moved.filter((row) => !isNew(row)).length
  written.unchanged += same.length
}

async function findChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  chunk: readonly Row[],
): Promise<Row[]> {
  const [first] = chunk
  if (chunk.length === 1) {
    return (await oneOf(model).find(database, { integration_id: integrationId, id: first!.id! })).rows
  }
  const ids = chunk.map(({ id }) => String(id))
  const rows = selectFound(database, model).where('integration_id', '=', integrationId)
  return rows.where('id', 'in', ids).execute()
}

function selectFound(database: Kysely<Tables>, model: ModelName) {
  return database.selectFrom(model).select(['id', 'hash', 'remote_deleted_at', 'seen_run'])
}

function upsert(
  database: Kysely<Tables>,
  model: ModelName,
  rows: readonly Row[],
): InsertQueryBuilder<Tables, ModelName, InsertResult> {
  const names = Object.keys(rows[0]!).filter((name) => !['integration_id', 'id', 'created_at'].includes(name))
  return database
    .insertInto(model)
    .values(rows as Row[])
    .onConflict((conflict) =>
      conflict.columns(['integration_id', 'id']).doUpdateSet((build) => ({
        ...Object.fromEntries(names.map((name) => [name, build.ref(`excluded.${name}`)])),
        // A row that is back has come anew.
        created_at: sql`case when ${build.ref(`${model}.remote_deleted_at`)} is null
            then ${build.ref(`${model}.created_at`)} else ${build.ref('excluded.created_at')} end`,
      })),
    )
}

/** What is done to one row of a model at a time, by actions and events. */
type OneRow = { find: Prepared; upsert: Prepared }
const prepared = new Map<ModelName, OneRow>()

function oneOf(model: ModelName): OneRow {
  const known = prepared.get(model)
  if (known !== undefined) return known
  const names = [...rowColumns, ...modelColumns[model].map(({ name }) => name)]
  const made = {
    find: prepare((database, place) =>
      selectFound(database, model).where('integration_id', '=', place('integration_id')).where('id', '=', place('id')),
    ),
    upsert: prepare((database, place) =>
      upsert(database, model, [Object.fromEntries(names.map((name) => [name, place(name)]))]),
    ),
  }
  prepared.set(model, made)
  return made
}

/** Marks rows as seen by this run, by the values of a column. */
export async function markChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  column: string,
  ids: readonly string[],
  runId: string,
): Promise<void> {
  const rows = database.updateTable(model).set({ seen_run: runId }).where('integration_id', '=', integrationId)
  await rows.where(column, 'in', ids).execute()
}

/** Deletes the rows of these parents but those to be kept. */
export async function deleteChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  parents: readonly string[],
  kept: ReadonlySet<string>,
  at: string,
): Promise<number> {
  const live = await database
    .selectFrom(model)
    .select('id')
    .where('integration_id', '=', integrationId)
    .where(parentColumns[model]!, 'in', parents)
    .where('remote_deleted_at', 'is', null)
    .execute()
  const gone = live.map(({ id }) => String(id)).filter((id) => !kept.has(id))
  for (let start = 0; start < gone.length; start += chunkSize) {
    await deleteIds(database, integrationId, model, gone.slice(start, start + chunkSize), at)
  }
  return gone.length
}

/** Deletes rows by their unified ids. @returns how many were not deleted before. */
export async function deleteIds(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  ids: readonly string[],
  at: string,
): Promise<number> {
  const rows = database
    .updateTable(model)
    .set({ remote_deleted_at: at, changed_at: at })
    .where('integration_id', '=', integrationId)
    .where('remote_deleted_at', 'is', null)
  return Number((await rows.where('id', 'in', ids).executeTakeFirst()).numUpdatedRows)
}

/** The unified ids of rows, as many at a time as a statement takes. */
export function* idChunks(integrationId: string, remoteIds: readonly string[]): Generator<string[]> {
  for (let start = 0; start < remoteIds.length; start += chunkSize) {
    yield remoteIds.slice(start, start + chunkSize).map((remoteId) => toUnifiedId(integrationId, remoteId))
  }
}
