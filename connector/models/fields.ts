import type { ModelName } from './record.ts'

/** What tells rows apart and when they changed: never left out. */
export const fixedFields: readonly string[] = ['id', 'remote_id', 'changed_at', 'remote_deleted_at']

/**
 * The fields that iCIMS gives, model by model (https://docs.kombo.dev/ats/connectors/icims), beside the fixed ones and what ties
 * a row to the one it belongs to. Every other field of the unified API is null.
 */
export const modelFields: Readonly<Record<ModelName, readonly string[]>> = {
  ats_users: ['first_name', 'last_name', 'email', 'remote_data'],
  ats_roles: ['remote_label', 'scope', 'unified_type'],
  ats_jobs: [
    'name',
    'job_code',
    'description',
    'employment_type',
    'status',
    'visibility',
    'category',
    'department',
    'post_url',
    'remote_work_status',
    'salary_amount_from',
    'salary_amount_to',
    'salary_currency',
    'salary_period',
    'location',
    'custom_fields',
    'integration_fields',
    'opened_at',
    'closed_at',
    'remote_created_at',
    'remote_updated_at',
    'remote_data',
  ],
  ats_job_postings: ['status', 'url', 'remote_data'],
  ats_join_jobs_users: ['roles'],
  ats_join_user_job_role_assignments: [],
  ats_candidates: [
    'first_name',
    'last_name',
    'company',
    'title',
    'source',
    'phone_numbers',
    'email_addresses',
    'social_media',
    'location',
    'custom_fields',
    'integration_fields',
    'remote_created_at',
    'remote_data',
  ],
  ats_application_stages: ['name'],
  ats_applications: [
    'outcome',
    'current_stage_id',
    'job_id',
    'candidate_id',
    'custom_fields',
    'integration_fields',
    'remote_created_at',
    'remote_data',
  ],
}
