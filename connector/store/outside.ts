import type { ModelName } from '../models/record.ts'
import type { Store } from './store.ts'

/** Models that a cutoff leaves rows out of. */
export const cutoffModels: readonly ModelName[] = ['ats_candidates', 'ats_applications']

/** A full run that leaves out what was not updated since. */
export type CutoffRun = {
  integrationId: string
  runId: string
  cutoff: string
  /** Whether it found anything at all: if not, nothing is known to be gone. */
  hasFound: boolean
}

/**
 * Rows that a run with a cutoff did not see are gone, or were not updated since. A row that was seen under the same cutoff, or a
 * later one, was updated since then, so it is gone, and is deleted. Of the others nobody can tell: they are noted as outside.
 *
 * @returns how many were deleted.
 */
export async function deleteGone(store: Store, model: ModelName, run: CutoffRun, at: string): Promise<number> {
  const { database } = store
  const { integrationId, runId, cutoff, hasFound } = run
  const seenUnder = database
    .selectFrom('sync_run')
    .select('id')
    .where('integration_id', '=', integrationId)
    .where('cutoff', '>=', cutoff)
  const gone = await database
    .updateTable(model)
    .set({ remote_deleted_at: at, changed_at: at })
    .where('integration_id', '=', integrationId)
    .where('seen_run', '!=', runId)
    .where('remote_deleted_at', 'is', null)
    .where('seen_run', 'in', hasFound ? seenUnder : [runId])
    .executeTakeFirst()
  await forgetOutside(store, model, run)
  await database
    .insertInto('outside_row')
    .columns(['integration_id', 'model', 'id', 'since'])
    .expression((build) =>
      build
        .selectFrom(model)
        .select((row) => ['integration_id', row.val(model).as('model'), 'id', row.val(at).as('since')])
        .where('integration_id', '=', integrationId)
        .where('seen_run', '!=', runId)
        .where('remote_deleted_at', 'is', null),
    )
    .onConflict((conflict) => conflict.columns(['integration_id', 'model', 'id']).doNothing())
    .execute()
  return Number(gone.numUpdatedRows)
}

/** What the run saw, or what is deleted, is not outside any more. */
async function forgetOutside(
  { database }: Store,
  model: ModelName,
  { integrationId, runId }: CutoffRun,
): Promise<void> {
  await database
    .deleteFrom('outside_row')
    .where('integration_id', '=', integrationId)
    .where('model', '=', model)
    .where('id', 'not in', (build) =>
      build
        .selectFrom(model)
        .select('id')
        .where('integration_id', '=', integrationId)
        .where('seen_run', '!=', runId)
        .where('remote_deleted_at', 'is', null),
    )
    .execute()
}

/** Deletes the rows that have been outside since then or longer. @returns how many. */
export async function dropOutside(
  { database }: Store,
  integrationId: string,
  model: ModelName,
  since: string,
  at: string,
): Promise<number> {
  const outside = database
    .selectFrom('outside_row')
    .select('id')
    .where('integration_id', '=', integrationId)
    .where('model', '=', model)
    .where('since', '<=', since)
  const dropped = await database
    .updateTable(model)
    .set({ remote_deleted_at: at, changed_at: at })
    .where('integration_id', '=', integrationId)
    .where('remote_deleted_at', 'is', null)
    .where('id', 'in', outside)
    .executeTakeFirst()
  return Number(dropped.numUpdatedRows)
}

/** Nothing is outside: there is no cutoff. */
export async function clearOutside({ database }: Store, integrationId: string): Promise<void> {
  await database.deleteFrom('outside_row').where('integration_id', '=', integrationId).execute()
}
