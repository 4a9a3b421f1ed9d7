import { disabledFields, isModelEnabled } from '../scopes.ts'
import { readAppliedScopes, saveAppliedScopes } from '../store/applied-scopes.ts'
import { emptyDeleted, takeOutFields } from '../store/rewrite.ts'
import { addRunProgress } from '../store/run-history.ts'
import { forgetCursor, type Run } from '../store/runs.ts'
import { modelNames } from '../store/tables.ts'
import { neededStreams } from './needed-streams.ts'
import { streams } from './streams.ts'
import type { SyncOptions } from './sync.ts'
import { addCounts, type SyncCounts } from './tally.ts'

/**
 * Brings the stored rows within the integration's scopes, where those have changed: rows of a disabled model are deleted and
 * emptied, disabled fields are taken out. What is enabled anew comes with the next full run; a stream that was not needed begins
 * with one. Cut off anywhere it is done again, which changes nothing twice.
 */
export async function applyScopes(
  { store, integration, clock }: SyncOptions,
  run: Run,
  sum: SyncCounts,
): Promise<void> {
  const { id, scopes } = integration
  const wanted = JSON.stringify([scopes.models, scopes.fields])
  if ((await readAppliedScopes(store, id)) === wanted) return
  for (const model of modelNames) {
    const at = clock.now().toISOString()
    const counts = await store.transaction(async (inner) => {
      const deleted = isModelEnabled(scopes, model) ? 0 : await inner.deleteUnseen(id, model, '', at)
      const one: Partial<SyncCounts> = { [model]: { created: 0, changed: 0, unchanged: 0, deleted } }
      await addRunProgress(inner, run.id, 0, one)
      return one
    })
    addCounts(sum, counts)
    if (!isModelEnabled(scopes, model)) await emptyDeleted(store, id, model, at)
    const disabled = disabledFields(scopes, model)
    if (disabled.length > 0) await takeOutFields(store, id, model, disabled, at)
  }
  const needed = neededStreams(integration)
  await store.transaction(async (inner) => {
    for (const stream of streams) if (!needed.includes(stream)) await forgetCursor(inner, id, stream.name)
    await saveAppliedScopes(inner, id, wanted)
  })
}
