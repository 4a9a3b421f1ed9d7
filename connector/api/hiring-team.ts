import type { StoredRow } from '../store/store.ts'
import type { ApiScope } from './app.ts'
import { loadAll, loadRows } from './list.ts'

/** The hiring teams of jobs, as `jobs[].hiring_team[]` shows them, by the job's id. */
export async function loadHiringTeams(
  scope: ApiScope,
  jobIds: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
  const members = await loadRows(scope, 'ats_join_jobs_users', 'job_id', jobIds)
  const users = await byId(scope, 'ats_users', members, 'user_id')
  const roles = new Map((await loadAll(scope, 'ats_roles')).map((row) => [row.id, row]))
  const ids = members.map(({ id }) => id)
  const assignments = Map.groupBy(
    await loadRows(scope, 'ats_join_user_job_role_assignments', 'job_user_id', ids),
    ({ columns }) => columns.job_user_id,
  )
  const teams = new Map<string, Record<string, unknown>[]>(jobIds.map((id) => [id, []]))
  for (const member of members) {
    const user = users.get(String(member.columns.user_id))
    if (user === undefined) continue
    const own = (assignments.get(member.id) ?? []).flatMap(({ columns }) => roles.get(String(columns.role_id)) ?? [])
    const inOrder = own.toSorted((a, b) => (a.remoteId < b.remoteId ? -1 : 1))
    teams.get(String(member.columns.job_id))!.push(renderMember(user, inOrder))
  }
  return teams
}

function renderMember(user: StoredRow, roles: readonly StoredRow[]): Record<string, unknown> {
  const { first_name, last_name, email } = user.fields
  return {
    id: user.id,
    remote_id: user.remoteId,
    first_name,
    last_name,
    email,
    hiring_team_roles: roles.flatMap(({ fields }) => fields.unified_type ?? []),
    job_roles: roles.map(({ remoteId, fields: { remote_label, scope, unified_type } }) => ({
      remote_id: remoteId,
      remote_label,
      scope,
      unified_type,
    })),
  }
}

async function byId(
  scope: ApiScope,
  model: 'ats_users',
  rows: readonly StoredRow[],
  column: string,
): Promise<Map<string, StoredRow>> {
  const ids = rows.map(({ columns }) => columns[column] as string | null)
  return new Map((await loadRows(scope, model, 'id', ids)).map((row) => [row.id, row]))
}
