import type { IcimsFilter } from '../icims/client.ts'
import type { IcimsNode } from '../icims/decode.ts'
import { RecordError } from '../icims/errors.ts'
import { toApplication } from '../models/application.ts'
import { toApplicationStage } from '../models/application-stage.ts'
import { notCandidate, toCandidate } from '../models/candidate.ts'
import { toHiringTeamMembers } from '../models/hiring-team-member.ts'
import { toJob } from '../models/job.ts'
import { toJobRoleAssignments } from '../models/job-role-assignment.ts'
import type { MappingSettings, UnifiedRecord } from '../models/record.ts'
import { jobRoles, toRole } from '../models/role.ts'
import { toNamedUser, toUser } from '../models/user.ts'
import type { SetAside } from '../store/set-aside.ts'
import type { Snapshot, Stream, StreamContext } from './stream.ts'

const roles: Snapshot = {
  name: 'roles',
  owns: ['ats_roles'],
  async *read() {
    yield { ats_roles: jobRoles.map(toRole) }
  },
}

const people: Stream = {
  name: 'people',
  search: 'people',
  owns: ['ats_candidates'],
  filters: ({ candidateFolders }) => oneOf('person.folder', candidateFolders) ?? [],
  async read(remoteId, { client, settings, users }) {
    const person = await client.getPerson(remoteId)
    const isUser = await users.isUser(remoteId)
    if (isUser) users.keep(remoteId, person)
    const reason = notCandidate(person, settings)
    return {
      remoteId,
      rows: {
        ats_users: isUser ? [toUser(person)] : [],
        ats_candidates: reason === undefined ? [toCandidate(person)] : [],
      },
      ...(reason !== undefined && { skipped: reason }),
    }
  },
}

const users: Stream = {
  name: 'users',
  search: 'people',
  owns: ['ats_users'],
  filters: userFilters,
  read: async (remoteId, { users }) => ({ remoteId, rows: { ats_users: [toUser(await users.read(remoteId))] } }),
}

const jobs: Stream = {
  name: 'jobs',
  search: 'jobs',
  owns: ['ats_jobs', 'ats_join_jobs_users', 'ats_join_user_job_role_assignments'],
  filters: () => [],
  async read(remoteId, context) {
    const { client, settings, address } = context
    const job = await client.getJob(remoteId)
    const place = job.joblocation
    const { companyId, entry } = place ?? {}
    const isNamed = companyId !== undefined && entry !== undefined
    const found = isNamed ? await address(companyId, entry).catch(withoutAddress) : undefined
    const team = await Promise.all(
      jobRoles.flatMap(({ field }) => job[field] ?? []).map((one) => readUser(one, context)),
    )
    return {
      remoteId,
      rows: {
        ats_users: team.filter((user) => 'fields' in user),
        ats_jobs: [toJob(job, found, settings)],
        ats_join_jobs_users: toHiringTeamMembers(job),
        ats_join_user_job_role_assignments: toJobRoleAssignments(job),
      },
      setAside: team.filter((user) => 'reason' in user),
    }
  },
}

const applicantworkflows: Stream = {
  name: 'applicantworkflows',
  search: 'applicantworkflows',
  owns: ['ats_applications'],
  filters: () => [],
  async read(remoteId, { client, settings }) {
    const workflow = await client.getApplicantWorkflow(remoteId)
    const stage = toApplicationStage(workflow)
    return {
      remoteId,
      rows: {
        ats_application_stages: stage === undefined ? [] : [stage],
        ats_applications: [toApplication(workflow, settings)],
      },
    }
  },
}

/** What every run reads whole, before the streams. */
export const snapshots: readonly Snapshot[] = [roles]

/** Every stream, in the order of a run: what others refer to comes first. */
export const streams: readonly Stream[] = [people, users, jobs, applicantworkflows]

/** The people of the login groups that the integration names; none where it names no group. */
export function userFilters({ userLoginGroups }: MappingSettings): IcimsFilter[] | undefined {
  return oneOf('person.logingroupid', userLoginGroups)
}

/** The user a job names. One the API user may not see is what the job shows of them; the job is not to blame for any. */
async function readUser(named: IcimsNode, { users }: StreamContext): Promise<UnifiedRecord | SetAside> {
  try {
    return toUser(await users.read(named.id))
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    return error.isServerFault ? { stream: 'users', remoteId: named.id, reason: error.message } : toNamedUser(named)
  }
}

/** A location the API user may not see leaves its text: the job itself is readable. */
function withoutAddress(error: unknown): undefined {
  if (!(error instanceof RecordError)) throw error
  // One that the server fails on may be there next time, and the job keeps what is known of it. The job is not to blame.
  if (error.isServerFault) throw new RecordError(error.message, { cause: error })
}

/** A filter for any of the values; none where there are no values. */
function oneOf(name: string, values: readonly string[]): IcimsFilter[] | undefined {
  return values.length === 0 ? undefined : [{ name, value: [...values] }]
}
