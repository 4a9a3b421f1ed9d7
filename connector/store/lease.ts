import type { Store } from './store.ts'

/** A process that syncs. */
export type Owner = {
  /** Names this process, and no other one before or after it. */
  name: string
  /** Whether the process of that name is known to have ended. */
  isGone(name: string): boolean
}

/**
 * Takes an integration for this process until an instant.
 *
 * @returns the name of the other process that has it; undefined when it is ours.
 */
export async function takeLease(
  store: Store,
  integrationId: string,
  owner: Owner,
  { now, until }: { now: string; until: string },
): Promise<string | undefined> {
  const { database } = store
  const insert = database.insertInto('sync_lease').values({ integration_id: integrationId, owner: owner.name, until })
  await insert.onConflict((conflict) => conflict.column('integration_id').doNothing()).execute()
  const found = await readLease(store, integrationId)
  // Given back in between.
  if (found === undefined) return takeLease(store, integrationId, owner, { now, until })
  if (isHeld(found, owner, now)) return found.owner
  // Only from the one that was found: of two processes that take over at once, one finds that the other was first.
  const taken = await database
    .updateTable('sync_lease')
    .set({ owner: owner.name, until })
    .where('integration_id', '=', integrationId)
    .where('owner', '=', found.owner)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) > 0 ? undefined : (await readLease(store, integrationId))?.owner
}

/** Keeps an integration until a later instant, if this process still has it. */
export async function renewLease(
  { database }: Store,
  integrationId: string,
  owner: Owner,
  until: string,
): Promise<void> {
  const mine = database.updateTable('sync_lease').set({ until }).where('integration_id', '=', integrationId)
  await mine.where('owner', '=', owner.name).execute()
}

/** The name of another process that syncs an integration now. */
export async function findHolder(
  store: Store,
  integrationId: string,
  owner: Owner,
  now: string,
): Promise<string | undefined> {
  const found = await readLease(store, integrationId)
  return found !== undefined && isHeld(found, owner, now) ? found.owner : undefined
}

export async function releaseLease({ database }: Store, integrationId: string, owner: Owner): Promise<void> {
  const mine = database.deleteFrom('sync_lease').where('integration_id', '=', integrationId)
  await mine.where('owner', '=', owner.name).execute()
}

type Lease = { owner: string; until: string }

function isHeld(lease: Lease, owner: Owner, now: string): boolean {
  return lease.owner !== owner.name && lease.until > now && !owner.isGone(lease.owner)
}

async function readLease({ database }: Store, integrationId: string): Promise<Lease | undefined> {
  const query = database.selectFrom('sync_lease').selectAll().where('integration_id', '=', integrationId)
  const row = await query.executeTakeFirst()
  return row === undefined ? undefined : { owner: String(row.owner), until: String(row.until) }
}
