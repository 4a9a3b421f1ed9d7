import type { JsonValue, ModelName, UnifiedRecord } from '../models/record.ts'

/** A column beside the JSON, for the filters of the unified API and for links. */
export type Column = {
  name: string
  indexed?: true
  from(record: UnifiedRecord, toId: (remoteId: string) => string): string | null
}

/** The tables of the models: each the common columns, then these. */
export const modelColumns: Readonly<Record<ModelName, readonly Column[]>> = {
  ats_users: [folded('email_folded', 'email')],
  ats_roles: [field('scope')],
  ats_jobs: [
    field('job_code'),
    field('post_url'),
    field('status'),
    field('employment_type'),
    field('visibility'),
    field('remote_created_at'),
    folded('name_folded', 'name'),
  ],
  ats_job_postings: [link('job_id')],
  ats_join_jobs_users: [link('job_id'), link('user_id')],
  ats_join_user_job_role_assignments: [link('job_id'), link('job_user_id'), link('role_id')],
  ats_candidates: [
    folded('first_name_folded', 'first_name'),
    folded('last_name_folded', 'last_name'),
    { name: 'emails_folded', from: ({ fields }) => emails(fields.email_addresses) },
  ],
  ats_applications: [
    field('outcome'),
    field('remote_created_at'),
    { name: 'job_remote_id', from: ({ links }) => links.job_id ?? null },
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

function field(name: string): Column {
  return { name, from: ({ fields }) => (typeof fields[name] === 'string' ? fields[name] : null) }
}

/** Lower case, made here: SQL engines fold differently. */
function folded(name: string, source: string): Column {
  return { name, from: ({ fields }) => (typeof fields[source] === 'string' ? fields[source].toLowerCase() : null) }
}

function link(name: string): Column {
  return {
    name,
    indexed: true,
    from({ links }, toId) {
      const remoteId = links[name]
      return remoteId == null ? null : toId(remoteId)
    },
  }
}

/** Every address on a line of its own, so that one can be looked for exactly. */
function emails(value: JsonValue | undefined): string | null {
  if (!Array.isArray(value)) return null
  const addresses = value.flatMap((item: { email_address?: JsonValue }) =>
    typeof item.email_address === 'string' ? [item.email_address.toLowerCase()] : [],
  )
  return addresses.length === 0 ? null : `\n${addresses.join('\n')}\n`
}
