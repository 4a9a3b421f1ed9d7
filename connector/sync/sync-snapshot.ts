import { isModelEnabled } from '../scopes.ts'
import { addRunProgress } from '../store/run-history.ts'
import { readCheckpoint, saveCheckpoint } from '../store/runs.ts'
import { addSetAside, type SetAside } from '../store/set-aside.ts'
import type { Store } from '../store/store.ts'
import type { Rows, Snapshot } from './stream.ts'
import type { RunUnderWay } from './sync-stream.ts'
import { addCounts, type SyncCounts } from './tally.ts'
import { writeRows } from './write-rows.ts'

/** Reads a snapshot, writes its rows batch by batch, and deletes the rows that were in none. One cut off is read anew. */
export async function syncSnapshot({ options, run, context, tally }: RunUnderWay, snapshot: Snapshot): Promise<void> {
  const { store, integration, clock } = options
  const { id: integrationId, scopes } = integration
  if (snapshot.owns.length > 0 && !snapshot.owns.some((model) => isModelEnabled(scopes, model))) return
  if ((await readCheckpoint(store, run.id, snapshot.name)).done) return
  const write = async (work: (inner: Store, at: string) => Promise<Partial<SyncCounts>>): Promise<void> => {
    const counts = await store.transaction(async (inner) => {
      const written = await work(inner, clock.now().toISOString())
      await addRunProgress(inner, run.id, 0, written)
      return written
    })
    addCounts(tally.counts, counts)
  }
  const setAside: SetAside[] = []
  for await (const batch of snapshot.read(context)) {
    if (isSetAside(batch)) setAside.push(batch)
    else await write((inner, at) => writeRows({ store: inner, integrationId, scopes, seenBy: run.id, at }, batch))
  }
  await write(async (inner, at) => {
    const counts: Partial<SyncCounts> = {}
    // What could not be read is not known to be gone.
    for (const model of setAside.length > 0 ? [] : snapshot.owns) {
      const deleted = await inner.deleteUnseen(integrationId, model, run.id, at)
      counts[model] = { created: 0, changed: 0, unchanged: 0, deleted }
    }
    await addSetAside(inner, run.id, setAside, at)
    await saveCheckpoint(inner, run.id, snapshot.name, { lastId: '0', done: true })
    return counts
  })
}

function isSetAside(batch: Rows | SetAside): batch is SetAside {
  return 'reason' in batch
}
