import type { Store } from '../store/store.ts'
import { modelNames, parentColumns } from '../store/tables.ts'
import type { Mapped, Rows } from './stream.ts'
import type { SyncCounts } from './tally.ts'

/** Where rows are written, and the run they count as seen by. */
export type RowTarget = { store: Store; integrationId: string; seenBy: string; at: string }

/** Writes rows of any models; what became of them. */
export async function writeRows(
  { store, integrationId, seenBy, at }: RowTarget,
  rows: Rows,
): Promise<Partial<SyncCounts>> {
  const counts: Partial<SyncCounts> = {}
  for (const model of modelNames) {
    const records = rows[model] ?? []
    if (records.length === 0) continue
    counts[model] = { ...(await store.upsert(integrationId, model, records, at, seenBy)), deleted: 0 }
  }
  return counts
}

/** Writes the rows of records. Of rows that belong to one of them, those it does not have any more are deleted. */
export async function writeMapped(target: RowTarget, mapped: readonly Mapped[]): Promise<Partial<SyncCounts>> {
  const { store, integrationId, at } = target
  const rows: Rows = Object.fromEntries(
    modelNames.map((model) => [model, mapped.flatMap((one) => one.rows[model] ?? [])]),
  )
  const counts = await writeRows(target, rows)
  for (const model of modelNames) {
    if (parentColumns[model] === undefined) continue
    const parents = mapped.filter((one) => one.rows[model] !== undefined).map(({ remoteId }) => remoteId)
    const deleted = await store.deleteOthers(integrationId, model, parents, rows[model] ?? [], at)
    counts[model] = { created: 0, changed: 0, unchanged: 0, ...counts[model], deleted }
  }
  return counts
}
