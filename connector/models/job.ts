import type { IcimsAddress } from '../icims/address.ts'
import type { IcimsJob } from '../icims/job.ts'
import { toEmploymentType } from './employment-type.ts'
import { toCustomFields, toIntegrationFields, toRemoteData } from './field-source.ts'
import { type Posting, toPosted } from './job-posting.ts'
import { toJobStatus } from './job-status.ts'
import { toLocation } from './location.ts'
import { client, describeModel, doc, infer, none, ownFields, type RecordOf, remoteData } from './model.ts'
import { toRemoteWorkStatus } from './remote-work-status.ts'
import { toSalaryPeriod } from './salary-period.ts'
import type { MappingSettings } from './settings.ts'

export const jobModel = describeModel({
  name: 'ats_jobs',
  label: 'Jobs',
  hasRemoteId: true,
  fields: {
    name: client('job jobtitle (C1)'),
    job_code: client('job jobid (C1)'),
    description: client('job overview, responsibilities, qualifications (C3)', 'Made safe to show.'),
    confidential: none,
    weekly_hours: none,
    employment_type: client(
      'job positiontype, else hiretype (C8)',
      'Read by their texts, or as the integration maps them.',
    ),
    status: client(
      'job folder (C1, C3)',
      'Folders but D31001 are read by their texts, or as the integration maps them.',
    ),
    visibility: infer('the portals the job is on', 'Null until the integration names portals.'),
    category: client('job positioncategory (C1)'),
    department: doc('job department (D15)'),
    post_url: doc('portalUrl of a portal (D26)', 'Null until the integration names portals.'),
    experience_level: none,
    remote_work_status: infer('"remote" or "hybrid" in the text of joblocation'),
    salary_amount: none,
    salary_amount_from: client('job minimumsalary (C8)'),
    salary_amount_to: client('job maximumsalary (C8)'),
    salary_currency: doc('currency of either salary (D21)'),
    salary_period: doc('timeframe of either salary (D21)'),
    location: client('job joblocation and the address it names (C1)'),
    ...ownFields,
    remote_url: none,
    opened_at: client('job jobpoststart (C8)'),
    closed_at: client('job jobpostend (C8), else duedate (D15)'),
    remote_created_at: doc('job createddate (D27)'),
    remote_updated_at: doc('job updateddate (D27)'),
    contact_id: none,
    remote_data: remoteData,
  },
  links: {},
})

/** What of a job does not stand in the job itself. */
export type JobParts = {
  /** Its location's. */
  address?: IcimsAddress | undefined
  /** Safe HTML of its texts. */
  description: string | null
  postings: readonly Posting[]
}

/** Maps a job to the unified model. */
export function toJob(
  job: IcimsJob,
  { address, description, postings }: JobParts,
  settings: MappingSettings,
): RecordOf<typeof jobModel> {
  const { id, raw, minimumsalary, maximumsalary } = job
  const { customFields, integrationFields } = settings
  const place = job.joblocation?.value.trim() || null
  const { companyId, entry } = job.joblocation ?? {}
  return {
    remoteId: id,
    links: {},
    fields: {
      name: job.jobtitle ?? null,
      job_code: job.jobid ?? null,
      description,
      confidential: null,
      weekly_hours: null,
      employment_type: toEmploymentType(job.positiontype, job.hiretype, settings),
      status: toJobStatus(job.folder, settings),
      category: job.positioncategory?.value || null,
      department: job.department?.value || null,
      ...toPosted(postings),
      experience_level: null,
      remote_work_status: toRemoteWorkStatus(place),
      salary_amount: null,
      salary_amount_from: minimumsalary?.amount ?? null,
      salary_amount_to: maximumsalary?.amount ?? null,
      salary_currency: minimumsalary?.currency ?? maximumsalary?.currency ?? null,
      salary_period: toSalaryPeriod(minimumsalary?.timeframe ?? maximumsalary?.timeframe, settings),
      location: toLocation(address, place, settings),
      custom_fields: toCustomFields(raw, customFields.job),
      integration_fields: toIntegrationFields(raw, integrationFields.job),
      remote_url: null,
      opened_at: job.jobpoststart ?? null,
      closed_at: job.jobpostend ?? job.duedate ?? null,
      remote_created_at: job.createddate ?? null,
      remote_updated_at: job.updateddate ?? null,
      contact_id: null,
      remote_data: toRemoteData(
        [
          [`/jobs/${id}`, raw],
          [`/companies/${companyId}/fields/addresses/${entry}`, address?.raw],
        ],
        settings,
      ),
    },
  }
}
