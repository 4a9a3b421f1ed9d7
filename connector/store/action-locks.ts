import type { Owner } from './lease.ts'
import { prepare } from './prepared.ts'
import type { Store } from './store.ts'

/** Whom or what an action works on: no other one may, in any process. */
export type LockName = { integrationId: string; subject: string }

const insert = prepare((database, place) =>
  database
    .insertInto('action_lock')
    .values({
      integration_id: place('integration'),
      subject: place('subject'),
      owner: place('owner'),
      until: place('until'),
    })
    .onConflict((conflict) => conflict.columns(['integration_id', 'subject']).doNothing()),
)

const release = prepare((database, place) => {
  const named = database.deleteFrom('action_lock').where('integration_id', '=', place('integration'))
  return named.where('subject', '=', place('subject')).where('owner', '=', place('owner'))
})

/**
 * Takes a lock for this process until an instant.
 *
 * @returns whether it is ours now; not while another process that lives has it.
 */
export async function takeLock(
  { database }: Store,
  { integrationId, subject }: LockName,
  owner: Owner,
  { now, until }: { now: string; until: string },
): Promise<boolean> {
  const made = await insert(database, { integration: integrationId, subject, owner: owner.name, until })
  if (Number(made.numAffectedRows ?? 0) > 0) return true
  const named = database.selectFrom('action_lock').selectAll().where('integration_id', '=', integrationId)
  const found = await named.where('subject', '=', subject).executeTakeFirst()
  if (found === undefined) return false
  const holder = String(found.owner)
  if (holder !== owner.name && String(found.until) > now && !owner.isGone(holder)) return false
  // Only from the one that was found: of two processes that take over at once, one finds that the other was first.
  const taken = await database
    .updateTable('action_lock')
    .set({ owner: owner.name, until })
    .where('integration_id', '=', integrationId)
    .where('subject', '=', subject)
    .where('owner', '=', holder)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) > 0
}

export async function releaseLock(
  { database }: Store,
  { integrationId, subject }: LockName,
  owner: Owner,
): Promise<void> {
  await release(database, { integration: integrationId, subject, owner: owner.name })
}
