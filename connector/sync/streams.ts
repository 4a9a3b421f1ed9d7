import { RecordError } from '../icims/errors.ts'
import { toApplication } from '../models/application.ts'
import { toApplicationStage } from '../models/application-stage.ts'
import { notCandidate, toCandidate } from '../models/candidate.ts'
import { toJob } from '../models/job.ts'
import type { Stream } from './stream.ts'

const jobs: Stream = {
  name: 'jobs',
  owns: ['ats_jobs'],
  filters: () => [],
  async read(id, { client, settings, address }) {
    const job = await client.getJob(id)
    const place = job.joblocation
    const { companyId, entry } = place ?? {}
    const isNamed = companyId !== undefined && entry !== undefined
    const found = isNamed ? await address(companyId, entry).catch(withoutAddress) : undefined
    return { rows: { ats_jobs: toJob(job, found, settings) } }
  },
}

const people: Stream = {
  name: 'people',
  owns: ['ats_candidates'],
  filters: ({ candidateFolders }) =>
    candidateFolders.length === 0 ? [] : [{ name: 'person.folder', value: [...candidateFolders] }],
  async read(id, { client, settings }) {
    const person = await client.getPerson(id)
    const reason = notCandidate(person, settings)
    return reason === undefined ? { rows: { ats_candidates: toCandidate(person) } } : { rows: {}, skipped: reason }
  },
}

const applicantworkflows: Stream = {
  name: 'applicantworkflows',
  owns: ['ats_applications'],
  filters: () => [],
  async read(id, { client, settings }) {
    const workflow = await client.getApplicantWorkflow(id)
    const stage = toApplicationStage(workflow)
    return {
      rows: { ats_applications: toApplication(workflow, settings), ...(stage && { ats_application_stages: stage }) },
    }
  },
}

/** Every stream, in the order of a run: what others refer to comes first. */
export const streams: readonly Stream[] = [jobs, people, applicantworkflows]

/** A location the API user may not see leaves its text: the job itself is readable. */
function withoutAddress(error: unknown): undefined {
  if (!(error instanceof RecordError)) throw error
  // One that the server fails on may be there next time, and the job keeps what is known of it. The job is not to blame.
  if (error.isServerFault) throw new RecordError(error.message, { cause: error })
}
