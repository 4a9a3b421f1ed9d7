import PQueue from 'p-queue'
import type { Clock } from '../clock.ts'
import type { IcimsAddress } from '../icims/address.ts'
import { type IcimsClient, icimsPageSize } from '../icims/client.ts'
import { FatalError, RecordError } from '../icims/errors.ts'
import type { ModelName } from '../models/record.ts'
import type { Integration } from '../store/integration.ts'
import {
  addSetAside,
  findOpenRun,
  finishRun,
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
import type { Store, Written } from '../store/store.ts'
import { modelNames } from '../store/tables.ts'
import type { Mapped, Stream, StreamContext } from './stream.ts'
import { streams } from './streams.ts'
import { changedWithin } from './window.ts'

/** What a run is made with. */
export type SyncOptions = {
  integration: Integration
  store: Store
  client: IcimsClient
  clock: Clock
  type: SyncType
  /** Records read at the same time. */
  concurrency?: number
  onProgress?: (progress: SyncProgress) => void
  signal?: AbortSignal
}

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
  counts: Record<ModelName, Written & { deleted: number }>
  /** Records that make no row of their own, such as people who are no candidates. */
  skipped: number
  setAside: readonly SetAside[]
  calls: number
  callsLeft: number | null
}

/**
 * Brings the store up to date with iCIMS. Records are stored page by page together with the page's checkpoint, so a run that
 * is cut off anywhere goes on where it was; the date cursor moves only when the whole run is complete. A record that cannot
 * be read is set aside, a page that cannot stops the run.
 */
export async function syncIntegration(options: SyncOptions): Promise<SyncSummary> {
  const { integration, store, client, clock } = options
  const open = await findOpenRun(store, integration.id)
  const type = open?.type ?? (await possibleType(options))
  const run = open ?? (await startRun(store, integration.id, type, clock.now().toISOString()))
  const counts = emptyCounts()
  const progress = { records: 0, skipped: 0 }
  let state: SyncState = 'SUCCEEDED'
  let message: string | null = null
  try {
    const context = createContext(options)
    for (const stream of streams) await syncStream(options, run, stream, context, counts, progress)
    if (run.type === 'FULL') await deleteUnseen(options, run, counts)
  } catch (error) {
    state = failureState(error, options.signal)
    message = error instanceof Error ? error.message : String(error)
  }
  const setAside = await listSetAside(store, run.id)
  if (state === 'SUCCEEDED' && setAside.length > 0) {
    state = 'PARTIALLY_FAILED'
    message = `${setAside.length} records could not be read and were set aside.`
  }
  const isComplete = state === 'SUCCEEDED' || state === 'PARTIALLY_FAILED'
  // A run that failed for a passing reason stays open: the next one resumes it.
  const stays = state === 'FAILED' || state === 'CANCELLED'
  if (!stays) {
    const promote = isComplete ? streams.map(({ name }) => name) : []
    await finishRun(store, run, { state, at: clock.now().toISOString(), message, promote })
  }
  const callsLeft = client.rateLimit?.remaining ?? null
  return {
    runId: run.id,
    type: run.type,
    state,
    message,
    counts,
    skipped: progress.skipped,
    setAside,
    calls: client.calls,
    callsLeft,
  }
}

async function possibleType({ store, integration, type }: SyncOptions): Promise<SyncType> {
  const cursors = await Promise.all(streams.map(({ name }) => readCursor(store, integration.id, name)))
  return cursors.every((cursor) => cursor !== undefined) ? type : 'FULL'
}

async function syncStream(
  options: SyncOptions,
  run: Run,
  stream: Stream,
  context: StreamContext,
  counts: SyncSummary['counts'],
  progress: { records: number; skipped: number },
): Promise<void> {
  const { store, client, integration, clock, signal } = options
  const queue = new PQueue({ concurrency: options.concurrency ?? 16 })
  const window = run.type === 'FULL' ? [] : [await deltaWindow(options, run, stream)]
  const filters = [...stream.filters(integration.settings), ...window]
  let { lastId, done } = await readCheckpoint(store, run.id, stream.name)
  while (!done) {
    signal?.throwIfAborted()
    const ids = await client.searchPage(stream.name, filters, lastId)
    const reading = Promise.all(ids.map((id) => queue.add(() => readRecord(String(id), stream, context))))
    const read = await reading.catch(async (error: unknown) => {
      // The page has failed: what has not begun is not asked for, what has is waited for.
      queue.clear()
      await queue.onIdle()
      throw error
    })
    const setAside = read.filter((outcome) => 'reason' in outcome)
    const mapped = read.filter((outcome) => 'rows' in outcome)
    lastId = ids.at(-1) ?? lastId
    done = ids.length < icimsPageSize
    await store.transaction(async (inner) => {
      const at = clock.now().toISOString()
      for (const model of modelNames) {
        const records = mapped.flatMap(({ rows }) => rows[model] ?? [])
        if (records.length > 0) add(counts[model], await inner.upsert(integration.id, model, records, at, run.id))
      }
      await addSetAside(inner, run.id, setAside)
      await saveCheckpoint(inner, run.id, stream.name, { lastId, done })
    })
    progress.records += ids.length
    progress.skipped += mapped.filter(({ skipped }) => skipped !== undefined).length
    const callsLeft = client.rateLimit?.remaining ?? null
    options.onProgress?.({ stream: stream.name, records: progress.records, calls: client.calls, callsLeft })
  }
}

async function deltaWindow({ store, integration }: SyncOptions, run: Run, stream: Stream) {
  const since = await readCursor(store, integration.id, stream.name)
  return changedWithin(stream.name, since!, run.startedAt)
}

/** The record's rows, or why it is set aside; anything else that goes wrong stops the page. */
async function readRecord(remoteId: string, stream: Stream, context: StreamContext): Promise<Mapped | SetAside> {
  try {
    return await stream.read(remoteId, context)
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    return { stream: stream.name, remoteId, reason: error.message }
  }
}

async function deleteUnseen(
  { store, integration, clock }: SyncOptions,
  run: Run,
  counts: SyncSummary['counts'],
): Promise<void> {
  const setAside = await listSetAside(store, run.id)
  for (const { name, owns } of streams) {
    // What could not be read is not known to be gone, so that stream deletes nothing.
    if (setAside.some(({ stream }) => stream === name)) continue
    for (const model of owns) {
      counts[model].deleted += await store.deleteUnseen(integration.id, model, run.id, clock.now().toISOString())
    }
  }
}

function createContext({ client, integration }: SyncOptions): StreamContext {
  const addresses = new Map<string, Promise<IcimsAddress>>()
  return {
    client,
    settings: integration.settings,
    address(companyId, entry) {
      const key = `${companyId}/${entry}`
      const known = addresses.get(key) ?? client.getCompanyAddress(companyId, entry)
      addresses.set(key, known)
      return known
    },
  }
}

function failureState(error: unknown, signal: AbortSignal | undefined): SyncState {
  if (signal?.aborted) return 'CANCELLED'
  return error instanceof FatalError && error.isAuthentication ? 'AUTHENTICATION_FAILED' : 'FAILED'
}

function emptyCounts(): SyncSummary['counts'] {
  return Object.fromEntries(
    modelNames.map((model) => [model, { created: 0, changed: 0, unchanged: 0, deleted: 0 }]),
  ) as SyncSummary['counts']
}

function add(sum: Written, written: Written): void {
  sum.created += written.created
  sum.changed += written.changed
  sum.unchanged += written.unchanged
}
