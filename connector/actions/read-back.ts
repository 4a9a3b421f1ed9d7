import type { ApiScope } from '../api/app.ts'
import { loadRows } from '../api/list.ts'
import type { Feature } from '../coverage/coverage.ts'
import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import type { IcimsPerson } from '../icims/person.ts'
import { toApplication } from '../models/application.ts'
import { toApplicationStage } from '../models/application-stage.ts'
import { notCandidate, toCandidate } from '../models/candidate.ts'
import { infer } from '../models/model.ts'
import type { ModelName, UnifiedRecord } from '../models/record.ts'
import { withinScope } from '../scopes.ts'
import { toUnifiedId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import { type Store, type StoredRow, toStoredRow } from '../store/store.ts'
import { trackCreated } from '../store/tracked.ts'
import { rowChunks } from '../store/write.ts'
import { seenBy } from '../sync/open-run.ts'
import type { Rows } from '../sync/stream.ts'
import { writeRows } from '../sync/write-rows.ts'

/** Where an integration keeps created applications alone, what the actions make is tracked. */
export const createdOnlyFeature: Feature = {
  id: 'sync_only_created_applications',
  label: 'Sync only created applications',
  origin: infer('the applicantworkflows that the actions made, or that were adopted'),
}

/** What counts as the run that saw a row where no full run is under way: the next one sees it again, or it is gone. */
const seenByAction = 'action'

/** What was read back from iCIMS after a write. */
export type ReadBack = { person?: IcimsPerson; workflow?: IcimsApplicantWorkflow }

/** Writes what was read back into the store, as a sync would; a full run that is under way has seen it then. */
export async function storeReadBack(
  store: Store,
  { id: integrationId, scopes, settings }: Integration,
  { person, workflow }: ReadBack,
  at: string,
): Promise<void> {
  const stage = workflow === undefined ? undefined : toApplicationStage(workflow, settings)
  const rows: Rows = {
    ats_candidates: person === undefined || notCandidate(person, settings) ? [] : [toCandidate(person, settings)],
    ats_application_stages: stage === undefined ? [] : [stage],
    ats_applications: workflow === undefined ? [] : [toApplication(workflow, settings)],
  }
  const seen = await seenBy(store, { id: seenByAction, integrationId })
  await writeRows({ store, integrationId, scopes, seenBy: seen, at }, rows)
}

/** The same of an application that was made: it is tracked from now on. */
export async function storeApplied(
  store: Store,
  integration: Integration,
  applied: Required<ReadBack>,
  at: string,
): Promise<void> {
  const { person, workflow } = applied
  await trackCreated(store, integration.id, { workflowId: workflow.id, personId: person.id }, at)
  await storeReadBack(store, integration, applied, at)
}

/**
 * The row of a record as it is stored; one that the integration does not store is made for the answer alone.
 */
export async function rowOf(scope: ApiScope, model: ModelName, record: UnifiedRecord, at: string): Promise<StoredRow> {
  const { id: integrationId, scopes } = scope.integration
  const [stored] = await loadRows(scope, model, 'id', [toUnifiedId(integrationId, record.remoteId)])
  if (stored !== undefined) return stored
  const [made] = [...rowChunks(integrationId, model, [withinScope(scopes, model, record)], at, seenByAction)][0]!
  return toStoredRow(model, made!)
}
