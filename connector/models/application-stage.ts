import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import type { UnifiedRecord } from './record.ts'

/**
 * The stage a workflow is in. iCIMS lists its statuses nowhere, so stages are gathered from the workflows that are read; one
 * that no workflow is in any more stays known.
 */
export function toApplicationStage({ status }: IcimsApplicantWorkflow): UnifiedRecord | undefined {
  if (status === undefined) return undefined
  return {
    remoteId: status.id,
    links: {},
    fields: { name: status.value === '' ? null : status.value, status: null, custom_fields: {}, remote_data: null },
  }
}
