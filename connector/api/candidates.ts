import { z } from '@hono/zod-openapi'
import { foldedKey } from '../store/tables.ts'
import { type ListEndpoint, loadRows, renderRow } from './list.ts'
import { commaList } from './schemas.ts'

const parameters = z.object({
  email: z.string().optional().openapi({ description: 'Any address, whatever its case' }),
  job_ids: commaList('Jobs they applied to'),
  first_name: z.string().optional().openapi({ description: 'Exact, whatever its case' }),
  last_name: z.string().optional().openapi({ description: 'Exact, whatever its case' }),
})

/** `GET /ats/candidates`, with their applications. */
export const candidates: ListEndpoint<typeof parameters.shape> = {
  path: '/ats/candidates',
  summary: 'Candidates',
  model: 'ats_candidates',
  parameters,
  unsupported: () => [],
  filter(query, { email, job_ids, first_name, last_name }, { store, integration }) {
    let rows = query
    if (email !== undefined) rows = rows.where('email_folded', '=', foldedKey(email))
    if (first_name !== undefined) rows = rows.where('first_name_folded', '=', foldedKey(first_name))
    if (last_name !== undefined) rows = rows.where('last_name_folded', '=', foldedKey(last_name))
    if (job_ids !== undefined) {
      const applied = store.database
        .selectFrom('ats_applications')
        .select('candidate_id')
        .where('integration_id', '=', integration.id)
        .where('job_id', 'in', job_ids)
        .where('remote_deleted_at', 'is', null)
        .where('candidate_id', 'is not', null)
      rows = rows.where('ats_candidates.id', 'in', applied)
    }
    return rows
  },
  nested: [{ model: 'ats_applications', link: { ours: 'id', theirs: 'candidate_id' }, counts: 'change' }],
  async render(rows, scope) {
    const applications = await loadRows(
      scope,
      'ats_applications',
      'candidate_id',
      rows.map(({ id }) => id),
    )
    const column = (name: string) => applications.map(({ columns }) => columns[name] as string | null)
    const stages = new Map(
      (await loadRows(scope, 'ats_application_stages', 'id', column('current_stage_id'))).map((row) => [row.id, row]),
    )
    const jobs = new Map((await loadRows(scope, 'ats_jobs', 'id', column('job_id'))).map((row) => [row.id, row]))
    const nested = applications.map((application) => {
      const stage = stages.get(String(application.columns.current_stage_id))
      const job = jobs.get(String(application.columns.job_id))
      return {
        candidate: application.columns.candidate_id,
        row: {
          id: application.id,
          remote_id: application.remoteId,
          outcome: application.fields.outcome,
          rejection_reason_name: null,
          rejected_at: null,
          remote_url: null,
          changed_at: application.changedAt,
          remote_created_at: application.fields.remote_created_at,
          remote_updated_at: null,
          current_stage:
            stage === undefined
              ? null
              : { id: stage.id, name: stage.fields.name, remote_id: stage.remoteId, index: null },
          job: job === undefined ? null : { id: job.id, name: job.fields.name, remote_id: job.remoteId },
        },
      }
    })
    return rows.map((row) => ({
      ...renderRow(row),
      applications: nested.filter(({ candidate }) => candidate === row.id).map((application) => application.row),
      tags: [],
    }))
  },
}
