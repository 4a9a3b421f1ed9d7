import type { UnifiedRecord } from './record.ts'

/** The two fields of a job that name a person by what they do for it, as roles. */
export const jobRoles = [
  { field: 'hiringmanager', label: 'Hiring Manager', unifiedType: 'HIRING_MANAGER' },
  { field: 'recruiter', label: 'Recruiter', unifiedType: 'RECRUITER' },
] as const

export type JobRole = (typeof jobRoles)[number]

/** A role as a row. Its remote id is the name of the job's field, for iCIMS keeps no list of roles. */
export function toRole({ field, label, unifiedType }: JobRole): UnifiedRecord {
  return {
    remoteId: field,
    links: {},
    fields: { remote_label: label, scope: 'JOB', unified_type: unifiedType, remote_data: null },
  }
}
