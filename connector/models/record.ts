/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
export type JsonObject = { readonly [key: string]: JsonValue }

/** The models of the unified API that rows are kept of. */
export type ModelName =
  | 'ats_users'
  | 'ats_roles'
  | 'ats_jobs'
  | 'ats_job_postings'
  | 'ats_join_jobs_users'
  | 'ats_join_user_job_role_assignments'
  | 'ats_candidates'
  | 'ats_application_stages'
  | 'ats_applications'

/** What a pure mapping yields: one row of a model. */
export type UnifiedRecord = {
  /** The id iCIMS knows it by: a system id, or a list node's id. */
  remoteId: string
  /** The model's own fields in wire form; never undefined, what iCIMS cannot give is null. */
  fields: JsonObject
  /** Remote ids of linked rows by unified column: `{ job_id: '1346' }`. */
  links: Readonly<Record<string, string | null>>
}

/** What one customer's integration maps differently; everything has a default. */
export type MappingSettings = {
  /** Folders whose people are no candidates: hiring managers (PY1). */
  excludedFolders: readonly string[]
  /** Read only people of these folders; of all when empty. */
  candidateFolders: readonly string[]
  /** Outcomes of the customer's own statuses, by status id. */
  outcomes: Readonly<Record<string, 'PENDING' | 'HIRED' | 'DECLINED'>>
  /** Login groups whose people are users, by id or text; those KB names, which a customer may have renamed. */
  userLoginGroups: readonly string[]
  /** Unified job status by the id of the job's folder. */
  jobStatuses: Readonly<Record<string, 'OPEN' | 'CLOSED' | 'DRAFT' | 'ARCHIVED'>>
}

export const defaultMapping: MappingSettings = {
  excludedFolders: ['D32011', 'D32012'],
  candidateFolders: [],
  userLoginGroups: ['User Admin', 'Recruiter', 'Onboarding', 'Hiring Manager', 'Agency'],
  outcomes: {},
  jobStatuses: {},
}
