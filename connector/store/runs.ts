import type { Row } from './schema.ts'
import type { Store } from './store.ts'

export type SyncType = 'FULL' | 'DELTA'
export type SyncState = 'SUCCEEDED' | 'PARTIALLY_FAILED' | 'FAILED' | 'AUTHENTICATION_FAILED' | 'CANCELLED'

/** One run of a sync. A run that did not get to its end is resumed, so one run may take several attempts. */
export type Run = {
  id: string
  integrationId: string
  type: SyncType
  /** Null until the run is complete: it is under way, waits to be resumed, or was cut off. */
  state: SyncState | null
  startedAt: string
  /** How often it was tried to an end, and how the last try ended, when and why; null before the first. */
  attempts: number
  attemptState: SyncState | null
  endedAt: string | null
  message: string | null
  /** Calls of all attempts. */
  calls: number
}

/** How far one stream of a run has come: every id up to `lastId` is stored. */
export type Checkpoint = { lastId: string; done: boolean }

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
  const query = database.selectFrom('sync_run').select('id').where('integration_id', '=', integrationId)
  const last = await query
    .orderBy((build) => build.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const id = `${integrationId}-${last === undefined ? 1 : runNumber(String(last.id)) + 1}`
  const values = { id, integration_id: integrationId, type, state: null, started_at: startedAt, ended_at: null }
  const row = { ...values, message: null, attempts: 0, attempt_state: null, calls: 0 }
  await database.insertInto('sync_run').values(row).execute()
  return toRun(row)
}

/** The number in a run's id, which grows with each run of its integration. */
export function runNumber(runId: string): number {
  return Number(runId.slice(runId.lastIndexOf('-') + 1))
}

/** Ends a complete run. The next delta of these streams starts at `knownUpTo`. To be called in a transaction. */
export async function finishRun(
  { database }: Store,
  run: Run,
  end: { state: SyncState; at: string; message: string | null; streams: readonly string[]; knownUpTo: string },
): Promise<void> {
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
  return row === undefined ? { lastId: '0', done: false } : { lastId: String(row.last_id), done: row.done === 1 }
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

/** A run as the database gives it. */
export function toRun(row: Row): Run {
  const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value))
  return {
    id: String(row.id),
    integrationId: String(row.integration_id),
    type: row.type as SyncType,
    state: row.state as SyncState | null,
    startedAt: String(row.started_at),
    attempts: Number(row.attempts),
    attemptState: text(row.attempt_state) as SyncState | null,
    endedAt: text(row.ended_at),
    message: text(row.message),
    calls: Number(row.calls),
  }
}
