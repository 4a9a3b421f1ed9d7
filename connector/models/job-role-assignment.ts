import type { IcimsJob } from '../icims/job.ts'
import { hiringTeamMemberId, hiringTeamOf } from './hiring-team-member.ts'
import type { UnifiedRecord } from './record.ts'

/** Maps a job to the roles its members have, a row a role. */
export function toJobRoleAssignments(job: IcimsJob): UnifiedRecord[] {
  return hiringTeamOf(job).flatMap(({ userId, roles }) =>
    roles.map(({ field }) => ({
      remoteId: `${hiringTeamMemberId(job.id, userId)} ${field}`,
      links: { job_id: job.id, job_user_id: hiringTeamMemberId(job.id, userId), role_id: field },
      fields: {},
    })),
  )
}
