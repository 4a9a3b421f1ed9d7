import type { IcimsAddress } from '../icims/address.ts'
import type { IcimsJob } from '../icims/job.ts'
import { toEmploymentType } from './employment-type.ts'
import { toJobStatus } from './job-status.ts'
import { toLocation } from './location.ts'
import type { MappingSettings, UnifiedRecord } from './record.ts'
import { toSalaryPeriod } from './salary-period.ts'

/** Maps a job and its location's address to the unified model. */
export function toJob(job: IcimsJob, address: IcimsAddress | undefined, settings: MappingSettings): UnifiedRecord {
  const { minimumsalary, maximumsalary } = job
  const salary = minimumsalary ?? maximumsalary
  const place = job.joblocation?.value.trim() || null
  return {
    remoteId: job.id,
    links: {},
    fields: {
      name: job.jobtitle ?? null,
      job_code: job.jobid ?? null,
      description: toDescription(job),
      confidential: null,
      weekly_hours: null,
      employment_type: toEmploymentType(job.positiontype?.value, job.hiretype?.value),
      status: toJobStatus(job.folder, settings),
      visibility: null,
      category: job.positioncategory?.value ?? null,
      department: job.department?.value ?? null,
      post_url: null,
      experience_level: null,
      remote_work_status: toRemoteWorkStatus([place, job.jobtitle]),
      salary_amount: null,
      salary_amount_from: minimumsalary?.amount ?? null,
      salary_amount_to: maximumsalary?.amount ?? null,
      salary_currency: salary?.currency ?? null,
      salary_period: toSalaryPeriod(salary?.timeframe),
      location: toLocation(address, place),
      custom_fields: {},
      integration_fields: [],
      remote_url: null,
      opened_at: job.jobpoststart ?? null,
      closed_at: job.jobpostend ?? job.duedate ?? null,
      remote_created_at: job.createddate ?? null,
      remote_updated_at: job.updateddate ?? null,
      contact_id: null,
      remote_data: null,
    },
  }
}

/** The three texts of a job under headings, as HTML; they are HTML already (D6). */
function toDescription({ overview, responsibilities, qualifications }: IcimsJob): string | null {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Overview', overview],
    ['Responsibilities', responsibilities],
    ['Qualifications', qualifications],
  ]
  const html = parts.flatMap(([title, text]) => (text === undefined ? [] : [`<h3>${title}</h3>${text}`]))
  return html.length === 0 ? null : html.join('\n')
}

/** iCIMS has no such field: "remote" or "hybrid" in the location, else in the title, tells. */
function toRemoteWorkStatus(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    if (/\bhybrid\b/i.test(text ?? '')) return 'HYBRID'
    if (/\bremote\b/i.test(text ?? '')) return 'REMOTE'
  }
  return null
}
