import { addRunProgress } from '../store/run-history.ts'
import { type Run, readCheckpoint, saveCheckpoint } from '../store/runs.ts'
import { addSetAside, clearSetAside, type KeptSetAside, listUnread } from '../store/set-aside.ts'
import type { Store } from '../store/store.ts'
import { listNewTracked, noteTrackedPeople, noteTrackedRead } from '../store/tracked.ts'
import { createFind } from './find.ts'
import { type Page, type ReadProgress, readPages } from './pages.ts'
import { trackedColumnOf } from './selection.ts'
import type { Stream, StreamContext } from './stream.ts'
import type { SyncOptions, SyncProgress } from './sync.ts'
import { addCounts, type Tally } from './tally.ts'
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
  const find = await createFind(options, run, stream)
  const unread = await listUnread(store, integration.id, stream.name)
  // A full run meets them anyway.
  const again = run.type === 'DELTA' && lastId === '0' ? await readAgain(underWay, stream, unread) : []
  const batch = pageSize === undefined ? {} : { batch: Math.min(pageSize, 250) }
  const onRead = (progress: ReadProgress): void =>
    options.onRead?.({ stream: stream.name, ...progress, ...callsOf(client) })
  const source = { stream, context, find, afterId: lastId, again, concurrency, onRead, ...batch }
  for await (const page of readPages(source)) {
    await writePage(underWay, stream, page, unread)
    tally.records += page.records
    tally.skipped += page.mapped.filter(({ skipped }) => skipped !== undefined).length
    options.onProgress?.({ stream: stream.name, records: tally.records, ...callsOf(client) })
    signal?.throwIfAborted()
  }
}

function callsOf({ calls, rateLimit }: SyncOptions['client']): Pick<SyncProgress, 'calls' | 'callsLeft'> {
  return { calls, callsLeft: rateLimit?.remaining ?? null }
}

/**
 * What a delta reads though its date may lie outside the window: what could not be read before, what was tracked since, and what
 * the stream names. What was gone is for the next full run to tell; until then it stays set aside, without a call.
 */
async function readAgain(
  { options, run, context }: RunUnderWay,
  stream: Stream,
  unread: readonly KeptSetAside[],
): Promise<string[]> {
  const { store, integration, clock } = options
  const gone = unread.filter(({ isGone }) => isGone)
  await addSetAside(store, run.id, gone, clock.now().toISOString())
  const missed = unread.filter(({ isGone }) => !isGone).map(({ remoteId }) => remoteId)
  const tracked = trackedColumnOf(stream, integration.sync)
  const added = tracked === undefined ? [] : await listNewTracked(store, integration.id, tracked)
  return [...missed, ...added, ...((await stream.again?.(context)) ?? [])]
}

/** The rows of a page, what is counted of them and its checkpoint, together or not at all. */
async function writePage(
  { options, run, seenBy, tally }: RunUnderWay,
  stream: Stream,
  page: Page,
  unread: readonly KeptSetAside[],
): Promise<void> {
  const { store, integration, client, clock } = options
  const { id: integrationId, scopes } = integration
  const { mapped, setAside, lastId, isLast } = page
  const calls = client.calls
  const before = new Map(unread.map(({ remoteId, since }) => [remoteId, since]))
  await store.transaction(async (inner) => {
    const at = clock.now().toISOString()
    const target = { store: inner, integrationId, scopes, seenBy, at }
    const counts = await writeMapped(target, stream.owns, mapped)
    addCounts(tally.counts, counts)
    const back = mapped.map(({ remoteId }) => remoteId).filter((remoteId) => before.has(remoteId))
    await clearSetAside(inner, run.id, stream.name, back)
    const kept = setAside.map((entry) => ({ ...entry, since: before.get(entry.remoteId) ?? at }))
    await addSetAside(inner, run.id, kept, at)
    await noteTracked(inner, options, stream, page)
    await saveCheckpoint(inner, run.id, stream.name, { lastId, done: isLast })
    await addRunProgress(inner, run.id, calls - tally.callsNoted, counts)
  })
  tally.callsNoted = calls
}

/** Where only tracked applications are kept: which have been read, and whose they are. */
async function noteTracked(
  store: Store,
  { integration }: SyncOptions,
  stream: Stream,
  { mapped, setAside }: Page,
): Promise<void> {
  const column = trackedColumnOf(stream, integration.sync)
  if (column === undefined) return
  const read = [...mapped, ...setAside].map(({ remoteId }) => remoteId)
  await noteTrackedRead(store, integration.id, column, read)
  if (column !== 'workflow_id') return
  const people = mapped.flatMap(({ remoteId: workflowId, rows }) => {
    const personId = rows.ats_applications?.[0]?.links.candidate_id
    return personId == null ? [] : [{ workflowId, personId }]
  })
  await noteTrackedPeople(store, integration.id, people)
}
