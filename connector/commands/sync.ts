import type { Connector, SyncSummary } from '../index.ts'
import { findOpenRuns, type SyncType } from '../store/runs.ts'
import { dryRun } from './dry-run.ts'
import { chooseIntegration, openDescribedOrExisting } from './open-connector.ts'
import type { ConnectionFlags } from './options.ts'
import { createSyncDisplay, describeSummary } from './progress.ts'
import type { ScheduleFlags } from './serve.ts'
import { stopSignal } from './stop-signal.ts'

/** What `sync` takes. */
export type SyncFlags = ConnectionFlags &
  ScheduleFlags & { full?: true; delta?: true; all?: true; watch?: true; dryRun?: true }

/** `icims-connector sync`: runs of what is named, then what they did. Ctrl-C stops at what is stored. */
export async function sync(word: string | undefined, flags: SyncFlags): Promise<void> {
  const signal = stopSignal()
  const { deltaEvery, fullEvery, allowLoopbackWebhooks } = flags
  const { connector, described } = await openDescribedOrExisting(flags, {
    schedule: { deltaEvery, fullEvery },
    webhooks: { allowLoopback: allowLoopbackWebhooks === true },
    onSync({ integrationId, summary, error }) {
      if (summary !== undefined) tell(flags, integrationId, summary)
      else process.stderr.write(`icims-connector: the sync of icims:${integrationId} failed: ${error?.message}\n`)
    },
  })
  await using _ = connector
  const ids = await chosen(connector, flags, word ?? flags.integrationId ?? described)
  for (const id of ids) {
    if (signal.aborted) break
    const type = await typeOf(connector, flags, id)
    if (flags.dryRun) {
      await dryRun(connector, id, { type, json: flags.json === true, signal })
      continue
    }
    const { end, ...shown } = createSyncDisplay(process.stderr)
    const summary = await connector.sync(id, { type, ...shown, signal }).finally(end)
    tell(flags, id, summary, ids.length > 1)
    if (summary.state !== 'SUCCEEDED') process.exitCode = 1
  }
  if (flags.watch && !signal.aborted) await connector.run(signal, ids)
}

/** Unless a type is named: a full run that waits to go on goes on, and a delta is run otherwise. */
async function typeOf(connector: Connector, { full, delta }: SyncFlags, id: string): Promise<SyncType> {
  if (full || delta) return full ? 'FULL' : 'DELTA'
  const isOpen = (await findOpenRuns(connector.store, id)).some(({ type }) => type === 'FULL')
  const next = (await connector.nextSyncs()).find(({ integrationId }) => integrationId === id)
  return isOpen && next?.type === 'FULL' ? 'FULL' : 'DELTA'
}

async function chosen(connector: Connector, { all }: SyncFlags, word: string | undefined): Promise<string[]> {
  if (all) return (await connector.integrations()).filter(({ enabled }) => enabled).map(({ id }) => id)
  return [(await chooseIntegration(connector, word)).id]
}

function tell({ json, watch }: SyncFlags, integrationId: string, summary: SyncSummary, isOneOfMany = false): void {
  const id = `icims:${integrationId}`
  const heading = isOneOfMany || watch ? `${id}: ` : ''
  process.stdout.write(
    json ? `${JSON.stringify({ integrationId: id, ...summary })}\n` : heading + describeSummary(summary),
  )
}
