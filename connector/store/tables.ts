import type { JsonValue, ModelName, UnifiedRecord } from '../models/record.ts'

/** A column beside the JSON, for the filters of the unified API and for links. */
export type Column = {
  name: string
  indexed?: true
  /** The link it is made of, where it is made of one. */
  link?: string
  from(record: UnifiedRecord, toId: (remoteId: string) => string): string | null
}

/** The tables of the models: each the common columns, then these. */
export const modelColumns: Readonly<Record<ModelName, readonly Column[]>> = {
  ats_users: [folded('email_folded', 'email')],
  ats_roles: [field('scope')],
  ats_jobs: [
    key('job_code'),
    field('post_url'),
    field('status'),
    field('employment_type'),
    field('visibility'),
    field('remote_created_at'),
    {
      name: 'name_folded',
      from: ({ fields }) => (typeof fields.name === 'string' ? fields.name.toLowerCase() : null),
    },
  ],
  ats_job_postings: [
    { name: 'job_remote_id', link: 'job_id', from: ({ links }) => links.job_id ?? null },
    link('job_id'),
  ],
  ats_screening_questions: [],
  ats_join_jobs_screening_questions: [link('job_id'), link('question_id')],
  ats_join_jobs_users: [link('job_id'), link('user_id')],
  ats_join_user_job_role_assignments: [link('job_id'), link('job_user_id'), link('role_id')],
  ats_candidates: [
    folded('first_name_folded', 'first_name'),
    folded('last_name_folded', 'last_name'),
    { name: 'email_folded', indexed: true, from: ({ fields }) => email(fields.email_addresses) },
  ],
  ats_applications: [
    key('outcome'),
    field('remote_created_at'),
    link('job_id'),
    link('candidate_id'),
    link('current_stage_id'),
  ],
  ats_application_stages: [],
}

/** Models whose rows belong to one row of another: what is read of that one is all it has of them. */
export const parentColumns: Readonly<Partial<Record<ModelName, string>>> = {
  ats_join_jobs_users: 'job_id',
  ats_join_user_job_role_assignments: 'job_id',
}

export const modelNames = Object.keys(modelColumns) as readonly ModelName[]

/** A text as a column of an index holds it: an index takes no long ones. */
export function keyText(text: string): string {
  return text.slice(0, 200).toWellFormed()
}

/** The same in lower case, made here: SQL engines fold differently. */
export function foldedKey(text: string): string {
  return keyText(text.toLowerCase())
}

function field(name: string): Column {
  return { name, from: ({ fields }) => (typeof fields[name] === 'string' ? fields[name] : null) }
}

function key(name: string): Column {
  const from: Column['from'] = ({ fields }) => (typeof fields[name] === 'string' ? keyText(fields[name]) : null)
  return { name, indexed: true, from }
}

function folded(name: string, source: string): Column {
  const from: Column['from'] = ({ fields }) => (typeof fields[source] === 'string' ? foldedKey(fields[source]) : null)
  return { name, indexed: true, from }
}

function link(name: string): Column {
  return {
    name,
    indexed: true,
    link: name,
    from({ links }, toId) {
      const remoteId = links[name]
      return remoteId == null ? null : toId(remoteId)
    },
  }
}

/** The address of a candidate in lower case; a person of iCIMS has one at most (C12). */
function email(value: JsonValue | undefined): string | null {
  const [first] = Array.isArray(value) ? (value as { email_address?: JsonValue }[]) : []
  return typeof first?.email_address === 'string' ? foldedKey(first.email_address) : null
}
