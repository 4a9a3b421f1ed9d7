import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { JsonObject, ModelName, UnifiedRecord } from '../models/record.ts'
import { toUnifiedId } from './id.ts'
import type { Row, Tables } from './schema.ts'
import { modelColumns } from './tables.ts'

/** What became of the records of one write. */
export type Written = { created: number; changed: number; unchanged: number }

/** One row of a model. */
export type StoredRow = {
  id: string
  remoteId: string
  fields: JsonObject
  changedAt: string
  remoteDeletedAt: string | null
  /** The columns beside the JSON: links as unified ids, and what filters need. */
  columns: Row
}

/** The rows of every integration's models. Each call is bound to one integration. */
export type Store = {
  database: Kysely<Tables>
  /**
   * Writes records. A row's `changed_at` moves only when its own content did; a deleted row that is seen again is back.
   *
   * @param at ISO 8601 instant of the run's write.
   */
  upsert(
    integrationId: string,
    model: ModelName,
    records: readonly UnifiedRecord[],
    at: string,
    runId: string,
  ): Promise<Written>
  /** Marks rows as seen by this run without new content: what could not be read is not known to be gone. */
  markSeen(integrationId: string, model: ModelName, remoteIds: readonly string[], runId: string): Promise<void>
  /** Marks the rows that this run did not see as deleted. For full runs only. */
  deleteUnseen(integrationId: string, model: ModelName, runId: string, at: string): Promise<number>
  /** How many rows are not deleted. */
  countLive(integrationId: string, model: ModelName): Promise<number>
  rows(integrationId: string, model: ModelName): Promise<StoredRow[]>
  /** Everything inside is written together or not at all. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Rows in one statement: databases limit the parameters of a statement. */
const chunkSize = 200

export function createStore(database: Kysely<Tables>): Store {
  const store: Store = {
    database,
    async upsert(integrationId, model, records, at, runId) {
      const written: Written = { created: 0, changed: 0, unchanged: 0 }
      // The same row twice in one page: the last one counts, as if they had come one by one.
      const unique = [...new Map(records.map((record) => [record.remoteId, record])).values()]
      for (let start = 0; start < unique.length; start += chunkSize) {
        const chunk = unique
          .slice(start, start + chunkSize)
          .map((record) => toRow(integrationId, model, record, at, runId))
        await writeChunk(database, integrationId, model, chunk, runId, written)
      }
      return written
    },
    async markSeen(integrationId, model, remoteIds, runId) {
      const ids = remoteIds.map((remoteId) => toUnifiedId(integrationId, remoteId))
      for (let start = 0; start < ids.length; start += chunkSize) {
        await markChunk(database, integrationId, model, ids.slice(start, start + chunkSize), runId)
      }
    },
    async deleteUnseen(integrationId, model, runId, at) {
      const unseen = database
        .updateTable(model)
        .set({ remote_deleted_at: at, changed_at: at })
        .where('integration_id', '=', integrationId)
        .where('seen_run', '!=', runId)
        .where('remote_deleted_at', 'is', null)
      return Number((await unseen.executeTakeFirst()).numUpdatedRows)
    },
    async countLive(integrationId, model) {
      const query = database.selectFrom(model).select((build) => build.fn.countAll<number>().as('n'))
      const live = query.where('integration_id', '=', integrationId).where('remote_deleted_at', 'is', null)
      return Number((await live.executeTakeFirstOrThrow()).n)
    },
    async rows(integrationId, model) {
      const query = database.selectFrom(model).selectAll().where('integration_id', '=', integrationId).orderBy('id')
      return (await query.execute()).map(toStoredRow)
    },
    transaction: (work) => database.transaction().execute((inner) => work(createStore(inner))),
    close: () => database.destroy(),
  }
  return store
}

/** A database row as the rest of the connector sees it. */
export function toStoredRow(columns: Row): StoredRow {
  return {
    id: String(columns.id),
    remoteId: String(columns.remote_id),
    fields: JSON.parse(String(columns.fields)),
    changedAt: String(columns.changed_at),
    remoteDeletedAt: columns.remote_deleted_at === null ? null : String(columns.remote_deleted_at),
    columns,
  }
}

function toRow(integrationId: string, model: ModelName, record: UnifiedRecord, at: string, runId: string): Row {
  const toId = (remoteId: string): string => toUnifiedId(integrationId, remoteId)
  const fields = JSON.stringify(record.fields)
  return {
    integration_id: integrationId,
    id: toId(record.remoteId),
    remote_id: record.remoteId,
    fields,
    hash: createHash('sha256')
      .update(`${fields}\n${JSON.stringify(record.links)}`)
      .digest('base64'),
    created_at: at,
    changed_at: at,
    remote_deleted_at: null,
    seen_run: runId,
    ...Object.fromEntries(modelColumns[model].map((column) => [column.name, column.from(record, toId)])),
  }
}

async function writeChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  chunk: readonly Row[],
  runId: string,
  written: Written,
): Promise<void> {
  const ids = chunk.map((row) => String(row.id))
  const found = await database
    .selectFrom(model)
    .select(['id', 'hash', 'remote_deleted_at'])
    .where('integration_id', '=', integrationId)
    .where('id', 'in', ids)
    .execute()
  const known = new Map(found.map((row) => [row.id, row]))
  const isSame = (row: Row): boolean => {
    const before = known.get(row.id!)
    return before !== undefined && before.hash === row.hash && before.remote_deleted_at === null
  }
  const same = chunk.filter(isSame)
  const moved = chunk.filter((row) => !isSame(row))
  if (moved.length > 0) {
    const names = Object.keys(moved[0]!).filter((name) => !['integration_id', 'id', 'created_at'].includes(name))
    await database
      .insertInto(model)
      .values(moved as Row[])
      .onConflict((conflict) =>
        conflict
          .columns(['integration_id', 'id'])
          .doUpdateSet((build) => Object.fromEntries(names.map((name) => [name, build.ref(`excluded.${name}`)]))),
      )
      .execute()
  }
  if (same.length > 0) {
    const sameIds = same.map((row) => String(row.id))
    await markChunk(database, integrationId, model, sameIds, runId)
  }
  const isNew = (row: Row): boolean => !known.has(row.id!)
  written.created += moved.filter(isNew).length
  written.changed += moved.filter((row) => !isNew(row)).length
  written.unchanged += same.length
}

async function markChunk(
  database: Kysely<Tables>,
  integrationId: string,
  model: ModelName,
  ids: readonly string[],
  runId: string,
): Promise<void> {
  const rows = database.updateTable(model).set({ seen_run: runId }).where('integration_id', '=', integrationId)
  await rows.where('id', 'in', ids).execute()
}
