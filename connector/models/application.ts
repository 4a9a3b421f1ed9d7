import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import type { MappingSettings, UnifiedRecord } from './record.ts'

/**
 * Outcomes of delivered statuses. Clients ask for the first three together as new applicants (M2); the last is
 * self-withdrew. Nothing else delivered is evidenced, and a customer's own status says nothing by itself.
 */
const deliveredOutcomes: Readonly<Record<string, string>> = {
  D10100: 'PENDING',
  D10103: 'PENDING',
  D10105: 'PENDING',
  D10108: 'DECLINED',
}

/** Maps a recruiting workflow to the unified model. */
export function toApplication(workflow: IcimsApplicantWorkflow, { outcomes }: MappingSettings): UnifiedRecord {
  const status = workflow.status?.id
  return {
    remoteId: workflow.id,
    links: {
      current_stage_id: status ?? null,
      job_id: workflow.jobId ?? null,
      candidate_id: workflow.personId ?? null,
    },
    fields: {
      outcome: status === undefined ? null : (outcomes[status] ?? deliveredOutcomes[status] ?? null),
      rejection_reason_name: null,
      rejected_at: null,
      screening_question_answers: [],
      custom_fields: {},
      integration_fields: [],
      remote_url: null,
      remote_created_at: workflow.createddate ?? null,
      remote_updated_at: null,
      remote_data: null,
    },
  }
}
