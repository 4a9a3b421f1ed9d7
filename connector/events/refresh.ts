import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import { RecordError, RetriableError } from '../icims/errors.ts'
import type { ModelName } from '../models/record.ts'
import type { Integration } from '../store/integration.ts'
import type { Store } from '../store/store.ts'
import { keepTracked } from '../store/tracked.ts'
import { createContext } from '../sync/context.ts'
import { neededStreams } from '../sync/needed-streams.ts'
import { seenBy } from '../sync/open-run.ts'
import { trackedColumnOf } from '../sync/selection.ts'
import type { Mapped, Stream } from '../sync/stream.ts'
import { writeMapped } from '../sync/write-rows.ts'
import { namedBy } from '../webhooks/event.ts'
import { recordEvent } from '../webhooks/outbox.ts'

/** A record by its path and id. */
export type RecordName = { path: string; id: string }

/** What refreshing works with. */
export type RefreshOptions = { store: Store; clock: Clock; integration: Integration; client: IcimsClient }

/** What counts as the run that saw a row where no full run is under way: the next one sees it again, or it is gone. */
const seenByEvent = 'event'

/**
 * Reads records again as a sync would, writes them, and tells which models changed, all of it together or not at all.
 *
 * @param cause names why, once and for all. @param also done in the same transaction; told why a record made no rows.
 * @throws RetriableError or FatalError when iCIMS cannot be asked.
 */
export async function refreshRecords(
  options: RefreshOptions,
  records: readonly RecordName[],
  cause: string,
  also: (store: Store, notes: readonly string[]) => Promise<void>,
): Promise<void> {
  const { store, clock, integration } = options
  const startedAt = clock.now().toISOString()
  const run = { id: seenByEvent, integrationId: integration.id, type: 'DELTA', startedAt } as const
  const context = createContext(options, run, await seenBy(store, run))
  const read: { stream: Stream; mapped: Mapped }[] = []
  const notes: string[] = []
  for (const { path, id } of records) {
    const stream = await streamOf(store, integration, path, id)
    if (stream === undefined) continue
    try {
      read.push({ stream, mapped: await stream.read(id, context) })
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      if (error.isServerFault) throw new RetriableError(error.message, { cause: error, isServerFault: true })
      // What is gone is for the next full run to find, and what is hidden was hidden before.
      notes.push(error.message)
    }
  }
  const at = clock.now().toISOString()
  await store.transaction(async (inner) => {
    const { id: integrationId, scopes } = integration
    const target = { store: inner, integrationId, scopes, seenBy: await seenBy(inner, run), at }
    const changed = new Set<ModelName>()
    for (const { stream, mapped } of read) {
      const counts = await writeMapped(target, stream.owns, [mapped])
      for (const [model, { created, changed: moved, deleted }] of Object.entries(counts)) {
        if (created + moved + deleted > 0) changed.add(model as ModelName)
      }
    }
    if (changed.size > 0) {
      const data = { ...namedBy(integration), changed_models: [...changed].map((name) => ({ name })) }
      await recordEvent(inner, integration.environmentId, 'data-changed', { cause, data, at })
    }
    await also(inner, notes)
  })
}

/** The stream a record is read by; none where it is not stored: another type, out of scope, or not tracked. */
async function streamOf(store: Store, integration: Integration, path: string, id: string): Promise<Stream | undefined> {
  const stream = neededStreams(integration).find(({ name }) => name === path)
  if (stream === undefined) return undefined
  const column = trackedColumnOf(stream, integration.sync)
  if (column === undefined) return stream
  const tracked = await keepTracked(store, integration.id, column, [id])
  return tracked.length > 0 ? stream : undefined
}
