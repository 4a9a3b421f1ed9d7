/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
export type JsonObject = { readonly [key: string]: JsonValue }

/** The models of the unified API that rows are kept of. */
export type ModelName =
  | 'ats_users'
  | 'ats_roles'
  | 'ats_jobs'
  | 'ats_job_postings'
  | 'ats_screening_questions'
  | 'ats_join_jobs_screening_questions'
  | 'ats_join_jobs_users'
  | 'ats_join_user_job_role_assignments'
  | 'ats_candidates'
  | 'ats_application_stages'
  | 'ats_applications'

/** What a pure mapping yields: one row of a model. */
export type UnifiedRecord<Field extends string = string, Link extends string = string> = {
  /** The id iCIMS knows it by: a system id, or a list node's id. */
  remoteId: string
  /** The model's own fields in wire form; never undefined, what iCIMS cannot give is null. */
  fields: Readonly<Record<Field, JsonValue>>
  /** Remote ids of linked rows by unified column: `{ job_id: '1346' }`. */
  links: Readonly<Record<Link, string | null>>
}
