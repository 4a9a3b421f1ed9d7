import type { Feature } from '../coverage/coverage.ts'
import { client, describeModel, doc, infer, none, type RecordOf } from './model.ts'

export const roleModel = describeModel({
  name: 'ats_roles',
  label: 'Roles',
  hasRemoteId: true,
  fields: {
    remote_label: infer('how the field reads on the platform'),
    scope: doc('fields of a job (D15)'),
    unified_type: client('job hiringmanager, recruiter (C1)'),
    remote_data: none,
  },
  links: {},
})

export const roleFeatures: readonly Feature[] = [
  { id: 'roles', label: 'Roles', origin: client('job hiringmanager, recruiter (C1)') },
  {
    id: 'job_roles',
    label: 'Job roles',
    origin: client('job hiringmanager, recruiter (C1)', 'hiringmanager is HIRING_MANAGER, recruiter is RECRUITER.'),
  },
]

/** The two fields of a job that name a person by what they do for it, as roles. */
export const jobRoles = [
  { field: 'hiringmanager', label: 'Hiring Manager', unifiedType: 'HIRING_MANAGER' },
  { field: 'recruiter', label: 'Recruiter', unifiedType: 'RECRUITER' },
] as const

export type JobRole = (typeof jobRoles)[number]

/** A role as a row. Its remote id is the name of the job's field, for iCIMS keeps no list of roles. */
export function toRole({ field, label, unifiedType }: JobRole): RecordOf<typeof roleModel> {
  return {
    remoteId: field,
    links: {},
    fields: { remote_label: label, scope: 'JOB', unified_type: unifiedType, remote_data: null },
  }
}
