import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import { FatalError, RetriableError } from '../icims/errors.ts'
import type { Integration } from '../store/integration.ts'
import { type AttemptEnd, addRunProgress, endAttempt, pruneRuns } from '../store/run-history.ts'
import { finishRun, type Run, readRunCursor, type SyncState, type SyncType } from '../store/runs.ts'
import { countSetAside, listSetAside, type SetAside } from '../store/set-aside.ts'
import type { Store } from '../store/store.ts'
import { applyScopes } from './apply-scopes.ts'
import { reserveFor } from './budget.ts'
import { createContext } from './context.ts'
import { deleteUnseen } from './delete-unseen.ts'
import { neededStreams } from './needed-streams.ts'
import { isSynced, openRun, seenBy } from './open-run.ts'
import type { ReadProgress } from './pages.ts'
import { keepWithinRetention } from './retention.ts'
import { snapshots } from './snapshots.ts'
import { syncSnapshot } from './sync-snapshot.ts'
import { type RunUnderWay, syncStream } from './sync-stream.ts'
import { emptyCounts, type SyncCounts, type Tally } from './tally.ts'
import { knownUpTo, skewAtStart } from './window.ts'

/** What a run is made with. */
export type SyncOptions = {
  integration: Pick<Integration, 'id' | 'settings' | 'sync' | 'scopes'>
  store: Store
  client: IcimsClient
  clock: Clock
  type: SyncType
  /** Records read at the same time. */
  concurrency?: number
  /** Rows of a full page of a search: iCIMS's own, save in tests. */
  pageSize?: number
  /** Told of every page that is stored. */
  onProgress?: (progress: SyncProgress) => void
  /** Told of every record that is read. */
  onRead?: (progress: SyncReading) => void
  /** Called in the transaction that writes down how an attempt ended, so that both hold or neither does. */
  onEnd?: (store: Store, end: SyncEnd) => Promise<void>
  signal?: AbortSignal
}

/** How an attempt of a run ended. `records` were read by it: some mean that iCIMS took the credentials. */
export type SyncEnd = AttemptEnd & { run: Run; records: number }

/** How far a run has come. */
export type SyncProgress = { stream: string; records: number; calls: number; callsLeft: number | null }

/** How far a run has come with one stream: what was read of it, and what was found to be read. */
export type SyncReading = Omit<SyncProgress, 'records'> & ReadProgress

/** What became of a run. */
export type SyncSummary = {
  runId: string
  /** A delta without an earlier complete run becomes full. */
  type: SyncType
  state: SyncState
  /** Why it did not succeed. */
  message: string | null
  /** When it goes on, ISO 8601, where the day's calls are used up: midnight UTC. */
  resumeAt: string | null
  counts: SyncCounts
  /** Records that make no row of their own, such as people who are no candidates. */
  skipped: number
  /** Records that could not be read, a thousand of them at most; the message tells how many there are. */
  setAside: readonly SetAside[]
  calls: number
  callsLeft: number | null
}

/** How many entries a summary lists. */
const listed = 1_000

/**
 * Brings the store up to date with iCIMS. Records are stored page by page together with the page's checkpoint, so a run that
 * is cut off anywhere goes on where it was; the date cursor moves only when the whole run is complete. A record that cannot
 * be read is set aside, and the next run of its stream reads it again; a page that cannot be read stops the run. A run that
 * did not get to its end, for whatever reason, stays open, and the next one of its type resumes it.
 */
export async function syncIntegration(options: SyncOptions): Promise<SyncSummary> {
  const { integration, store, client, clock } = options
  const began = clock.now().toISOString()
  const run = await openRun(options)
  const needed = neededStreams(integration)
  const tally: Tally = { counts: emptyCounts(), records: 0, skipped: 0, callsNoted: 0 }
  const notes: string[] = []
  let state: SyncState = 'SUCCEEDED'
  let resumeAt: string | null = null
  try {
    await applyScopes(options, run, tally.counts)
    client.leave(reserveFor(run.type, !(await isSynced(options)), integration.sync))
    const seen = await seenBy(store, run)
    const underWay: RunUnderWay = { options, run, seenBy: seen, context: createContext(options, run, seen), tally }
    for (const snapshot of snapshots) await syncSnapshot(underWay, snapshot)
    for (const stream of needed) await syncStream(underWay, stream)
    if (run.type === 'FULL') {
      notes.push(...(await deleteUnseen(options, run, tally.counts)))
      await keepWithinRetention(options, run, tally.counts)
    }
  } catch (error) {
    state = failureState(error, options.signal)
    resumeAt = state === 'TIMED_OUT' && error instanceof RetriableError ? error.resumeAt : null
    notes.push(error instanceof Error ? error.message : String(error))
  }
  const setAside = await countSetAside(store, run.id)
  const isComplete = state === 'SUCCEEDED'
  if (isComplete && setAside > 0) notes.unshift(`${setAside} records could not be read and were set aside.`)
  if (isComplete && notes.length > 0) state = 'PARTIALLY_FAILED'
  const message = notes.length === 0 ? null : notes.join(' ')
  const end = { state, at: clock.now().toISOString(), message, resumeAt }
  await store.transaction(async (inner) => {
    await addRunProgress(inner, run.id, client.calls - tally.callsNoted, {})
    await endAttempt(inner, run, end)
    if (isComplete) {
      const least = client.leastClockSkew
      const isResumed = run.startedAt < began
      const skew = isResumed ? skewAtStart(least, await readRunCursor(inner, run.integrationId)) : least
      const known = knownUpTo(run.startedAt, skew)
      await finishRun(inner, run, { ...end, streams: needed.map(({ name }) => name), knownUpTo: known })
      await pruneRuns(inner, run)
    }
    await options.onEnd?.(inner, { ...end, run, records: tally.records })
  })
  return {
    runId: run.id,
    type: run.type,
    state,
    message,
    resumeAt,
    counts: tally.counts,
    skipped: tally.skipped,
    setAside: await listSetAside(store, run.id, listed),
    calls: client.calls,
    callsLeft: client.rateLimit?.remaining ?? null,
  }
}

function failureState(error: unknown, signal: AbortSignal | undefined): SyncState {
  if (signal?.aborted) return 'CANCELLED'
  if (error instanceof RetriableError && error.resumeAt !== null) return 'TIMED_OUT'
  return error instanceof FatalError && error.isAuthentication ? 'AUTHENTICATION_FAILED' : 'FAILED'
}
