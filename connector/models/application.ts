import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import { toCustomFields, toIntegrationFields, toRemoteData } from './field-source.ts'
import { client, describeModel, infer, none, ownFields, type RecordOf, remoteData } from './model.ts'
import type { MappingSettings } from './settings.ts'

export const applicationModel = describeModel({
  name: 'ats_applications',
  label: 'Applications',
  hasRemoteId: true,
  fields: {
    outcome: client(
      'applicantworkflow status (M2)',
      'Of delivered statuses; a custom one has none until the integration maps it.',
    ),
    rejection_reason_name: none,
    rejected_at: none,
    screening_question_answers: none,
    ...ownFields,
    remote_url: none,
    remote_created_at: infer('applicantworkflow createddate'),
    remote_updated_at: none,
    remote_data: remoteData,
  },
  links: {
    current_stage_id: client('applicantworkflow status (C1)'),
    job_id: client('applicantworkflow baseprofile (C1)'),
    candidate_id: client('applicantworkflow associatedprofile (C1)'),
  },
  areLinksFields: true,
})

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
export function toApplication(
  workflow: IcimsApplicantWorkflow,
  settings: MappingSettings,
): RecordOf<typeof applicationModel> {
  const { id, raw, jobId, personId, createddate } = workflow
  const { outcomes, customFields, integrationFields } = settings
  const status = workflow.status?.id
  return {
    remoteId: id,
    links: { current_stage_id: status ?? null, job_id: jobId ?? null, candidate_id: personId ?? null },
    fields: {
      outcome: status === undefined ? null : (outcomes[status] ?? deliveredOutcomes[status] ?? null),
      rejection_reason_name: null,
      rejected_at: null,
      screening_question_answers: [],
      custom_fields: toCustomFields(raw, customFields.application),
      integration_fields: toIntegrationFields(raw, integrationFields.application),
      remote_url: null,
      remote_created_at: createddate ?? null,
      remote_updated_at: null,
      remote_data: toRemoteData([[`/applicantworkflows/${id}`, raw]], settings),
    },
  }
}
