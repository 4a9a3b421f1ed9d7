import type { IcimsJob } from '../icims/job.ts'
import { hiringTeamMemberId, hiringTeamOf } from './hiring-team-member.ts'
import { client, describeModel, type RecordOf } from './model.ts'

export const jobRoleAssignmentModel = describeModel({
  name: 'ats_join_user_job_role_assignments',
  label: 'Job user role assignments',
  hasRemoteId: false,
  fields: {},
  links: {
    job_id: client('job id (C1)'),
    job_user_id: client('job hiringmanager, recruiter (C1)'),
    role_id: client('job hiringmanager, recruiter (C1)'),
  },
})

/** Maps a job to the roles its members have, a row a role. */
export function toJobRoleAssignments(job: IcimsJob): RecordOf<typeof jobRoleAssignmentModel>[] {
  return hiringTeamOf(job).flatMap(({ userId, roles }) =>
    roles.map(({ field }) => ({
      remoteId: `${hiringTeamMemberId(job.id, userId)} ${field}`,
      links: { job_id: job.id, job_user_id: hiringTeamMemberId(job.id, userId), role_id: field },
      fields: {},
    })),
  )
}
