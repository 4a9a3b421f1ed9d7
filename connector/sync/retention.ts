import { clearOutside, cutoffModels, dropOutside } from '../store/outside.ts'
import { emptyDeleted } from '../store/rewrite.ts'
import { addRunProgress } from '../store/run-history.ts'
import type { Run } from '../store/runs.ts'
import { modelNames } from '../store/tables.ts'
import type { SyncOptions } from './sync.ts'
import { addCounts, type SyncCounts } from './tally.ts'

/** How long the fields of a deleted row are kept, and a row outside a cutoff at all, in milliseconds: 14 days. */
export const retention = 14 * 86_400_000

/** At the end of a full run: drops what has been outside the cutoff for so long, and empties what has been deleted for so long. */
export async function keepWithinRetention(
  { store, integration, clock }: SyncOptions,
  run: Run,
  sum: SyncCounts,
): Promise<void> {
  const { id } = integration
  const at = clock.now().toISOString()
  const before = new Date(Date.parse(at) - retention).toISOString()
  await store.transaction(async (inner) => {
    if (run.cutoff === null) return clearOutside(inner, id)
    const counts: Partial<SyncCounts> = {}
    for (const model of cutoffModels) {
      const deleted = await dropOutside(inner, id, model, before, at)
      counts[model] = { created: 0, changed: 0, unchanged: 0, deleted }
    }
    addCounts(sum, counts)
    await addRunProgress(inner, run.id, 0, counts)
  })
  for (const model of modelNames) await emptyDeleted(store, id, model, before)
}
