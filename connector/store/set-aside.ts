import type { Run } from './runs.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

/** A record that could not be read, and why. */
export type SetAside = {
  stream: string
  remoteId: string
  reason: string
  /** Whether iCIMS says that it has no such record, or hides it. */
  isGone?: boolean
}

/** The same as kept: since when it is set aside, ISO 8601. */
export type KeptSetAside = Required<SetAside> & { since: string }

/** What a run set aside so far. */
export async function addSetAside(
  { database }: Store,
  runId: string,
  entries: readonly (SetAside & { since?: string })[],
  at: string,
): Promise<void> {
  for (const { stream, remoteId, reason, isGone = false, since = at } of entries) {
    const values = { reason, is_gone: isGone ? 1 : 0 }
    await database
      .insertInto('set_aside')
      .values({ run_id: runId, stream, remote_id: remoteId, ...values, since })
      .onConflict((conflict) => conflict.columns(['run_id', 'stream', 'remote_id']).doUpdateSet(values))
      .execute()
  }
}

export async function listSetAside({ database }: Store, runId: string, limit?: number): Promise<KeptSetAside[]> {
  let query = database.selectFrom('set_aside').selectAll().where('run_id', '=', runId).orderBy('stream')
  query = query.orderBy((build) => build.fn('length', ['remote_id'])).orderBy('remote_id')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(toSetAside)
}

export async function countSetAside({ database }: Store, runId: string): Promise<number> {
  const query = database.selectFrom('set_aside').select((build) => build.fn.countAll<number>().as('n'))
  return Number((await query.where('run_id', '=', runId).executeTakeFirstOrThrow()).n)
}

/** What the complete run that ended last set aside. */
export async function listLastSetAside(store: Store, integrationId: string): Promise<KeptSetAside[]> {
  const last = await findLastComplete(store, integrationId)
  return last === undefined ? [] : listSetAside(store, last.id)
}

/**
 * What is to be read again: what the run that ended last set aside, and what those did that ended while it went on. It may
 * have read their records before they failed.
 */
export async function listUnread(store: Store, integrationId: string, stream: string): Promise<KeptSetAside[]> {
  const runs = await listLastRuns(store, integrationId)
  if (runs.length === 0) return []
  const rows = await store.database
    .selectFrom('set_aside')
    .selectAll()
    .where('run_id', 'in', runs)
    .where('stream', '=', stream)
    .orderBy('since', 'desc')
    .execute()
  return [...new Map(rows.map((row) => [String(row.remote_id), toSetAside(row)])).values()]
}

/** What a run set aside of a stream, a part at a time, with whether it was gone for the runs before as well. */
export async function* setAsideChunks(
  store: Store,
  { id, integrationId }: Pick<Run, 'id' | 'integrationId'>,
  stream: string,
): AsyncGenerator<(KeptSetAside & { wasGone: boolean })[]> {
  const runs = await listLastRuns(store, integrationId)
  const size = 500
  for (let after = ''; ; ) {
    const query = store.database
      .selectFrom('set_aside')
      .selectAll()
      .where('run_id', '=', id)
      .where('stream', '=', stream)
    const rows = await query.where('remote_id', '>', after).orderBy('remote_id').limit(size).execute()
    if (rows.length === 0) return
    const ids = rows.map((row) => String(row.remote_id))
    const before = store.database
      .selectFrom('set_aside')
      .select('remote_id')
      .where('run_id', 'in', ['', ...runs])
    const gone = await before
      .where('stream', '=', stream)
      .where('is_gone', '=', 1)
      .where('remote_id', 'in', ids)
      .execute()
    const wasGone = new Set(gone.map((row) => row.remote_id))
    yield rows.map((row) => ({ ...toSetAside(row), wasGone: wasGone.has(row.remote_id!) }))
    if (rows.length < size) return
    after = ids.at(-1)!
  }
}

/** Forgets that a run set these aside: it has read them after all. */
export async function clearSetAside(
  { database }: Store,
  runId: string,
  stream: string,
  remoteIds: readonly string[],
): Promise<void> {
  if (remoteIds.length === 0) return
  const rows = database.deleteFrom('set_aside').where('run_id', '=', runId).where('stream', '=', stream)
  await rows.where('remote_id', 'in', remoteIds).execute()
}

/** The complete run that ended last, and those that ended while it went on. */
async function listLastRuns(store: Store, integrationId: string): Promise<string[]> {
  const last = await findLastComplete(store, integrationId)
  if (last === undefined) return []
  const runs = await completeRuns(store, integrationId).where('ended_at', '>=', last.startedAt).execute()
  return runs.map(({ id }) => String(id))
}

async function findLastComplete(store: Store, integrationId: string) {
  const row = await completeRuns(store, integrationId)
    .orderBy('ended_at', 'desc')
    // Ids end in a number that grows, so of two runs that ended at one moment the longer id is the later one.
    .orderBy((build) => build.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? undefined : { id: String(row.id), startedAt: String(row.started_at) }
}

function completeRuns({ database }: Store, integrationId: string) {
  const query = database.selectFrom('sync_run').select(['id', 'started_at'])
  return query.where('integration_id', '=', integrationId).where('state', 'in', ['SUCCEEDED', 'PARTIALLY_FAILED'])
}

function toSetAside(row: Row): KeptSetAside {
  return {
    stream: String(row.stream),
    remoteId: String(row.remote_id),
    reason: String(row.reason),
    isGone: row.is_gone === 1,
    since: String(row.since),
  }
}
