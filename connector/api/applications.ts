import { z } from '@hono/zod-openapi'
import { toUnifiedId } from '../store/id.ts'
import type { StoredRow } from '../store/store.ts'
import { type ListEndpoint, loadRows, renderRow } from './list.ts'
import { commaList, instant } from './schemas.ts'

const parameters = z.object({
  outcomes: commaList('Outcomes'),
  outcome: z.string().optional().openapi({ deprecated: true, description: 'One outcome; use `outcomes`' }),
  job_ids: commaList('Jobs'),
  job_remote_ids: commaList('Remote ids of jobs'),
  current_stage_ids: commaList('Stages they are in'),
  remote_created_after: instant('Created in iCIMS after it'),
})

/** `GET /ats/applications`, with candidate, stage and job. */
export const applications: ListEndpoint<typeof parameters.shape> = {
  path: '/ats/applications',
  summary: 'Applications',
  model: 'ats_applications',
  parameters,
  unsupported: () => [],
  filter(
    query,
    { outcomes, outcome, job_ids, job_remote_ids, current_stage_ids, remote_created_after },
    { integration },
  ) {
    let rows = query
    if (outcomes !== undefined) rows = rows.where('outcome', 'in', outcomes)
    if (outcome !== undefined) rows = rows.where('outcome', '=', outcome)
    if (job_ids !== undefined) rows = rows.where('job_id', 'in', job_ids)
    if (job_remote_ids !== undefined) {
      const jobs = job_remote_ids.map((remoteId) => toUnifiedId(integration.id, remoteId))
      rows = rows.where('job_id', 'in', jobs)
    }
    if (current_stage_ids !== undefined) rows = rows.where('current_stage_id', 'in', current_stage_ids)
    if (remote_created_after !== undefined) rows = rows.where('remote_created_at', '>', remote_created_after)
    return rows
  },
  // The candidate's own change and the stage's count, the job's does not.
  nested: [
    { model: 'ats_candidates', link: { ours: 'candidate_id', theirs: 'id' }, counts: 'change' },
    { model: 'ats_application_stages', link: { ours: 'current_stage_id', theirs: 'id' }, counts: 'change' },
  ],
  async render(rows, scope) {
    const load = async (model: 'ats_candidates' | 'ats_jobs' | 'ats_application_stages', column: string) => {
      const values = rows.map(({ columns }) => columns[column] as string | null)
      return new Map((await loadRows(scope, model, 'id', values)).map((row) => [row.id, row]))
    }
    const candidates = await load('ats_candidates', 'candidate_id')
    const jobs = await load('ats_jobs', 'job_id')
    const stages = await load('ats_application_stages', 'current_stage_id')
    return rows.map((row) => {
      const { candidate_id, job_id, current_stage_id } = row.columns
      const job = jobs.get(String(job_id))
      return {
        ...renderRow(row),
        candidate_id: candidate_id ?? null,
        job_id: job_id ?? null,
        current_stage_id: current_stage_id ?? null,
        candidate: renderCandidate(candidates.get(String(candidate_id))),
        current_stage: renderStage(stages.get(String(current_stage_id))),
        job: job === undefined ? null : { id: job.id, name: job.fields.name, remote_id: job.remoteId },
        interviews: [],
        offers: [],
      }
    })
  },
}

function renderCandidate(row: StoredRow | undefined) {
  if (row === undefined) return null
  const { first_name, last_name, email_addresses, phone_numbers, social_media, source } = row.fields
  return {
    id: row.id,
    remote_id: row.remoteId,
    first_name,
    last_name,
    email_addresses,
    phone_numbers,
    social_media,
    source,
    remote_url: null,
    tags: [],
  }
}

function renderStage(row: StoredRow | undefined) {
  if (row === undefined) return null
  return { id: row.id, remote_id: row.remoteId, name: row.fields.name, index: null, status: null, custom_fields: {} }
}
