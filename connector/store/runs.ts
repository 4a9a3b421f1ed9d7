import type { Store } from './store.ts'

export type SyncType = 'FULL' | 'DELTA'
export type SyncState = 'SUCCEEDED' | 'PARTIALLY_FAILED' | 'FAILED' | 'AUTHENTICATION_FAILED' | 'CANCELLED'

/** One run of a sync. `state` is null while it is under way, or was cut off. */
export type Run = {
  id: string
  integrationId: string
  type: SyncType
  state: SyncState | null
  startedAt: string
  message: string | null
}

/** How far one stream of a run has come: every id up to `lastId` is stored. */
export type Checkpoint = { lastId: number; done: boolean }

/** A record that could not be read, and why. */
export type SetAside = { stream: string; remoteId: string; reason: string }

/** The run that was cut off, to be resumed, if there is one. */
export async function findOpenRun({ database }: Store, integrationId: string): Promise<Run | undefined> {
  const query = database.selectFrom('sync_run').selectAll().where('integration_id', '=', integrationId)
  const row = await query.where('state', 'is', null).orderBy('started_at', 'desc').executeTakeFirst()
  return row === undefined ? undefined : toRun(row)
}

/** What the last complete run set aside. */
export async function listLastSetAside(store: Store, integrationId: string): Promise<SetAside[]> {
  const query = store.database.selectFrom('sync_run').select('id').where('integration_id', '=', integrationId)
  const last = await query
    .where('state', 'in', ['SUCCEEDED', 'PARTIALLY_FAILED'])
    .orderBy('started_at', 'desc')
    // Ids end in a number that grows, so of two runs at one moment the longer id is the later one.
    .orderBy((build) => build.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return last === undefined ? [] : listSetAside(store, String(last.id))
}

/** Starts a run; its id counts the integration's runs, so that runs repeat exactly. */
export async function startRun(
  { database }: Store,
  integrationId: string,
  type: SyncType,
  startedAt: string,
): Promise<Run> {
  const count = database.selectFrom('sync_run').select((build) => build.fn.countAll<number>().as('n'))
  const row = await count.where('integration_id', '=', integrationId).executeTakeFirstOrThrow()
  const id = `${integrationId}-${Number(row.n) + 1}`
  await database
    .insertInto('sync_run')
    .values({
      id,
      integration_id: integrationId,
      type,
      state: null,
      started_at: startedAt,
      ended_at: null,
      message: null,
    })
    .execute()
  return { id, integrationId, type, state: null, startedAt, message: null }
}

/** Ends a complete run. The next delta of these streams starts at `knownUpTo`. */
export async function finishRun(
  store: Store,
  run: Run,
  end: { state: SyncState; at: string; message: string | null; streams: readonly string[]; knownUpTo: string },
): Promise<void> {
  await store.transaction(async ({ database }) => {
    await database
      .updateTable('sync_run')
      .set({ state: end.state, ended_at: end.at, message: end.message })
      .where('id', '=', run.id)
      .execute()
    for (const stream of end.streams) {
      const values = { integration_id: run.integrationId, stream, value: end.knownUpTo }
      await database
        .insertInto('sync_cursor')
        .values(values)
        .onConflict((conflict) => conflict.columns(['integration_id', 'stream']).doUpdateSet({ value: values.value }))
        .execute()
    }
  })
}

/** The instant up to which a stream is known, if a run of it was ever complete. */
export async function readCursor(
  { database }: Store,
  integrationId: string,
  stream: string,
): Promise<string | undefined> {
  const query = database.selectFrom('sync_cursor').select('value').where('integration_id', '=', integrationId)
  const row = await query.where('stream', '=', stream).executeTakeFirst()
  return row === undefined ? undefined : String(row.value)
}

export async function saveCheckpoint(
  { database }: Store,
  runId: string,
  stream: string,
  { lastId, done }: Checkpoint,
): Promise<void> {
  const values = { run_id: runId, stream, last_id: lastId, done: done ? 1 : 0 }
  await database
    .insertInto('checkpoint')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['run_id', 'stream']).doUpdateSet({ last_id: lastId, done: values.done }),
    )
    .execute()
}

export async function readCheckpoint({ database }: Store, runId: string, stream: string): Promise<Checkpoint> {
  const query = database.selectFrom('checkpoint').selectAll().where('run_id', '=', runId)
  const row = await query.where('stream', '=', stream).executeTakeFirst()
  return row === undefined ? { lastId: 0, done: false } : { lastId: Number(row.last_id), done: row.done === 1 }
}

export async function addSetAside({ database }: Store, runId: string, entries: readonly SetAside[]): Promise<void> {
  for (const { stream, remoteId, reason } of entries) {
    await database
      .insertInto('set_aside')
      .values({ run_id: runId, stream, remote_id: remoteId, reason })
      .onConflict((conflict) => conflict.columns(['run_id', 'stream', 'remote_id']).doUpdateSet({ reason }))
      .execute()
  }
}

export async function listSetAside({ database }: Store, runId: string): Promise<SetAside[]> {
  const rows = await database
    .selectFrom('set_aside')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('stream')
    .orderBy('remote_id')
    .execute()
  return rows.map((row) => ({
    stream: String(row.stream),
    remoteId: String(row.remote_id),
    reason: String(row.reason),
  }))
}

function toRun(row: Record<string, string | number | null>): Run {
  return {
    id: String(row.id),
    integrationId: String(row.integration_id),
    type: row.type as SyncType,
    state: row.state as SyncState | null,
    startedAt: String(row.started_at),
    message: row.message === null ? null : String(row.message),
  }
}
