import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import { FatalError } from '../icims/errors.ts'
import type { Integration } from '../store/integration.ts'
import { type AttemptEnd, addRunProgress, endAttempt, pruneRuns } from '../store/run-history.ts'
import {
  addSetAside,
  findOpenRun,
  finishRun,
  listLastSetAside,
  listSetAside,
  type Run,
  readCheckpoint,
  readCursor,
  type SetAside,
  type SyncState,
  type SyncType,
  saveCheckpoint,
  startRun,
} from '../store/runs.ts'
import type { Store } from '../store/store.ts'
import { createContext } from './context.ts'
import { deleteUnseen } from './delete-unseen.ts'
import { type Page, readPages } from './pages.ts'
import { syncSnapshot } from './snapshots.ts'
import type { Stream, StreamContext } from './stream.ts'
import { snapshots, streams } from './streams.ts'
import { addCounts, emptyCounts, type SyncCounts } from './tally.ts'
import { changedWithin, knownUpTo, windowEnd } from './window.ts'
import { writeMapped } from './write-rows.ts'

/** What a run is made with. */
export type SyncOptions = {
  integration: Pick<Integration, 'id' | 'settings'>
  store: Store
  client: IcimsClient
  clock: Clock
  type: SyncType
  /** Records read at the same time. */
  concurrency?: number
  /** Rows of a full page of a search: iCIMS's own, save in tests. */
  pageSize?: number
  onProgress?: (progress: SyncProgress) => void
  /** Called in the transaction that writes down how an attempt ended, so that both hold or neither does. */
  onEnd?: (store: Store, end: SyncEnd) => Promise<void>
  signal?: AbortSignal
}

/** How an attempt of a run ended. `records` were read by it: some mean that iCIMS took the credentials. */
export type SyncEnd = AttemptEnd & { run: Run; records: number }

/** How far a run has come. */
export type SyncProgress = { stream: string; records: number; calls: number; callsLeft: number | null }

/** What became of a run. */
export type SyncSummary = {
  runId: string
  /** A delta without an earlier complete run becomes full. */
  type: SyncType
  state: SyncState
  /** Why it did not succeed. */
  message: string | null
  counts: SyncCounts
  /** Records that make no row of their own, such as people who are no candidates. */
  skipped: number
  setAside: readonly SetAside[]
  calls: number
  callsLeft: number | null
}

/** What a run counts as it goes. */
type Tally = { counts: SyncCounts; records: number; skipped: number; callsNoted: number }

/**
 * Brings the store up to date with iCIMS. Records are stored page by page together with the page's checkpoint, so a run that
 * is cut off anywhere goes on where it was; the date cursor moves only when the whole run is complete. A record that cannot
 * be read is set aside, and the next run of its stream reads it again; a page that cannot be read stops the run. A run that
 * did not get to its end, for whatever reason, stays open, and the next one resumes it.
 */
export async function syncIntegration(options: SyncOptions): Promise<SyncSummary> {
  const { store, client, clock } = options
  const run = await openRun(options)
  const tally: Tally = { counts: emptyCounts(), records: 0, skipped: 0, callsNoted: 0 }
  const notes: string[] = []
  let state: SyncState = 'SUCCEEDED'
  try {
    const context = createContext(options, run.type)
    for (const snapshot of snapshots) await syncSnapshot(options, run, snapshot, context, tally.counts)
    for (const stream of streams) await syncStream(options, run, stream, context, tally)
    if (run.type === 'FULL') notes.push(...(await deleteUnseen(options, run, tally.counts)))
  } catch (error) {
    state = failureState(error, options.signal)
    notes.push(error instanceof Error ? error.message : String(error))
  }
  const setAside = await listSetAside(store, run.id)
  const isComplete = state === 'SUCCEEDED'
  if (isComplete && setAside.length > 0) {
    notes.unshift(`${setAside.length} records could not be read and were set aside.`)
  }
  if (isComplete && notes.length > 0) state = 'PARTIALLY_FAILED'
  const end = { state, at: clock.now().toISOString(), message: messageOf(notes) }
  await store.transaction(async (inner) => {
    await addRunProgress(inner, run.id, client.calls - tally.callsNoted, {})
    await endAttempt(inner, run, end)
    if (isComplete) {
      const known = knownUpTo(run.startedAt, client.clockSkew)
      await finishRun(inner, run, { ...end, streams: streams.map(({ name }) => name), knownUpTo: known })
      await pruneRuns(inner, run)
    }
    await options.onEnd?.(inner, { ...end, run, records: tally.records })
  })
  return {
    runId: run.id,
    type: run.type,
    state,
    message: messageOf(notes),
    counts: tally.counts,
    skipped: tally.skipped,
    setAside,
    calls: client.calls,
    callsLeft: client.rateLimit?.remaining ?? null,
  }
}

/** The run to go on with: the one that is not complete, or a new one. */
export async function openRun(options: Pick<SyncOptions, 'store' | 'integration' | 'type' | 'clock'>): Promise<Run> {
  const { store, integration, clock } = options
  const open = await findOpenRun(store, integration.id)
  return open ?? startRun(store, integration.id, await possibleType(options), clock.now().toISOString())
}

async function possibleType({
  store,
  integration,
  type,
}: Pick<SyncOptions, 'store' | 'integration' | 'type'>): Promise<SyncType> {
  const cursors = await Promise.all(streams.map(({ name }) => readCursor(store, integration.id, name)))
  return cursors.every((cursor) => cursor !== undefined) ? type : 'FULL'
}

async function syncStream(
  options: SyncOptions,
  run: Run,
  stream: Stream,
  context: StreamContext,
  tally: Tally,
): Promise<void> {
  const { store, client, integration, concurrency = 16, pageSize, signal } = options
  const { lastId, done } = await readCheckpoint(store, run.id, stream.name)
  if (done) return
  signal?.throwIfAborted()
  const isDelta = run.type === 'DELTA'
  const window = isDelta ? [await deltaWindow(options, run, stream)] : []
  const own = stream.filters(integration.settings)
  if (own === undefined) return
  const filters = [...own, ...window]
  // Their dates may lie outside the window. A full run meets them anyway.
  const missed = isDelta && lastId === '0' ? await listLastSetAside(store, integration.id) : []
  const again = missed.filter((entry) => entry.stream === stream.name).map(({ remoteId }) => remoteId)
  const source = {
    client,
    stream,
    context,
    filters,
    afterId: lastId,
    again,
    concurrency,
    ...(pageSize && { pageSize }),
  }
  for await (const page of readPages(source)) {
    await writePage(options, run, stream, page, tally)
    tally.records += page.records
    tally.skipped += page.mapped.filter(({ skipped }) => skipped !== undefined).length
    const callsLeft = client.rateLimit?.remaining ?? null
    options.onProgress?.({ stream: stream.name, records: tally.records, calls: client.calls, callsLeft })
    signal?.throwIfAborted()
  }
}

/** The rows of a page, what is counted of them and its checkpoint, together or not at all. */
async function writePage(
  { store, integration, client, clock }: SyncOptions,
  run: Run,
  stream: Stream,
  { mapped, setAside, lastId, isLast }: Page,
  tally: Tally,
): Promise<void> {
  const calls = client.calls
  await store.transaction(async (inner) => {
    const at = clock.now().toISOString()
    const counts = await writeMapped({ store: inner, integrationId: integration.id, run, at }, mapped)
    addCounts(tally.counts, counts)
    await addSetAside(inner, run.id, setAside)
    await saveCheckpoint(inner, run.id, stream.name, { lastId, done: isLast })
    await addRunProgress(inner, run.id, calls - tally.callsNoted, counts)
  })
  tally.callsNoted = calls
}

async function deltaWindow({ store, integration }: SyncOptions, run: Run, stream: Stream) {
  const since = await readCursor(store, integration.id, stream.name)
  return changedWithin(stream.search, since!, windowEnd(run.startedAt))
}

function failureState(error: unknown, signal: AbortSignal | undefined): SyncState {
  if (signal?.aborted) return 'CANCELLED'
  return error instanceof FatalError && error.isAuthentication ? 'AUTHENTICATION_FAILED' : 'FAILED'
}

function messageOf(notes: readonly string[]): string | null {
  return notes.length === 0 ? null : notes.join(' ')
}
