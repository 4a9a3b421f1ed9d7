import type { IcimsJob } from '../icims/job.ts'
import { client, describeModel, type RecordOf } from './model.ts'
import { type JobRole, jobRoles } from './role.ts'

export const hiringTeamMemberModel = describeModel({
  name: 'ats_join_jobs_users',
  label: 'Job hiring team members',
  hasRemoteId: false,
  fields: { roles: client('job hiringmanager, recruiter (C1)') },
  links: { job_id: client('job id (C1)'), user_id: client('job hiringmanager, recruiter (C1)') },
})

/** Whom a job names, each once, with every role they have in it. */
export function hiringTeamOf(job: IcimsJob): { userId: string; name: string; roles: JobRole[] }[] {
  const team = new Map<string, { userId: string; name: string; roles: JobRole[] }>()
  for (const role of jobRoles) {
    const named = job[role.field]
    if (named === undefined) continue
    const member = team.get(named.id) ?? { userId: named.id, name: named.value, roles: [] }
    team.set(named.id, { ...member, roles: [...member.roles, role] })
  }
  return [...team.values()]
}

/** The remote id of a membership: iCIMS gives it none. */
export function hiringTeamMemberId(jobId: string, userId: string): string {
  return `job ${jobId} user ${userId}`
}

/** Maps a job to the members of its hiring team, a row a person. */
export function toHiringTeamMembers(job: IcimsJob): RecordOf<typeof hiringTeamMemberModel>[] {
  return hiringTeamOf(job).map(({ userId, roles }) => ({
    remoteId: hiringTeamMemberId(job.id, userId),
    links: { job_id: job.id, user_id: userId },
    fields: { roles: roles.map(({ unifiedType }) => unifiedType) },
  }))
}
