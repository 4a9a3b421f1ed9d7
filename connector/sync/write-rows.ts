import type { ModelName, UnifiedRecord } from '../models/record.ts'
import { isModelEnabled, withinScope } from '../scopes.ts'
import type { ScopeSettings } from '../settings.ts'
import { toUnifiedId } from '../store/id.ts'
import { findPrimaries, noteMerge } from '../store/merges.ts'
import { moveApplications } from '../store/rewrite.ts'
import type { RunCounts } from '../store/run-history.ts'
import type { Store } from '../store/store.ts'
import { modelNames, parentColumns } from '../store/tables.ts'
import { moveTracked } from '../store/tracked.ts'
import type { Mapped, Rows } from './stream.ts'
import type { SyncCounts } from './tally.ts'

/** Where rows are written, what of them, and the run they count as seen by. */
export type RowTarget = { store: Store; integrationId: string; scopes: ScopeSettings; seenBy: string; at: string }

type Counts = Partial<SyncCounts>

/** Writes rows of any models; what became of them. */
export async function writeRows({ store, integrationId, scopes, seenBy, at }: RowTarget, rows: Rows): Promise<Counts> {
  const counts: Counts = {}
  for (const model of modelNames) {
    const records = rows[model] ?? []
    if (records.length === 0 || !isModelEnabled(scopes, model)) continue
    const kept = records.map((record) => withinScope(scopes, model, record))
    add(counts, model, await store.upsert(integrationId, model, kept, at, seenBy))
  }
  return counts
}

/**
 * Writes the rows of records. What a record does not make any more is deleted: its row in a model that the stream owns, and its
 * rows in a model whose rows belong to it. A person who was merged leaves its applications to the other one.
 */
export async function writeMapped(
  target: RowTarget,
  owns: readonly ModelName[],
  mapped: readonly Mapped[],
): Promise<Counts> {
  const { store, integrationId, at } = target
  const rows: Rows = Object.fromEntries(
    modelNames.map((model) => [model, mapped.flatMap((one) => one.rows[model] ?? [])]),
  )
  const counts = await writeRows(target, {
    ...rows,
    ats_applications: await ofPrimaries(target, rows.ats_applications ?? []),
  })
  for (const model of modelNames) {
    const parents = mapped.filter((one) => one.rows[model] !== undefined)
    if (parentColumns[model] !== undefined) {
      const ids = parents.map(({ remoteId }) => remoteId)
      add(counts, model, { deleted: await store.deleteOthers(integrationId, model, ids, rows[model] ?? [], at) })
    } else if (owns.includes(model)) {
      const gone = parents.filter((one) => one.rows[model]!.length === 0).map(({ remoteId }) => remoteId)
      add(counts, model, { deleted: await store.deleteRows(integrationId, model, gone, at) })
    }
  }
  for (const { remoteId, mergedInto } of mapped) {
    if (mergedInto !== undefined)
      add(counts, 'ats_applications', { changed: await merge(target, remoteId, mergedInto) })
  }
  return counts
}

/** The applications with the candidates that those of merged people are now. */
async function ofPrimaries(
  { store, integrationId }: RowTarget,
  applications: readonly UnifiedRecord[],
): Promise<readonly UnifiedRecord[]> {
  const candidates = applications.flatMap(({ links }) => links.candidate_id ?? [])
  const primaries = candidates.length === 0 ? new Map() : await findPrimaries(store, integrationId, candidates)
  if (primaries.size === 0) return applications
  return applications.map((record) => {
    const { candidate_id: id } = record.links
    return id == null ? record : { ...record, links: { ...record.links, candidate_id: primaries.get(id) ?? id } }
  })
}

async function merge({ store, integrationId, at }: RowTarget, discarded: string, into: string): Promise<number> {
  await noteMerge(store, integrationId, discarded, into)
  const primary = (await findPrimaries(store, integrationId, [into])).get(into) ?? into
  await moveTracked(store, integrationId, discarded, primary)
  const ids = [discarded, primary].map((id) => toUnifiedId(integrationId, id)) as [string, string]
  return moveApplications(store, integrationId, ...ids, at)
}

function add(counts: Counts, model: ModelName, more: Partial<RunCounts>): void {
  const sum = counts[model] ?? { created: 0, changed: 0, unchanged: 0, deleted: 0 }
  for (const [name, value] of Object.entries(more)) sum[name as keyof RunCounts] += value
  counts[model] = sum
}
