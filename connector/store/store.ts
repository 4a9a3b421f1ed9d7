import type { Kysely } from 'kysely'
import type { JsonObject, ModelName, UnifiedRecord } from '../models/record.ts'
import { toUnifiedId } from './id.ts'
import { type Prepared, prepare } from './prepared.ts'
import type { Row, Tables } from './schema.ts'
import { parentColumns } from './tables.ts'
import { deleteChunk, deleteIds, idChunks, markChunk, rowChunks, writeChunk } from './write.ts'

/** What became of the records of one write. */
export type Written = { created: number; changed: number; unchanged: number }

/** One row of a model. */
export type StoredRow = {
  model: ModelName
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
  /**
   * Deletes the rows of these parents that are not among the records.
   *
   * @param parents remote ids of rows that the model's rows belong to, by its parent column.
   */
  deleteOthers(
    integrationId: string,
    model: ModelName,
    parents: readonly string[],
    records: readonly UnifiedRecord[],
    at: string,
  ): Promise<number>
  /**
   * Marks rows as seen by this run without new content: what could not be read is not known to be gone.
   *
   * @param remoteIds of the rows, or of their parents where they have some.
   */
  markSeen(integrationId: string, model: ModelName, remoteIds: readonly string[], runId: string): Promise<void>
  /** Deletes rows. @returns how many were not deleted before. */
  deleteRows(integrationId: string, model: ModelName, remoteIds: readonly string[], at: string): Promise<number>
  /** Marks the rows that this run did not see as deleted. For full runs only. */
  deleteUnseen(integrationId: string, model: ModelName, runId: string, at: string): Promise<number>
  /** How many rows this run saw. */
  countSeen(integrationId: string, model: ModelName, runId: string): Promise<number>
  /** How many rows are not deleted. */
  countLive(integrationId: string, model: ModelName): Promise<number>
  /** Whether there is a row of this record that is not deleted. */
  isStored(integrationId: string, model: ModelName, remoteId: string): Promise<boolean>
  /** The remote ids of the rows that are not deleted. */
  listRemoteIds(integrationId: string, model: ModelName): Promise<string[]>
  rows(integrationId: string, model: ModelName): Promise<StoredRow[]>
  /** Everything inside is written together or not at all. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function createStore(database: Kysely<Tables>): Store {
  const store: Store = {
    database,
    async upsert(integrationId, model, records, at, runId) {
      const written: Written = { created: 0, changed: 0, unchanged: 0 }
      // The same row twice in one page: the last one counts, as if they had come one by one.
      const unique = [...new Map(records.map((record) => [record.remoteId, record])).values()]
      for (const chunk of rowChunks(integrationId, model, unique, at, runId)) {
        await writeChunk(database, integrationId, model, chunk, runId, written)
      }
      return written
    },
    async deleteOthers(integrationId, model, parents, records, at) {
      const kept = new Set(records.map(({ remoteId }) => toUnifiedId(integrationId, remoteId)))
      let deleted = 0
      for (const chunk of idChunks(integrationId, parents)) {
        deleted += await deleteChunk(database, integrationId, model, chunk, kept, at)
      }
      return deleted
    },
    async markSeen(integrationId, model, remoteIds, runId) {
      for (const chunk of idChunks(integrationId, remoteIds)) {
        await markChunk(database, integrationId, model, parentColumns[model] ?? 'id', chunk, runId)
      }
    },
    async deleteRows(integrationId, model, remoteIds, at) {
      let deleted = 0
      for (const chunk of idChunks(integrationId, remoteIds)) {
        deleted += await deleteIds(database, integrationId, model, chunk, at)
      }
      return deleted
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
    async countSeen(integrationId, model, runId) {
      const query = database.selectFrom(model).select((build) => build.fn.countAll<number>().as('n'))
      const seen = query.where('integration_id', '=', integrationId).where('seen_run', '=', runId)
      return Number((await seen.executeTakeFirstOrThrow()).n)
    },
    async countLive(integrationId, model) {
      const query = database.selectFrom(model).select((build) => build.fn.countAll<number>().as('n'))
      const live = query.where('integration_id', '=', integrationId).where('remote_deleted_at', 'is', null)
      return Number((await live.executeTakeFirstOrThrow()).n)
    },
    async isStored(integrationId, model, remoteId) {
      const query = database.selectFrom(model).select('id').where('integration_id', '=', integrationId)
      const row = query.where('id', '=', toUnifiedId(integrationId, remoteId)).where('remote_deleted_at', 'is', null)
      return (await row.executeTakeFirst()) !== undefined
    },
    async listRemoteIds(integrationId, model) {
      const query = database.selectFrom(model).select('remote_id').where('integration_id', '=', integrationId)
      const rows = await query.where('remote_deleted_at', 'is', null).execute()
      return rows.map((row) => String(row.remote_id))
    },
    async rows(integrationId, model) {
      const query = database.selectFrom(model).selectAll().where('integration_id', '=', integrationId).orderBy('id')
      return (await query.execute()).map((row) => toStoredRow(model, row))
    },
    transaction: (work) => database.transaction().execute((inner) => work(createStore(inner))),
    close: () => database.destroy(),
  }
  return store
}

/** Rows of a model that are not deleted, by the values of one of its columns. */
export async function rowsWith(
  { database }: Store,
  integrationId: string,
  model: ModelName,
  column: string,
  values: readonly string[],
): Promise<Row[]> {
  const live = (database: Kysely<Tables>) =>
    database.selectFrom(model).selectAll().where('remote_deleted_at', 'is', null)
  if (values.length !== 1) {
    const rows = live(database).where('integration_id', '=', integrationId)
    return rows.where(column, 'in', values).execute()
  }
  const name = `${model} ${column}`
  const one =
    withOne.get(name) ??
    prepare((database, place) =>
      live(database).where('integration_id', '=', place('integration')).where(column, '=', place('value')),
    )
  withOne.set(name, one)
  return (await one(database, { integration: integrationId, value: values[0]! })).rows
}

/** The statements of `rowsWith` for one value, by model and column. */
const withOne = new Map<string, Prepared>()

/** A database row as the rest of the connector sees it. */
export function toStoredRow(model: ModelName, columns: Row): StoredRow {
  return {
    model,
    id: String(columns.id),
    remoteId: String(columns.remote_id),
    fields: JSON.parse(String(columns.fields)),
    changedAt: String(columns.changed_at),
    remoteDeletedAt: columns.remote_deleted_at === null ? null : String(columns.remote_deleted_at),
    columns,
  }
}
