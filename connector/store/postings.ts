import type { Posting } from '../models/job-posting.ts'
import { toUnifiedId } from './id.ts'
import type { Store } from './store.ts'

/** The postings with these remote ids that are not taken down, in this order. */
export async function findPostings(
  { database }: Store,
  integrationId: string,
  remoteIds: readonly string[],
): Promise<Posting[]> {
  const ids = remoteIds.map((remoteId) => toUnifiedId(integrationId, remoteId))
  const rows = await database
    .selectFrom('ats_job_postings')
    .select(['id', 'fields'])
    .where('integration_id', '=', integrationId)
    .where('id', 'in', ids)
    .where('remote_deleted_at', 'is', null)
    .execute()
  const found = new Map(rows.map((row) => [String(row.id), JSON.parse(String(row.fields)) as Posting]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Remote ids of the jobs whose postings came, changed or went since an instant; of known jobs alone. */
export async function listReposted({ database }: Store, integrationId: string, since: string): Promise<string[]> {
  const rows = await database
    .selectFrom('ats_job_postings as posting')
    .innerJoin('ats_jobs as job', (join) =>
      join.onRef('job.integration_id', '=', 'posting.integration_id').onRef('job.id', '=', 'posting.job_id'),
    )
    .select('posting.job_remote_id')
    .distinct()
    .where('posting.integration_id', '=', integrationId)
    .where('posting.changed_at', '>=', since)
    .where('job.remote_deleted_at', 'is', null)
    .execute()
  return rows.map((row) => String(row.job_remote_id))
}
