/** What the unified API's own coverage page of iCIMS lists, by ids: https://docs.kombo.dev/ats/connectors/icims. */
export const requiredModels: Readonly<Record<string, readonly string[]>> = {
  ats_users: words('id remote_id changed_at remote_deleted_at first_name last_name email remote_data'),
  ats_jobs: words(`
    id remote_id changed_at remote_deleted_at name job_code description employment_type status visibility category department
    post_url remote_work_status salary_amount_from salary_amount_to salary_currency salary_period location custom_fields
    integration_fields opened_at closed_at remote_created_at remote_updated_at remote_data`),
  ats_job_postings: words('id remote_id changed_at remote_deleted_at status url job_id remote_data'),
  ats_candidates: words(`
    id remote_id changed_at remote_deleted_at first_name last_name company title source phone_numbers email_addresses
    social_media location custom_fields integration_fields remote_created_at remote_data`),
  ats_application_stages: words('id remote_id changed_at remote_deleted_at name'),
  ats_applications: words(`
    id remote_id changed_at remote_deleted_at outcome current_stage_id job_id candidate_id custom_fields integration_fields
    remote_created_at remote_data`),
  ats_screening_questions: words('id changed_at remote_deleted_at'),
  ats_roles: words('id remote_id changed_at remote_deleted_at remote_label scope unified_type'),
  ats_join_jobs_screening_questions: words('id changed_at remote_deleted_at'),
  ats_join_user_job_role_assignments: words('job_user_id role_id id changed_at remote_deleted_at'),
  ats_join_jobs_users: words('roles job_id user_id id changed_at remote_deleted_at'),
}

const applying = words(`
  candidate.first_name candidate.last_name candidate.email_address candidate.phone_number candidate.gender
  candidate.social_links.url application.job_id application.stage_id attachments.name attachments.content_type
  attachments.data_url attachments.data attachments.type source.name source.unified_key source.id`)
const attachment = words('attachment.name attachment.content_type attachment.data_url attachment.data attachment.type')

export const requiredActions: Readonly<Record<string, readonly string[]>> = {
  ats_create_candidate: applying,
  ats_create_application: applying,
  ats_add_application_attachment: ['application_id', ...attachment],
  ats_move_application_to_stage: words('application_id stage_id'),
  ats_add_application_result_link: words(`
    application_id label url details.custom_field_name_prefix details.attributes.key details.attributes.value`),
  ats_get_candidate_attachments: ['candidate_id'],
  ats_add_candidate_attachment: ['candidate_id', ...attachment],
}

export const requiredFeatures: readonly string[] = words(`
  source_writing sync_only_created_applications connection_guide prerequisites candidate_cutoff_filtering roles job_roles
  api_passthrough delta_syncs`)

/** Of these what is not built yet: whoever builds one takes it from here. */
export const stillMissing: readonly string[] = words(`
  candidate_cutoff_filtering`)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
