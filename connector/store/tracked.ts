import { prepare } from './prepared.ts'
import type { Store } from './store.ts'

/** An application that was made here, with its person where that is known. */
export type TrackedApplication = { workflowId: string; personId?: string }

/** What a tracked application names: itself, or its person. */
export type TrackedColumn = 'workflow_id' | 'person_id'

const newFlags = { workflow_id: 'is_new', person_id: 'is_person_new' } as const

const columns = ['integration_id', 'workflow_id', 'person_id', 'origin', 'tracked_at', 'is_new', 'is_person_new']

const track = prepare((database, place) =>
  database
    .insertInto('tracked_application')
    .values(Object.fromEntries(columns.map((name) => [name, place(name)])))
    .onConflict((conflict) => conflict.columns(['integration_id', 'workflow_id']).doNothing()),
)

const find = prepare((database, place) => {
  const rows = database.selectFrom('tracked_application').select('origin')
  return rows.where('integration_id', '=', place('integration')).where('workflow_id', '=', place('workflow'))
})

/** Tracks an application that an action has made. */
export async function trackCreated(
  { database }: Store,
  integrationId: string,
  { workflowId, personId }: TrackedApplication,
  at: string,
): Promise<void> {
  const row = toRow(integrationId, workflowId, 'CREATED', at)
  await track(database, { ...row, person_id: personId ?? null, is_person_new: personId === undefined ? 0 : 1 })
}

/** Whether an application was made here, or adopted. */
export async function isTracked({ database }: Store, integrationId: string, workflowId: string): Promise<boolean> {
  const { rows } = await find(database, { integration: integrationId, workflow: workflowId })
  return rows.length > 0
}

/** Tracks applications that were made otherwise. @returns how many were not tracked before. */
export async function adoptApplications(
  { database }: Store,
  integrationId: string,
  workflowIds: readonly string[],
  at: string,
): Promise<number> {
  let adopted = 0
  for (const workflowId of new Set(workflowIds)) {
    const insert = database.insertInto('tracked_application').values(toRow(integrationId, workflowId, 'ADOPTED', at))
    const result = await insert
      .onConflict((conflict) => conflict.columns(['integration_id', 'workflow_id']).doNothing())
      .executeTakeFirst()
    adopted += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return adopted
}

function toRow(integrationId: string, workflowId: string, origin: 'CREATED' | 'ADOPTED', at: string) {
  const id = { integration_id: integrationId, workflow_id: workflowId, person_id: null }
  return { ...id, origin, tracked_at: at, is_new: 1, is_person_new: 0 }
}

/** The next tracked ids after this one, ascending as numbers. */
export async function listTracked(
  store: Store,
  integrationId: string,
  column: TrackedColumn,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await trackedIds(store, integrationId, column)
    .where((build) => {
      const length = build.fn<number>('length', [column])
      const isLonger = build(length, '>', afterId.length)
      return build.or([isLonger, build.and([build(length, '=', afterId.length), build(column, '>', afterId)])])
    })
    .orderBy((build) => build.fn('length', [column]))
    .orderBy(column)
    .limit(limit)
    .execute()
  return rows.map((row) => String(row[column]))
}

/** Those of the ids that are tracked. */
export async function keepTracked(
  store: Store,
  integrationId: string,
  column: TrackedColumn,
  ids: readonly string[],
): Promise<string[]> {
  const tracked = new Set<string>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = trackedIds(store, integrationId, column).where(column, 'in', ids.slice(start, start + 500))
    for (const row of await rows.execute()) tracked.add(String(row[column]))
  }
  return ids.filter((id) => tracked.has(id))
}

/** Those that no run has read yet, whenever they changed. */
export async function listNewTracked(store: Store, integrationId: string, column: TrackedColumn): Promise<string[]> {
  const rows = trackedIds(store, integrationId, column).where(newFlags[column], '=', 1)
  return (await rows.execute()).map((row) => String(row[column]))
}

function trackedIds({ database }: Store, integrationId: string, column: TrackedColumn) {
  const query = database.selectFrom('tracked_application').select(column).groupBy(column)
  return query.where('integration_id', '=', integrationId).where(column, 'is not', null)
}

/** Notes that these have been asked for, whatever came of it. */
export async function noteTrackedRead(
  { database }: Store,
  integrationId: string,
  column: TrackedColumn,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const flag = newFlags[column]
  const rows = database
    .updateTable('tracked_application')
    .set({ [flag]: 0 })
    .where('integration_id', '=', integrationId)
  await rows.where(flag, '=', 1).where(column, 'in', ids).execute()
}

/** Notes whose application each is; a person who is another one than before is read anew. */
export async function noteTrackedPeople(
  { database }: Store,
  integrationId: string,
  people: readonly { workflowId: string; personId: string }[],
): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ workflowId }) => workflowId)
  const query = database.selectFrom('tracked_application').select(['workflow_id', 'person_id'])
  const rows = await query.where('integration_id', '=', integrationId).where('workflow_id', 'in', ids).execute()
  const known = new Map(rows.map((row) => [String(row.workflow_id), row.person_id]))
  for (const { workflowId, personId } of people) {
    if (!known.has(workflowId) || known.get(workflowId) === personId) continue
    await database
      .updateTable('tracked_application')
      .set({ person_id: personId, is_person_new: 1 })
      .where('integration_id', '=', integrationId)
      .where('workflow_id', '=', workflowId)
      .execute()
  }
}

/** What was one person's is another's. */
export async function moveTracked(
  { database }: Store,
  integrationId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  const rows = database.updateTable('tracked_application').set({ person_id: toId, is_person_new: 1 })
  await rows.where('integration_id', '=', integrationId).where('person_id', '=', fromId).execute()
}
