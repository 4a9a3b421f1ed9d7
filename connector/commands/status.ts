import type { Connector, Integration } from '../index.ts'
import { countDeliveries } from '../store/deliveries.ts'
import { listRuns, type PastRun } from '../store/run-history.ts'
import { modelNames } from '../store/tables.ts'
import { stateOf } from './integrations.ts'
import { chooseIntegration, openExisting } from './open-connector.ts'
import type { CommonFlags } from './options.ts'
import { modelLabel, moment, print, table } from './print.ts'

/** Where one integration stands. */
type Status = {
  integration: Integration
  next: { type: string; at: string } | null
  rows: Record<string, number>
  runs: PastRun[]
}

/** `icims-connector status`: where each integration stands, what its last runs did, and when the next one is due. */
export async function status(word: string | undefined, flags: CommonFlags & { runs: number }): Promise<void> {
  await using connector = await openExisting(flags)
  const integrations = word === undefined ? await connector.integrations() : [await chooseIntegration(connector, word)]
  const found = await Promise.all(integrations.map((integration) => statusOf(connector, integration, flags.runs)))
  const { store } = connector
  const webhooks = { pending: await countDeliveries(store, 'PENDING'), dead: await countDeliveries(store, 'DEAD') }
  print(flags.json, { integrations: found, webhooks }, () => {
    if (found.length === 0) return 'There is no integration yet. Add one with `icims-connector add`.\n'
    const waiting = `webhooks: ${webhooks.pending} waiting, ${webhooks.dead} given up\n`
    return `${found.map(describe).join('\n')}\n${waiting}`
  })
}

async function statusOf(connector: Connector, integration: Integration, limit: number): Promise<Status> {
  const { store } = connector
  const counted = await Promise.all(
    modelNames.map(async (model) => [model, await store.countLive(integration.id, model)] as const),
  )
  const next = (await connector.nextSyncs()).find(({ integrationId }) => integrationId === integration.id)
  return {
    integration,
    next: next === undefined ? null : { type: next.type, at: new Date(next.at).toISOString() },
    rows: Object.fromEntries(counted),
    runs: await listRuns(store, integration.id, limit),
  }
}

function describe({ integration, next, rows, runs }: Status): string {
  const { id, customerId, baseUrl, account, environmentId, failingSince } = integration
  const stored = Object.entries(rows).filter(([, count]) => count > 0)
  const counts = stored.map(([model, count]) => `${count} ${modelLabel(model)}`)
  const refused = failingSince === null ? '' : `, credentials refused since ${moment(failingSince)}`
  const lines = [
    `icims:${id}  customer ${customerId} at ${baseUrl}`,
    `  signs in   ${account}, environment ${environmentId}`,
    `  state      ${stateOf(integration)}${refused}`,
    `  next       ${next === null ? 'none while it is paused' : `${next.type.toLowerCase()} at ${moment(next.at)}`}`,
    `  rows       ${counts.join(', ') || 'none yet'}`,
  ]
  const history = runs.length === 0 ? '  runs       none yet\n' : indent(table(headings, runs.map(runRow)))
  return `${lines.join('\n')}\n${history}`
}

const headings = ['run', 'type', 'began', 'state', 'tries', 'calls', 'new', 'changed', 'deleted', 'why']

function runRow(run: PastRun): string[] {
  const sum = (name: 'created' | 'changed' | 'deleted'): string =>
    String(Object.values(run.counts).reduce((total, counts) => total + counts[name], 0))
  const { id, type, startedAt, attempts, calls, message } = run
  const number = id.slice(id.lastIndexOf('-') + 1)
  const numbers = [String(attempts), String(calls), sum('created'), sum('changed'), sum('deleted')]
  return [number, type.toLowerCase(), moment(startedAt), runState(run), ...numbers, message ?? '']
}

/** A run that is not complete waits for its next try, or is under way. */
function runState({ state, attemptState }: PastRun): string {
  const text = state ?? attemptState
  if (text === null) return 'under way'
  const words = text.toLowerCase().replaceAll('_', ' ')
  return state === null ? `${words}, goes on` : words
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ').trimEnd().concat('\n')
}
