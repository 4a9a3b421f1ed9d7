import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { keyText } from '../store/tables.ts'
import { loadHiringTeams } from './hiring-team.ts'
import { loadJobPostings } from './job-postings.ts'
import { type ListEndpoint, loadAll, renderRow } from './list.ts'
import { commaList, instant } from './schemas.ts'
import { loadScreeningQuestions } from './screening-questions.ts'

const parameters = z.object({
  job_codes: commaList('Requisition numbers'),
  post_url: z.string().optional().openapi({ description: 'Public address of the posting' }),
  statuses: commaList('Statuses'),
  status: z.string().optional().openapi({ deprecated: true, description: 'One status; use `statuses`' }),
  employment_types: commaList('Employment types'),
  visibilities: commaList('Visibilities'),
  remote_created_after: instant('Created in iCIMS after it'),
  name_contains: z.string().optional().openapi({ description: 'Text in the name, whatever its case' }),
})

/** `GET /ats/jobs`. Every known stage belongs to every job: iCIMS keeps statuses for the whole customer. */
export const jobs: ListEndpoint<typeof parameters.shape> = {
  path: '/ats/jobs',
  summary: 'Jobs',
  model: 'ats_jobs',
  parameters,
  // Both come from portals.
  unsupported: ({ portals }) => (portals.length === 0 ? ['post_url', 'visibilities'] : []),
  filter(
    query,
    { job_codes, post_url, statuses, status, employment_types, visibilities, remote_created_after, name_contains },
  ) {
    let rows = query
    if (job_codes !== undefined) rows = rows.where('job_code', 'in', job_codes.map(keyText))
    if (post_url !== undefined) rows = rows.where('post_url', '=', post_url)
    if (statuses !== undefined) rows = rows.where('status', 'in', statuses)
    if (status !== undefined) rows = rows.where('status', '=', status)
    if (employment_types !== undefined) rows = rows.where('employment_type', 'in', employment_types)
    if (visibilities !== undefined) rows = rows.where('visibility', 'in', visibilities)
    if (remote_created_after !== undefined) rows = rows.where('remote_created_at', '>', remote_created_after)
    if (name_contains !== undefined) {
      const pattern = `%${name_contains.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      rows = rows.where(sql<boolean>`name_folded like ${pattern} escape '\\'`)
    }
    return rows
  },
  // A stage or a question that comes or goes concerns every job.
  nested: [
    { model: 'ats_application_stages', counts: 'presence' },
    { model: 'ats_join_jobs_screening_questions', counts: 'presence' },
    { model: 'ats_screening_questions', counts: 'change' },
    { model: 'ats_job_postings', link: { ours: 'id', theirs: 'job_id' }, counts: 'change' },
    { model: 'ats_join_jobs_users', link: { ours: 'id', theirs: 'job_id' }, counts: 'presence' },
  ],
  async render(rows, scope) {
    const stages = (await loadAll(scope, 'ats_application_stages')).map(({ id, remoteId, fields }) => ({
      id,
      remote_id: remoteId,
      name: fields.name,
      // iCIMS keeps statuses in no order that it shows.
      index: null,
      status: null,
      custom_fields: {},
    }))
    const ids = rows.map(({ id }) => id)
    const teams = await loadHiringTeams(scope, ids)
    const postings = await loadJobPostings(scope, ids)
    const questions = await loadScreeningQuestions(scope)
    return rows.map((row) => ({
      ...renderRow(row),
      stages,
      screening_questions: questions,
      job_postings: postings.get(row.id) ?? [],
      hiring_team: teams.get(row.id) ?? [],
    }))
  },
}
