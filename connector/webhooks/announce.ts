import type { ConnectLink } from '../store/connect-links.ts'
import { getIntegration, type Integration, updateIntegration } from '../store/integration.ts'
import { countComplete, takeChangedModels } from '../store/run-history.ts'
import type { Store } from '../store/store.ts'
import type { SyncEnd } from '../sync/sync.ts'
import { describedBy, namedBy, toWireEndUser } from './event.ts'
import { recordEvent } from './outbox.ts'

/** How long iCIMS refuses the credentials until the integration counts as invalid: three days. */
const patience = 3 * 86_400_000

export function announceCreated(store: Store, integration: Integration): Promise<void> {
  const { id, environmentId, createdAt: at } = integration
  return recordEvent(store, environmentId, 'integration-created', {
    cause: `${id}\n${at}`,
    data: describedBy(integration),
    at,
  })
}

export function announceDeleted(store: Store, integration: Integration, at: string): Promise<void> {
  const { id, environmentId } = integration
  const data = { ...describedBy(integration), deleted_at: at }
  return recordEvent(store, environmentId, 'integration-deleted', { cause: `${id}\n${at}`, data, at })
}

/** Tells that an account a customer has entered cannot be connected. */
export function announceFailedConnection(
  store: Store,
  { id, environmentId, endUser }: ConnectLink,
  at: string,
): Promise<void> {
  const end_user = toWireEndUser(endUser)
  const data = { integration_tool: 'icims', integration_category: 'ATS', end_user, log_url: '' } as const
  return recordEvent(store, environmentId, 'connection-flow-failed', { cause: `${id}\n${at}`, data, at })
}

/** Tells the state an integration has now. */
export async function announceState(store: Store, integrationId: string, at: string): Promise<void> {
  const integration = (await getIntegration(store, integrationId))!
  const { environmentId, enabled, state, endUser } = integration
  const isSetUp = (await countComplete(store, integrationId)) > 0
  const told = {
    ...namedBy(integration),
    end_user: toWireEndUser(endUser),
    qa_status: 'PASSED',
    setup_status: isSetUp ? 'COMPLETED' : 'FINAL_SYNC_PENDING',
    state: enabled ? state : 'INACTIVE',
    updated_at: at,
  } as const
  const cause = `${integrationId}\n${at}\n${told.setup_status}\n${told.state}`
  await recordEvent(store, environmentId, 'integration-state-changed', { cause, data: told, at })
}

/**
 * Tells what an attempt of a sync did, in the transaction of its end: which models changed, how it ended, and, where it says
 * something new of the credentials, the state of the integration. A run that takes several attempts is told of after each.
 */
export async function announceSyncEnd(store: Store, end: SyncEnd): Promise<void> {
  const { run, at, state } = end
  const integration = await getIntegration(store, run.integrationId)
  if (integration === undefined) return
  const named = namedBy(integration)
  const cause = `${run.id}\n${at}\n${state}`
  const changed = await takeChangedModels(store, run.id)
  if (changed.length > 0) {
    const data = { ...named, changed_models: changed.map((name) => ({ name })) }
    await recordEvent(store, integration.environmentId, 'data-changed', { cause, data, at })
  }
  const data = {
    ...named,
    sync_id: run.id,
    sync_state: state,
    sync_started_at: run.startedAt,
    sync_ended_at: at,
    sync_duration_seconds: Math.round((Date.parse(at) - Date.parse(run.startedAt)) / 1_000),
    end_user: toWireEndUser(integration.endUser),
    log_url: '',
  } as const
  await recordEvent(store, integration.environmentId, 'sync-finished', { cause, data, at })
  const isComplete = state === 'SUCCEEDED' || state === 'PARTIALLY_FAILED'
  const isFirst = isComplete && (await countComplete(store, integration.id)) === 1
  const isMoved = await noteCredentials(store, integration, end)
  if (isFirst || isMoved) await announceState(store, integration.id, at)
}

/** Notes what an attempt says of the credentials. @returns whether the integration has another state by it. */
async function noteCredentials(store: Store, { id, state, failingSince }: Integration, end: SyncEnd): Promise<boolean> {
  if (end.state === 'AUTHENTICATION_FAILED') {
    const since = failingSince ?? end.at
    const isOver = Date.parse(end.at) - Date.parse(since) >= patience
    await updateIntegration(store, id, { failingSince: since, ...(isOver && { state: 'INVALID' }) }, end.at)
    return isOver && state !== 'INVALID'
  }
  const isTaken = end.records > 0 || end.state === 'SUCCEEDED' || end.state === 'PARTIALLY_FAILED'
  if (!isTaken || (failingSince === null && state === 'ACTIVE')) return false
  await updateIntegration(store, id, { failingSince: null, state: 'ACTIVE' }, end.at)
  return state !== 'ACTIVE'
}
