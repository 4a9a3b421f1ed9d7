import type { ModelName } from '../models/record.ts'
import type { ScheduleHistory } from '../schedule.ts'
import { type Run, runNumber, type SyncState, toRun } from './runs.ts'
import type { Store, Written } from './store.ts'

/** What became of the rows of one model. */
export type RunCounts = Written & { deleted: number }

/** One run as the history keeps it: all its attempts together. */
export type PastRun = Run & { counts: Partial<Record<ModelName, RunCounts>> }

/** How one attempt of a run ended, and when it may go on, where that is known. */
export type AttemptEnd = { state: SyncState; at: string; message: string | null; resumeAt?: string | null }

/** How a run ends that got to its end. */
const completeStates: readonly SyncState[] = ['SUCCEEDED', 'PARTIALLY_FAILED']

/** Runs of an integration that the history keeps. */
export const keptRuns = 100

/** Adds to what a run has done so far. Written with the rows themselves, so that a killed run is told in full. */
export async function addRunProgress(
  { database }: Store,
  runId: string,
  calls: number,
  counts: Partial<Record<ModelName, RunCounts>>,
): Promise<void> {
  const run = database.updateTable('sync_run').where('id', '=', runId)
  await run.set((build) => ({ calls: build('calls', '+', calls) })).execute()
  for (const [model, { created, changed, unchanged, deleted }] of Object.entries(counts)) {
    if (created + changed + unchanged + deleted === 0) continue
    await database
      .insertInto('run_count')
      .values({ run_id: runId, model, created, changed, unchanged, deleted, announced: 0 })
      .onConflict((conflict) =>
        conflict.columns(['run_id', 'model']).doUpdateSet((build) => ({
          created: build('run_count.created', '+', created),
          changed: build('run_count.changed', '+', changed),
          unchanged: build('run_count.unchanged', '+', unchanged),
          deleted: build('run_count.deleted', '+', deleted),
        })),
      )
      .execute()
  }
}

/** Notes that an attempt of a run ended, complete or not. */
export async function endAttempt({ database }: Store, run: Run, end: AttemptEnd): Promise<void> {
  const { state, at, message, resumeAt = null } = end
  await database
    .updateTable('sync_run')
    .set((build) => ({
      attempts: build('attempts', '+', 1),
      attempt_state: state,
      ended_at: at,
      message,
      resume_at: resumeAt,
    }))
    .where('id', '=', run.id)
    .execute()
}

/** Models with rows that a run changed since this was last asked; asking marks them as told. */
export async function takeChangedModels({ database }: Store, runId: string): Promise<ModelName[]> {
  const rows = await database.selectFrom('run_count').selectAll().where('run_id', '=', runId).orderBy('model').execute()
  const taken: ModelName[] = []
  for (const row of rows) {
    const moved = Number(row.created) + Number(row.changed) + Number(row.deleted)
    if (moved === Number(row.announced)) continue
    taken.push(row.model as ModelName)
    const told = database.updateTable('run_count').set({ announced: moved }).where('run_id', '=', runId)
    await told.where('model', '=', row.model!).execute()
  }
  return taken
}

/** The latest runs of an integration, the newest first. */
export async function listRuns({ database }: Store, integrationId: string, limit: number): Promise<PastRun[]> {
  const query = database.selectFrom('sync_run').selectAll().where('integration_id', '=', integrationId)
  const rows = await query
    .orderBy((build) => build.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => String(id))
  const counts = await database.selectFrom('run_count').selectAll().where('run_id', 'in', ids).execute()
  return rows.map((row) => ({
    ...toRun(row),
    counts: Object.fromEntries(
      counts
        .filter((count) => count.run_id === row.id)
        .map(({ model, created, changed, unchanged, deleted }) => [
          model,
          {
            created: Number(created),
            changed: Number(changed),
            unchanged: Number(unchanged),
            deleted: Number(deleted),
          },
        ]),
    ),
  }))
}

/** How many complete runs of an integration the history knows. */
export async function countComplete({ database }: Store, integrationId: string): Promise<number> {
  const query = database.selectFrom('sync_run').select((build) => build.fn.countAll<number>().as('n'))
  const complete = query.where('integration_id', '=', integrationId).where('state', 'in', completeStates)
  return Number((await complete.executeTakeFirstOrThrow()).n)
}

/** What the schedule goes by, of every integration that has run. */
export async function readScheduleHistory({ database }: Store): Promise<Map<string, ScheduleHistory>> {
  const histories = new Map<string, ScheduleHistory>()
  const historyOf = (id: string) => histories.get(id) ?? { open: [], lastFull: undefined, lastDelta: undefined }
  const ended = await database
    .selectFrom('sync_run')
    .select(['integration_id', 'type'])
    .select((build) => build.fn.max('started_at').as('started_at'))
    .where('state', 'in', completeStates)
    .groupBy(['integration_id', 'type'])
    .execute()
  for (const row of ended) {
    const id = String(row.integration_id)
    const name = row.type === 'FULL' ? 'lastFull' : 'lastDelta'
    histories.set(id, { ...historyOf(id), [name]: String(row.started_at) })
  }
  for (const row of await database.selectFrom('sync_run').selectAll().where('state', 'is', null).execute()) {
    const run = toRun(row)
    const known = historyOf(run.integrationId)
    histories.set(run.integrationId, { ...known, open: [...known.open, run] })
  }
  return histories
}

/** Forgets the runs before the latest ones, with everything kept of them. */
export async function pruneRuns({ database }: Store, run: Run, keep = keptRuns): Promise<void> {
  const all = database.selectFrom('sync_run').select('id').where('integration_id', '=', run.integrationId)
  const old = (await all.execute())
    .map(({ id }) => String(id))
    .filter((id) => runNumber(id) <= runNumber(run.id) - keep)
  if (old.length === 0) return
  for (const table of ['checkpoint', 'set_aside', 'run_count']) {
    await database.deleteFrom(table).where('run_id', 'in', old).execute()
  }
  await database.deleteFrom('sync_run').where('id', 'in', old).execute()
}
