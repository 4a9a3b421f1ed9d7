import { findOpenRuns, type Run, readCursor, type SyncType, startRun, supersedeRun } from '../store/runs.ts'
import type { Store } from '../store/store.ts'
import { streams } from './streams.ts'
import type { SyncOptions } from './sync.ts'

/**
 * The run to go on with: the one of its type that is not complete, or a new one. A delta needs a complete run before it; until
 * there is one every run is full. Deltas run while a full one waits for the calls of the next day. A full run that begins makes
 * a delta needless that was cut off.
 */
export async function openRun(options: Pick<SyncOptions, 'store' | 'integration' | 'type' | 'clock'>): Promise<Run> {
  const { store, integration, clock } = options
  const type = (await isSynced(store, integration.id)) ? options.type : 'FULL'
  const open = await findOpenRuns(store, integration.id)
  const known = open.find((run) => run.type === type)
  if (known !== undefined) return known
  const at = clock.now().toISOString()
  return store.transaction(async (inner) => {
    for (const run of type === 'FULL' ? open : []) {
      await supersedeRun(inner, run, at, 'A full run has taken its place.')
    }
    return startRun(inner, integration.id, type, at)
  })
}

/** Whether every stream was complete once, so that a delta knows where to start. */
export async function isSynced(store: Store, integrationId: string): Promise<boolean> {
  const cursors = await Promise.all(streams.map(({ name }) => readCursor(store, integrationId, name)))
  return cursors.every((cursor) => cursor !== undefined)
}

/** What is seen now counts as seen by the full run that is not complete as well: it is there. */
export async function seenBy(store: Store, run: Run): Promise<string> {
  const open: { id: string; type: SyncType }[] = await findOpenRuns(store, run.integrationId)
  return open.find(({ type }) => type === 'FULL')?.id ?? run.id
}
