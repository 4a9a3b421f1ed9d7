import type { IcimsFilter } from '../icims/client.ts'
import type { IcimsNode } from '../icims/decode.ts'
import { RecordError } from '../icims/errors.ts'
import { toApplication } from '../models/application.ts'
import { toApplicationStage } from '../models/application-stage.ts'
import { mergedInto, notCandidate, toCandidate } from '../models/candidate.ts'
import { toHiringTeamMembers } from '../models/hiring-team-member.ts'
import { toJob } from '../models/job.ts'
import { toJobRoleAssignments } from '../models/job-role-assignment.ts'
import type { UnifiedRecord } from '../models/record.ts'
import { jobRoles } from '../models/role.ts'
import type { MappingSettings } from '../models/settings.ts'
import { toNamedUser, toUser } from '../models/user.ts'
import type { SetAside } from '../store/set-aside.ts'
import type { Stream, StreamContext } from './stream.ts'

const people: Stream = {
  name: 'people',
  search: 'people',
  owns: ['ats_candidates'],
  filters: ({ candidateFolders }) => oneOf('person.folder', candidateFolders) ?? [],
  async read(remoteId, { client, settings, more, users }) {
    const person = await client.getPerson(remoteId, more.person)
    const isUser = await users.isUser(remoteId)
    if (isUser) users.keep(remoteId, person)
    const primary = mergedInto(person)
    const reason = primary === undefined ? notCandidate(person, settings) : `merged with ${primary}`
    return {
      remoteId,
      rows: {
        ats_users: isUser ? [toUser(person, settings)] : [],
        ats_candidates: reason === undefined ? [toCandidate(person, settings)] : [],
      },
      ...(reason !== undefined && { skipped: reason }),
      ...(primary !== undefined && { mergedInto: primary }),
    }
  },
}

const users: Stream = {
  name: 'users',
  search: 'people',
  owns: ['ats_users'],
  // Most have been read as people.
  calls: [0, 1],
  filters: userFilters,
  async read(remoteId, { settings, users }) {
    return { remoteId, rows: { ats_users: [toUser(await users.read(remoteId), settings)] } }
  },
}

const jobs: Stream = {
  name: 'jobs',
  search: 'jobs',
  owns: ['ats_jobs', 'ats_join_jobs_users', 'ats_join_user_job_role_assignments'],
  // The address of its location and the people it names, unless they were read before.
  calls: [1, 2 + jobRoles.length],
  filters: () => [],
  // Whether posting a job counts as a change of it is not known; its address and visibility change.
  again: ({ reposted }) => reposted(),
  async read(remoteId, context) {
    const { client, settings, more, address, postings } = context
    const job = await client.getJob(remoteId, more.job)
    const place = job.joblocation
    const { companyId, entry } = place ?? {}
    const isNamed = companyId !== undefined && entry !== undefined
    const found = isNamed ? await address(companyId, entry).catch(withoutAddress) : undefined
    // Loaded when the first job is: its sanitizer is large.
    const { toDescription } = await import('../models/description.ts')
    const parts = { address: found, description: toDescription(job), postings: await postings(remoteId) }
    const named = jobRoles.flatMap(({ field }) => job[field] ?? [])
    const team = (await Promise.all(named.map((one) => readUser(one, context)))).flat()
    return {
      remoteId,
      rows: {
        ats_users: team.filter((user) => 'fields' in user),
        ats_jobs: [toJob(job, parts, settings)],
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
  feeds: ['ats_application_stages'],
  filters: () => [],
  async read(remoteId, { client, settings, more }) {
    const workflow = await client.getApplicantWorkflow(remoteId, more.applicantworkflow)
    const stage = toApplicationStage(workflow, settings)
    return {
      remoteId,
      rows: {
        ats_application_stages: stage === undefined ? [] : [stage],
        ats_applications: [toApplication(workflow, settings)],
      },
    }
  },
}

/** Every stream, in the order of a run: what others refer to comes first. */
export const streams: readonly Stream[] = [people, users, jobs, applicantworkflows]

/** The people of the login groups that the integration names; none where it names no group. */
export function userFilters({ userLoginGroups }: MappingSettings): IcimsFilter[] | undefined {
  return oneOf('person.logingroupid', userLoginGroups)
}

/**
 * The user a job names, unless the row is there. One the API user may not see is what the job shows of them; the job is not to
 * blame for any.
 */
async function readUser(named: IcimsNode, { settings, users }: StreamContext): Promise<UnifiedRecord | SetAside | []> {
  if (await users.isStored(named.id)) return []
  try {
    return toUser(await users.read(named.id), settings)
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
