import type { ModelName } from '../models/record.ts'
import type { RunCounts } from '../store/run-history.ts'
import { modelNames } from '../store/tables.ts'

/** What became of the rows of every model. */
export type SyncCounts = Record<ModelName, RunCounts>

/** What a run counts as it goes. */
export type Tally = { counts: SyncCounts; records: number; skipped: number; callsNoted: number }

export function emptyCounts(): SyncCounts {
  return Object.fromEntries(
    modelNames.map((model) => [model, { created: 0, changed: 0, unchanged: 0, deleted: 0 }]),
  ) as SyncCounts
}

export function addCounts(sum: SyncCounts, counts: Partial<SyncCounts>): void {
  for (const model of modelNames) {
    for (const name of ['created', 'changed', 'unchanged', 'deleted'] as const) {
      sum[model][name] += counts[model]?.[name] ?? 0
    }
  }
}
