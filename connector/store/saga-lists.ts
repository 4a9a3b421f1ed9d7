import { type SagaRow, toSaga } from './sagas.ts'
import type { Store } from './store.ts'

/** Actions that are not done and whose time has come, the oldest first. */
export async function listDueSagas({ database }: Store, now: string, limit: number): Promise<SagaRow[]> {
  const due = database.selectFrom('saga').selectAll().where('state', '=', 'OPEN').where('due_at', '<=', now)
  return (await due.orderBy('created_at').orderBy('id').limit(limit).execute()).map(toSaga)
}

/** An action that is not done, and when it was last written down. */
export type UnfinishedSaga = SagaRow & { updatedAt: string }

/** Which of the actions that are not done; all of them unless something is named. */
export type UnfinishedSagas = { integrationId?: string; state?: 'OPEN' | 'REPORTED'; limit?: number }

/** Actions that are not done, the newest first. */
export async function listUnfinishedSagas(
  { database }: Store,
  { integrationId, state, limit }: UnfinishedSagas = {},
): Promise<UnfinishedSaga[]> {
  let rows = database.selectFrom('saga').selectAll()
  rows = state === undefined ? rows.where('state', '!=', 'DONE') : rows.where('state', '=', state)
  if (integrationId !== undefined) rows = rows.where('integration_id', '=', integrationId)
  if (limit !== undefined) rows = rows.limit(limit)
  const found = await rows.orderBy('updated_at', 'desc').orderBy('id').execute()
  return found.map((row) => ({ ...toSaga(row), updatedAt: String(row.updated_at) }))
}

/** Forgets answers given before an instant, and reports from before another one. */
export async function pruneSagas(
  { database }: Store,
  { answeredBefore, reportedBefore }: { answeredBefore: string; reportedBefore: string },
): Promise<void> {
  const done = database.deleteFrom('saga').where('state', '=', 'DONE').where('created_at', '<=', answeredBefore)
  await done.execute()
  const old = database.deleteFrom('saga').where('state', '=', 'REPORTED').where('created_at', '<=', reportedBefore)
  await old.execute()
  const kept = database.selectFrom('saga').select('id')
  await database.deleteFrom('saga_input').where('saga_id', 'not in', kept).execute()
}
