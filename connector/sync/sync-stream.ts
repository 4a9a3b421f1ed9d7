import type { IcimsFilter } from '../icims/client.ts'
import { addRunProgress } from '../store/run-history.ts'
import { type Run, readCheckpoint, readCursor, saveCheckpoint } from '../store/runs.ts'
import { addSetAside, listUnread } from '../store/set-aside.ts'
import { type Page, readPages } from './pages.ts'
import type { Stream, StreamContext } from './stream.ts'
import type { SyncOptions } from './sync.ts'
import { addCounts, type Tally } from './tally.ts'
import { changedWithin, windowEnd } from './window.ts'
import { writeMapped } from './write-rows.ts'

/** A run under way: what all its streams share. */
export type RunUnderWay = {
  options: SyncOptions
  run: Run
  /** The run that what is seen counts for. */
  seenBy: string
  context: StreamContext
  tally: Tally
}

/** Reads what a stream has to read in this run, from where it was cut off, and writes it page by page. */
export async function syncStream(underWay: RunUnderWay, stream: Stream): Promise<void> {
  const { options, run, context, tally } = underWay
  const { store, client, integration, concurrency = 16, pageSize, signal } = options
  const { lastId, done } = await readCheckpoint(store, run.id, stream.name)
  if (done) return
  signal?.throwIfAborted()
  const isDelta = run.type === 'DELTA'
  const own = stream.filters(integration.settings)
  if (own === undefined) return
  const filters = [...own, ...(isDelta ? [await deltaWindow(options, run, stream)] : [])]
  // A full run meets them anyway.
  const again = isDelta && lastId === '0' ? await readAgain(underWay, stream) : []
  const page = pageSize === undefined ? {} : { pageSize }
  const source = { client, stream, context, filters, afterId: lastId, again, concurrency, ...page }
  for await (const page of readPages(source)) {
    await writePage(underWay, stream, page)
    tally.records += page.records
    tally.skipped += page.mapped.filter(({ skipped }) => skipped !== undefined).length
    const callsLeft = client.rateLimit?.remaining ?? null
    options.onProgress?.({ stream: stream.name, records: tally.records, calls: client.calls, callsLeft })
    signal?.throwIfAborted()
  }
}

/** What a delta reads though its date may lie outside the window: what could not be read before, and what the stream names. */
async function readAgain({ options, context }: RunUnderWay, stream: Stream): Promise<string[]> {
  const unread = await listUnread(options.store, options.integration.id)
  const missed = unread.filter((entry) => entry.stream === stream.name).map(({ remoteId }) => remoteId)
  return [...missed, ...((await stream.again?.(context)) ?? [])]
}

/** The rows of a page, what is counted of them and its checkpoint, together or not at all. */
async function writePage(
  { options, run, seenBy, tally }: RunUnderWay,
  stream: Stream,
  { mapped, setAside, lastId, isLast }: Page,
): Promise<void> {
  const { store, integration, client, clock } = options
  const calls = client.calls
  await store.transaction(async (inner) => {
    const at = clock.now().toISOString()
    const counts = await writeMapped({ store: inner, integrationId: integration.id, seenBy, at }, mapped)
    addCounts(tally.counts, counts)
    await addSetAside(inner, run.id, setAside, at)
    await saveCheckpoint(inner, run.id, stream.name, { lastId, done: isLast })
    await addRunProgress(inner, run.id, calls - tally.callsNoted, counts)
  })
  tally.callsNoted = calls
}

async function deltaWindow({ store, integration }: SyncOptions, run: Run, stream: Stream): Promise<IcimsFilter> {
  const since = await readCursor(store, integration.id, stream.name)
  return changedWithin(stream.search, since!, windowEnd(run.startedAt))
}
