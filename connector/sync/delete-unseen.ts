import { addRunProgress } from '../store/run-history.ts'
import { type Run, readCheckpoint } from '../store/runs.ts'
import { listSetAside } from '../store/set-aside.ts'
import { streams } from './streams.ts'
import type { SyncOptions } from './sync.ts'
import type { SyncCounts } from './tally.ts'

/**
 * Deletes what a full run did not see. A record it could not read counts as seen: it is not known to be gone.
 *
 * @returns what was not deleted although it was not seen, in words.
 */
export async function deleteUnseen(
  { store, integration, clock }: SyncOptions,
  run: Run,
  counts: SyncCounts,
): Promise<string[]> {
  const setAside = await listSetAside(store, run.id)
  const notes: string[] = []
  for (const { name, owns } of streams) {
    const unread = setAside.filter(({ stream }) => stream === name).map(({ remoteId }) => remoteId)
    const { lastId } = await readCheckpoint(store, run.id, name)
    for (const model of owns) await store.markSeen(integration.id, model, unread, run.id)
    // Nobody loses every record overnight: more likely the API user lost the right to see them.
    const isEmpty = lastId === '0' && (await store.countSeen(integration.id, owns[0]!, run.id)) === 0
    const kept = isEmpty ? await store.countLive(integration.id, owns[0]!) : 0
    if (kept > 0) {
      notes.push(
        `The search of ${name} found nothing, but ${kept} rows of it are stored: none was deleted. Check that the API user may search ${name}.`,
      )
      continue
    }
    for (const model of owns) {
      counts[model].deleted += await store.transaction(async (inner) => {
        const deleted = await inner.deleteUnseen(integration.id, model, run.id, clock.now().toISOString())
        await addRunProgress(inner, run.id, 0, { [model]: { created: 0, changed: 0, unchanged: 0, deleted } })
        return deleted
      })
    }
  }
  return notes
}
