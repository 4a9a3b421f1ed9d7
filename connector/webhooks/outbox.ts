import { toUnifiedId } from '../store/id.ts'
import type { Store } from '../store/store.ts'
import { listTargetsOf } from '../store/webhook-targets.ts'
import type { WebhookData, WebhookType } from './event.ts'

/**
 * Puts an event into the queue of every target that is told of its type. To be called in the transaction of what caused it:
 * both are kept or neither is. The same cause is told once.
 *
 * @param cause names what happened, once and for all; the id of the event is made from it.
 */
export async function recordEvent<Type extends WebhookType>(
  store: Store,
  environmentId: string,
  type: Type,
  { cause, data, at }: { cause: string; data: WebhookData[Type]; at: string },
): Promise<void> {
  const targets = await listTargetsOf(store, environmentId, type)
  if (targets.length === 0) return
  const id = toUnifiedId(type, cause)
  const { database } = store
  const event = database.insertInto('webhook_event').values({
    id,
    type,
    body: JSON.stringify({ id, type, data }),
    created_at: at,
  })
  await event.onConflict((conflict) => conflict.column('id').doNothing()).execute()
  const waiting = { event_id: id, state: 'PENDING', attempts: 0, due_at: at, updated_at: at }
  await database
    .insertInto('webhook_delivery')
    .values(targets.map((target) => ({ ...waiting, target_id: target.id })))
    .onConflict((conflict) => conflict.columns(['event_id', 'target_id']).doNothing())
    .execute()
}
