import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { loadHiringTeams } from './hiring-team.ts'
import { type ListEndpoint, loadAll, renderRow } from './list.ts'
import { commaList, instant } from './schemas.ts'

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
  unsupported: ['post_url', 'visibilities'],
  filter(
    query,
    { job_codes, post_url, statuses, status, employment_types, visibilities, remote_created_after, name_contains },
  ) {
    let rows = query
    if (job_codes !== undefined) rows = rows.where('job_code', 'in', job_codes)
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
  // A stage that comes or goes concerns every job, a member of the team that does concerns one; a change of theirs does not.
  changedAfter: (query, after) =>
    query.where((build) =>
      build.or([
        build('ats_jobs.changed_at', '>', after),
        build.exists(
          build
            .selectFrom('ats_join_jobs_users as member')
            .select('member.id')
            .whereRef('member.integration_id', '=', 'ats_jobs.integration_id')
            .whereRef('member.job_id', '=', 'ats_jobs.id')
            .where((member) =>
              member.or([member('member.created_at', '>', after), member('member.remote_deleted_at', '>', after)]),
            ),
        ),
        build.exists(
          build
            .selectFrom('ats_application_stages as stage')
            .select('stage.id')
            .whereRef('stage.integration_id', '=', 'ats_jobs.integration_id')
            .where((stage) =>
              stage.or([stage('stage.created_at', '>', after), stage('stage.remote_deleted_at', '>', after)]),
            ),
        ),
      ]),
    ),
  async render(rows, scope) {
    const stages = (await loadAll(scope, 'ats_application_stages')).map(({ id, remoteId, fields }, index) => ({
      id,
      remote_id: remoteId,
      name: fields.name,
      index,
      status: null,
      custom_fields: {},
    }))
    const teams = await loadHiringTeams(
      scope,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({
      ...renderRow(row),
      stages,
      screening_questions: [],
      job_postings: [],
      hiring_team: teams.get(row.id) ?? [],
    }))
  },
}
