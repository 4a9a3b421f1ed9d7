import { deleteGone } from '../store/outside.ts'
import { addRunProgress } from '../store/run-history.ts'
import { type Run, readCheckpoint } from '../store/runs.ts'
import { setAsideChunks } from '../store/set-aside.ts'
import { neededStreams } from './needed-streams.ts'
import { isCut, trackedColumnOf } from './selection.ts'
import type { Stream } from './stream.ts'
import type { SyncOptions } from './sync.ts'
import { addCounts, type SyncCounts } from './tally.ts'

/**
 * Deletes what a full run did not see. A record it could not read counts as seen: it is not known to be gone. One that iCIMS
 * said not to have, to this run and to the one before it, is.
 *
 * @returns what was not deleted although it was not seen, in words.
 */
export async function deleteUnseen(options: SyncOptions, run: Run, sum: SyncCounts): Promise<string[]> {
  const notes: string[] = []
  for (const stream of neededStreams(options.integration)) {
    const note = await deleteUnseenOf(options, run, stream, sum)
    if (note !== undefined) notes.push(note)
  }
  return notes
}

async function deleteUnseenOf(
  { store, integration, clock }: SyncOptions,
  run: Run,
  stream: Stream,
  sum: SyncCounts,
): Promise<string | undefined> {
  const { id: integrationId, sync } = integration
  const { name, owns } = stream
  const { lastId } = await readCheckpoint(store, run.id, name)
  const seen = await store.countSeen(integrationId, owns[0]!, run.id)
  let unread = 0
  let gone = 0
  for await (const chunk of setAsideChunks(store, run, name)) {
    const kept = chunk.filter(({ wasGone, isGone }) => !(wasGone && isGone)).map(({ remoteId }) => remoteId)
    for (const model of owns) await store.markSeen(integrationId, model, kept, run.id)
    unread += kept.length
    gone += chunk.length - kept.length
  }
  // Nobody loses every record overnight: more likely the API user lost the right to see them.
  const isNothing = seen === 0 && ((lastId === '0' && unread === 0) || gone > 0)
  const isWithCutoff = run.cutoff !== null && isCut(stream)
  if (isNothing && !isWithCutoff && trackedColumnOf(stream, sync) === undefined) {
    const kept = await store.countLive(integrationId, owns[0]!)
    if (kept > 0) {
      const found = gone > 0 ? 'found nothing that can be read' : 'found nothing'
      return `The search of ${name} ${found}, but ${kept} rows of it are stored: none was deleted. Check that the API user may search ${name}.`
    }
  }
  for (const model of owns) {
    const at = clock.now().toISOString()
    const counts = await store.transaction(async (inner) => {
      const deleted =
        run.cutoff !== null && isWithCutoff
          ? await deleteGone(
              inner,
              model,
              { integrationId, runId: run.id, cutoff: run.cutoff, hasFound: !isNothing },
              at,
            )
          : await inner.deleteUnseen(integrationId, model, run.id, at)
      const one: Partial<SyncCounts> = { [model]: { created: 0, changed: 0, unchanged: 0, deleted } }
      await addRunProgress(inner, run.id, 0, one)
      return one
    })
    addCounts(sum, counts)
  }
  return undefined
}
