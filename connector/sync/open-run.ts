import { findOpenRuns, type Run, readCursor, startRun, supersedeRun } from '../store/runs.ts'
import type { Store } from '../store/store.ts'
import { neededStreams } from './needed-streams.ts'
import { cutoffOf, selectionOf } from './selection.ts'
import type { SyncOptions } from './sync.ts'

/** What opening a run needs. */
export type OpenRunOptions = Pick<SyncOptions, 'store' | 'integration' | 'type' | 'clock'>

/**
 * The run to go on with: the one of its type that is not complete, or a new one. A delta needs a complete run before it; until
 * there is one every run is full. Deltas run while a full one waits for the calls of the next day. A full run that begins makes
 * a delta needless that was cut off, and other settings make any run needless that goes by the old ones.
 */
export async function openRun(options: OpenRunOptions): Promise<Run> {
  const { store, clock, integration } = options
  const { known, open, fresh } = await chooseRun(options)
  if (known !== undefined) return known
  const at = clock.now().toISOString()
  const { type, selection, cutoff } = fresh(at)
  return store.transaction(async (inner) => {
    for (const run of open) {
      if (run.selection !== selection) await supersedeRun(inner, run, at, 'The settings have changed.')
      else if (type === 'FULL') await supersedeRun(inner, run, at, 'A full run has taken its place.')
    }
    return startRun(inner, integration.id, type, at, { selection, cutoff })
  })
}

/** The run to go on with, if there is one; else what a new one would be, by the moment it begins. Nothing is written. */
export async function chooseRun(
  options: OpenRunOptions,
): Promise<{ known: Run | undefined; open: readonly Run[]; fresh: (startedAt: string) => Run }> {
  const { store, integration } = options
  const type = (await isSynced(options)) ? options.type : 'FULL'
  const selection = selectionOf(integration.sync)
  const open = await findOpenRuns(store, integration.id)
  const known = open.find((run) => run.type === type && run.selection === selection)
  const fresh = (startedAt: string): Run => ({
    ...unstarted,
    integrationId: integration.id,
    type,
    startedAt,
    selection,
    cutoff: cutoffOf(integration.sync, startedAt),
  })
  return { known, open, fresh }
}

const unstarted = {
  id: '',
  state: null,
  attempts: 0,
  attemptState: null,
  endedAt: null,
  message: null,
  resumeAt: null,
  calls: 0,
} as const

/** Whether every stream was complete once, so that a delta knows where to start. */
export async function isSynced({
  store,
  integration,
}: Pick<OpenRunOptions, 'store' | 'integration'>): Promise<boolean> {
  const cursors = neededStreams(integration).map(({ name }) => readCursor(store, integration.id, name))
  return (await Promise.all(cursors)).every((cursor) => cursor !== undefined)
}

/** The run that what is seen now counts for: the full run that is not complete, if there is one, for what is seen is there. */
export async function seenBy(store: Store, run: Pick<Run, 'id' | 'integrationId'>): Promise<string> {
  const open = await findOpenRuns(store, run.integrationId)
  return open.find(({ type }) => type === 'FULL')?.id ?? run.id
}
