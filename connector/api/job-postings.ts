import type { ApiScope } from './app.ts'
import { loadRows } from './list.ts'

/** The postings of jobs, as `jobs[].job_postings[]` shows them, by the job's id. */
export async function loadJobPostings(
  scope: ApiScope,
  jobIds: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
  const postings = new Map<string, Record<string, unknown>[]>(jobIds.map((id) => [id, []]))
  for (const { id, remoteId, fields, columns } of await loadRows(scope, 'ats_job_postings', 'job_id', jobIds)) {
    postings.get(String(columns.job_id))!.push({ id, remote_id: remoteId, ...fields })
  }
  return postings
}
