import type { ModelName } from '../models/record.ts'
import { toUnifiedId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import type { Store } from '../store/store.ts'
import { invalid } from './errors.ts'

/** Where ids are looked up. */
export type Scope = { store: Store; integration: Integration }

/**
 * What iCIMS calls the row of this id. A row of another integration, or one that is deleted, is none.
 *
 * @param at where the id stands in the call.
 * @throws ActionError
 */
export async function resolveRow(
  { store, integration }: Scope,
  model: ModelName,
  id: string,
  at: string,
): Promise<string> {
  const rows = store.database
    .selectFrom(model)
    .select(['remote_id', 'remote_deleted_at'])
    .where('integration_id', '=', integration.id)
  const row = await rows.where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw invalid(`${at}: this integration has no row ${JSON.stringify(id)} of ${model}.`)
  if (row.remote_deleted_at !== null) throw invalid(`${at}: ${JSON.stringify(id)} is deleted in iCIMS.`)
  return String(row.remote_id)
}

/** A job by its id, or by iCIMS's own, which needs no sync: `remote:1346`. */
export async function resolveJob(scope: Scope, id: string): Promise<string> {
  if (!id.startsWith('remote:')) return resolveRow(scope, 'ats_jobs', id, 'job_id')
  const remoteId = id.slice('remote:'.length)
  if (/^[1-9]\d{0,18}$/.test(remoteId)) return remoteId
  throw invalid(`job_id: ${JSON.stringify(remoteId)} is no id of a job in iCIMS, which is a number.`)
}

/** A stage that was seen, or that the integration names: every one belongs to every job. */
export async function resolveStage(scope: Scope, id: string): Promise<string> {
  const { id: integrationId, settings } = scope.integration
  const named = settings.stages.find((stage) => toUnifiedId(integrationId, stage.id) === id)
  return named?.id ?? resolveRow(scope, 'ats_application_stages', id, 'stage_id')
}
