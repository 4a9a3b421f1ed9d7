import type { JsonObject, ModelName } from '../models/record.ts'
import type { EndUser, Integration } from '../store/integration.ts'
import type { SyncState } from '../store/runs.ts'

/** Whose iCIMS an event is about, in wire form. */
type WireEndUser = { organization_name: string; creator_email: string | null; origin_id: string | null }

/** How far an integration is set up: its first complete sync ends the setup. */
export type SetupStatus = 'INCOMPLETE' | 'FINAL_SYNC_PENDING' | 'COMPLETED'

type Named = { integration_id: string; integration_tool: 'icims'; integration_category: 'ATS' }
type Described = { id: string; tool: 'icims'; category: 'ATS'; end_user: WireEndUser }

/** An order of an assessment with the integration it is of. */
export type WireOrder = JsonObject & { id: string; package_id: string; status: string; integration_id: string }

/** What each type of webhook tells, as the payload schemas of `@kombo-api/sdk` 1.1.3 have it. */
export type WebhookData = {
  'data-changed': Named & { changed_models: { name: ModelName }[] }
  'sync-finished': Named & {
    sync_id: string
    sync_state: SyncState
    sync_started_at: string
    sync_ended_at: string
    sync_duration_seconds: number
    end_user: WireEndUser
    /** There is no page of logs, and the schema wants a text. */
    log_url: ''
  }
  'integration-created': Described
  'integration-deleted': Described & { deleted_at: string }
  'integration-state-changed': Named & {
    end_user: WireEndUser
    qa_status: 'PASSED'
    setup_status: SetupStatus
    state: 'ACTIVE' | 'INVALID' | 'INACTIVE'
    updated_at: string
  }
  'assessment:order-received': WireOrder
  'inline-assessment:order-received': WireOrder
  'connection-flow-failed': Omit<Named, 'integration_id'> & { end_user: WireEndUser; log_url: '' }
}

export type WebhookType = keyof WebhookData

/** Every type there is. */
export const webhookTypes: readonly WebhookType[] = [
  'data-changed',
  'sync-finished',
  'integration-created',
  'integration-deleted',
  'integration-state-changed',
  'connection-flow-failed',
  'assessment:order-received',
  'inline-assessment:order-received',
]

/** The integration as most events name it. */
export function namedBy({ id }: Integration): Named {
  return { integration_id: `icims:${id}`, integration_tool: 'icims', integration_category: 'ATS' }
}

/** The integration as the events of its making and its end name it. */
export function describedBy({ id, endUser }: Integration): Described {
  return { id: `icims:${id}`, tool: 'icims', category: 'ATS', end_user: toWireEndUser(endUser) }
}

export function toWireEndUser({ organizationName, creatorEmail, originId }: EndUser): WireEndUser {
  return { organization_name: organizationName, creator_email: creatorEmail, origin_id: originId }
}
