import { prepare } from './prepared.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

export type SyncType = 'FULL' | 'DELTA'
/** TIMED_OUT: the day's calls are used up; the run goes on when they are back. */
export type SyncState =
  | 'SUCCEEDED'
  | 'PARTIALLY_FAILED'
  | 'FAILED'
  | 'AUTHENTICATION_FAILED'
  | 'CANCELLED'
  | 'TIMED_OUT'

/** What a run itself is called among its streams. */
const wholeRun = 'run'

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
  /** When the last try may go on, where that is known. */
  resumeAt: string | null
  /** What of iCIMS it looks at, by the settings it was begun with. */
  selection: string | null
  /** The update before which candidates and applications are left out, if any are. */
  cutoff: string | null
  /** Calls of all attempts. */
  calls: number
}

/** How far one stream of a run has come: every id up to `lastId` is stored. */
export type Checkpoint = { lastId: string; done: boolean }

const findOpen = prepare((database, place) => {
  const rows = database.selectFrom('sync_run').selectAll().where('integration_id', '=', place('integration'))
  return rows.where('state', 'is', null).orderBy('started_at', 'desc')
})

/** The runs that are not complete: at most one of each type. */
export async function findOpenRuns({ database }: Store, integrationId: string): Promise<Run[]> {
  return (await findOpen(database, { integration: integrationId })).rows.map(toRun)
}

/** Starts a run; its id counts the integration's runs, so that runs repeat exactly. */
export async function startRun(
  { database }: Store,
  integrationId: string,
  type: SyncType,
  startedAt: string,
  { selection, cutoff }: Pick<Run, 'selection' | 'cutoff'> = { selection: null, cutoff: null },
): Promise<Run> {
  const query = database.selectFrom('sync_run').select('id').where('integration_id', '=', integrationId)
  const last = await query
    .orderBy((build) => build.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const id = `${integrationId}-${last === undefined ? 1 : runNumber(String(last.id)) + 1}`
  const values = { id, integration_id: integrationId, type, state: null, started_at: startedAt, ended_at: null }
  const row = {
    ...values,
    message: null,
    attempts: 0,
    attempt_state: null,
    calls: 0,
    resume_at: null,
    selection,
    cutoff,
  }
  await database.insertInto('sync_run').values(row).execute()
  return toRun(row)
}

/** The number in a run's id, which grows with each run of its integration. */
export function runNumber(runId: string): number {
  return Number(runId.slice(runId.lastIndexOf('-') + 1))
}

/** Ends a run that another one makes needless. */
export async function supersedeRun({ database }: Store, run: Run, at: string, message: string): Promise<void> {
  const values = { state: 'CANCELLED', ended_at: at, message, resume_at: null }
  await database.updateTable('sync_run').set(values).where('id', '=', run.id).execute()
}

/**
 * Ends a complete run. The next delta of these streams starts at `knownUpTo`, or where another run says that began later and
 * ended meanwhile. To be called in a transaction.
 */
export async function finishRun(
  store: Store,
  run: Run,
  end: { state: SyncState; at: string; message: string | null; streams: readonly string[]; knownUpTo: string },
): Promise<void> {
  const { database } = store
  await database
    .updateTable('sync_run')
    .set({ state: end.state, ended_at: end.at, message: end.message, resume_at: null })
    .where('id', '=', run.id)
    .execute()
  for (const stream of [wholeRun, ...end.streams]) {
    const known = await readCursor(store, run.integrationId, stream)
    if (known !== undefined && (known.beganAt ?? known.value) > run.startedAt) continue
    const moved = { value: end.knownUpTo, began_at: run.startedAt }
    await database
      .insertInto('sync_cursor')
      .values({ integration_id: run.integrationId, stream, ...moved })
      .onConflict((conflict) => conflict.columns(['integration_id', 'stream']).doUpdateSet(moved))
      .execute()
  }
}

/**
 * Up to where a stream is known: an instant on iCIMS's clock, and when the run that told it began on ours, null in rows of an
 * earlier version. ISO 8601 both.
 */
export type SyncCursor = { value: string; beganAt: string | null }

/** Up to where a stream is known, if a run of it was ever complete. */
export async function readCursor(
  { database }: Store,
  integrationId: string,
  stream: string,
): Promise<SyncCursor | undefined> {
  const query = database
    .selectFrom('sync_cursor')
    .select(['value', 'began_at'])
    .where('integration_id', '=', integrationId)
  const row = await query.where('stream', '=', stream).executeTakeFirst()
  if (row === undefined) return undefined
  return { value: String(row.value), beganAt: row.began_at === null ? null : String(row.began_at) }
}

/** Up to where the newest complete run knows. */
export async function readRunCursor(store: Store, integrationId: string): Promise<SyncCursor | undefined> {
  return readCursor(store, integrationId, wholeRun)
}

/** Whether any run was ever complete. */
export async function hasCompleted(store: Store, integrationId: string): Promise<boolean> {
  return (await readRunCursor(store, integrationId)) !== undefined
}

/** Makes the next run of a stream read everything. */
export async function forgetCursor({ database }: Store, integrationId: string, stream: string): Promise<void> {
  const rows = database.deleteFrom('sync_cursor').where('integration_id', '=', integrationId)
  await rows.where('stream', '=', stream).execute()
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
    resumeAt: text(row.resume_at),
    selection: text(row.selection),
    cutoff: text(row.cutoff),
    calls: Number(row.calls),
  }
}
