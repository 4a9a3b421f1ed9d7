import type { Kysely } from 'kysely'
import type { JsonObject, JsonValue, ModelName } from '../models/record.ts'
import type { Row, Tables } from './schema.ts'
import type { Store } from './store.ts'
import { modelColumns } from './tables.ts'
import { hashOf } from './write.ts'

/** Rows that are rewritten together. */
const chunkSize = 200

/** The hash of a row whose fields were taken out: no content has it. */
const emptied = ''

/** Fields that clients of the unified API take as lists only. */
const alwaysLists: readonly string[] = ['integration_fields', 'system_roles', 'roles']

/** What stands in the place of a field that is not kept. */
export function withoutValue(field: string): JsonValue {
  return alwaysLists.includes(field) ? [] : null
}

/**
 * Takes fields and links out of every row of a model. `changed_at` of a row moves only when it held one of them.
 *
 * @returns how many rows did.
 */
export async function takeOutFields(
  store: Store,
  integrationId: string,
  model: ModelName,
  names: readonly string[],
  at: string,
): Promise<number> {
  let changed = 0
  for (let last: string | undefined = ''; last !== undefined; ) {
    last = await store.transaction(async ({ database }) => {
      const query = database.selectFrom(model).selectAll().where('integration_id', '=', integrationId)
      const rows = await query
        .where('id', '>', last!)
        .where('hash', '!=', emptied)
        .orderBy('id')
        .limit(chunkSize)
        .execute()
      for (const row of rows) {
        const next = withoutNames(model, row, names)
        if (next.hash === row.hash) continue
        await updateRow(database, model, row, { ...next, changed_at: at })
        changed += 1
      }
      return rows.length < chunkSize ? undefined : String(rows.at(-1)!.id)
    })
  }
  return changed
}

/**
 * Takes every field out of deleted rows: their ids, links and dates stay.
 *
 * @param before rows deleted at that instant or earlier, or outside the integration's cutoff since then; ISO 8601.
 * @returns how many rows still held some.
 */
export async function emptyDeleted(
  store: Store,
  integrationId: string,
  model: ModelName,
  before: string,
): Promise<number> {
  let changed = 0
  for (let isMore = true; isMore; ) {
    isMore = await store.transaction(async ({ database }) => {
      const query = database.selectFrom(model).selectAll().where('integration_id', '=', integrationId)
      const outside = database
        .selectFrom('outside_row')
        .select('id')
        .where('integration_id', '=', integrationId)
        .where('model', '=', model)
        .where('since', '<=', before)
      const rows = await query
        .where('remote_deleted_at', 'is not', null)
        .where((build) => build.or([build('remote_deleted_at', '<=', before), build('id', 'in', outside)]))
        .where('hash', '!=', emptied)
        .limit(chunkSize)
        .execute()
      for (const row of rows) {
        const next = withoutNames(model, row, Object.keys(JSON.parse(String(row.fields))))
        await updateRow(database, model, row, { ...next, hash: emptied })
      }
      changed += rows.length
      return rows.length === chunkSize
    })
  }
  return changed
}

/** Makes the applications of one person another's. @returns how many there were. */
export async function moveApplications(
  { database }: Store,
  integrationId: string,
  fromId: string,
  toId: string,
  at: string,
): Promise<number> {
  const model = 'ats_applications'
  const query = database.selectFrom(model).selectAll().where('integration_id', '=', integrationId)
  const rows = await query.where('candidate_id', '=', fromId).where('hash', '!=', emptied).execute()
  for (const row of rows) {
    const hash = hashOf(model, String(row.fields), { ...row, candidate_id: toId })
    await updateRow(database, model, row, { candidate_id: toId, hash, changed_at: at })
  }
  return rows.length
}

/** What a row becomes without some of its fields and links: all that is stored of its content. */
function withoutNames(model: ModelName, row: Row, names: readonly string[]): Row {
  const fields: Record<string, JsonValue> = { ...(JSON.parse(String(row.fields)) as JsonObject) }
  for (const name of names) if (name in fields) fields[name] = withoutValue(name)
  const record = { remoteId: String(row.remote_id), fields, links: {} }
  const columns = Object.fromEntries(
    modelColumns[model].map(({ name, link, from }) => {
      if (link === undefined) return [name, from(record, (id) => id)]
      return [name, names.includes(link) ? null : (row[name] ?? null)]
    }),
  )
  const text = JSON.stringify(fields)
  return { ...columns, fields: text, hash: hashOf(model, text, columns) }
}

async function updateRow(
  database: Kysely<Tables>,
  model: ModelName,
  { integration_id, id }: Row,
  values: Row,
): Promise<void> {
  const update = database.updateTable(model).set(values)
  await update.where('integration_id', '=', integration_id!).where('id', '=', id!).execute()
}
