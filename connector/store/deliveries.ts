import type { Row } from './schema.ts'
import type { Store } from './store.ts'

/** An event on its way to a target. DEAD is given up: it is only sent again when somebody asks for it. */
export type Delivery = {
  eventId: string
  targetId: string
  url: string
  type: string
  /** The raw text that is signed and sent. */
  body: string
  state: 'PENDING' | 'DELIVERED' | 'DEAD'
  attempts: number
  dueAt: string
  updatedAt: string
}

/** One try to deliver: the status that was answered, or why there was none. */
export type DeliveryAttempt = {
  eventId: string
  targetId: string
  type: string
  at: string
  milliseconds: number
  status: number | null
  error: string | null
}

/** Deliveries that are due, the longest due first. */
export async function listDue({ database }: Store, now: string, limit: number): Promise<Delivery[]> {
  const due = deliveries(database).where('delivery.state', '=', 'PENDING').where('delivery.due_at', '<=', now)
  return (await due.orderBy('delivery.due_at').orderBy('event.created_at').limit(limit).execute()).map(toDelivery)
}

/** When the next delivery is due, if one waits. */
export async function nextDue({ database }: Store): Promise<string | undefined> {
  const query = database.selectFrom('webhook_delivery').select('due_at').where('state', '=', 'PENDING')
  const row = await query.orderBy('due_at').limit(1).executeTakeFirst()
  return row === undefined ? undefined : String(row.due_at)
}

/**
 * Takes a delivery for this process until an instant: should it die before it has noted what became of it, another may try.
 *
 * @returns whether it was still there to be taken.
 */
export async function claim(
  { database }: Store,
  { eventId, targetId, dueAt }: Delivery,
  until: string,
): Promise<boolean> {
  const taken = await database
    .updateTable('webhook_delivery')
    .set({ due_at: until })
    .where('event_id', '=', eventId)
    .where('target_id', '=', targetId)
    .where('state', '=', 'PENDING')
    .where('due_at', '=', dueAt)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) > 0
}

/** Notes an attempt and what it makes of the delivery. */
export async function noteAttempt(
  store: Store,
  { eventId, targetId, attempts }: Delivery,
  attempt: Pick<DeliveryAttempt, 'at' | 'milliseconds' | 'status' | 'error'>,
  next: { state: Delivery['state']; dueAt: string; at: string },
): Promise<void> {
  await store.transaction(async ({ database }) => {
    const ids = { event_id: eventId, target_id: targetId }
    await database
      .updateTable('webhook_delivery')
      .set({ state: next.state, attempts: attempts + 1, due_at: next.dueAt, updated_at: next.at })
      .where('event_id', '=', eventId)
      .where('target_id', '=', targetId)
      .execute()
    await database
      .insertInto('webhook_attempt')
      .values({ ...ids, ...attempt })
      .execute()
  })
}

/** What was given up, the oldest first. */
export async function listDead({ database }: Store): Promise<Delivery[]> {
  const dead = deliveries(database).where('delivery.state', '=', 'DEAD')
  return (await dead.orderBy('event.created_at').orderBy('delivery.event_id').execute()).map(toDelivery)
}

/** Puts deliveries that were given up, or one event's delivered ones too, into the queue again. @returns how many. */
export async function resend(
  { database }: Store,
  now: string,
  { eventId, targetId }: { eventId?: string; targetId?: string },
): Promise<number> {
  let query = database
    .updateTable('webhook_delivery')
    .set({ state: 'PENDING', attempts: 0, due_at: now, updated_at: now })
  query = eventId === undefined ? query.where('state', '=', 'DEAD') : query.where('event_id', '=', eventId)
  if (targetId !== undefined) query = query.where('target_id', '=', targetId)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** The latest attempts, the newest first. */
export async function listAttempts({ database }: Store, limit: number): Promise<DeliveryAttempt[]> {
  const query = database
    .selectFrom('webhook_attempt as attempt')
    .innerJoin('webhook_event as event', 'event.id', 'attempt.event_id')
    .selectAll('attempt')
    .select('event.type')
  const rows = await query.orderBy('attempt.at', 'desc').orderBy('attempt.event_id').limit(limit).execute()
  return rows.map((row) => ({
    eventId: String(row.event_id),
    targetId: String(row.target_id),
    type: String(row.type),
    at: String(row.at),
    milliseconds: Number(row.milliseconds),
    status: row.status === null ? null : Number(row.status),
    error: row.error === null ? null : String(row.error),
  }))
}

/** How many deliveries are in a state. */
export async function countDeliveries({ database }: Store, state: Delivery['state']): Promise<number> {
  const query = database.selectFrom('webhook_delivery').select((build) => build.fn.countAll<number>().as('n'))
  return Number((await query.where('state', '=', state).executeTakeFirstOrThrow()).n)
}

/** Forgets what came to its end before an instant, delivered or given up. */
export async function pruneDeliveries(store: Store, before: string): Promise<void> {
  const ended = store.database.selectFrom('webhook_delivery').select('event_id').where('state', '!=', 'PENDING')
  if ((await ended.where('updated_at', '<', before).limit(1).executeTakeFirst()) === undefined) return
  await store.transaction(async (inner) => {
    const old = inner.database.deleteFrom('webhook_delivery').where('state', '!=', 'PENDING')
    await old.where('updated_at', '<', before).execute()
    await dropUntold(inner)
  })
}

/** Forgets the events that no target has or waits for any more. */
export async function dropUntold({ database }: Store): Promise<void> {
  for (const [table, column] of [
    ['webhook_attempt', 'event_id'],
    ['webhook_event', 'id'],
  ] as const) {
    const told = database.selectFrom('webhook_delivery').select('event_id')
    await database.deleteFrom(table).where(column, 'not in', told).execute()
  }
}

function deliveries(database: Store['database']) {
  return database
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('webhook_event as event', 'event.id', 'delivery.event_id')
    .innerJoin('webhook_target as target', 'target.id', 'delivery.target_id')
    .selectAll('delivery')
    .select(['event.type', 'event.body', 'target.url'])
}

function toDelivery(row: Row): Delivery {
  return {
    eventId: String(row.event_id),
    targetId: String(row.target_id),
    url: String(row.url),
    type: String(row.type),
    body: String(row.body),
    state: row.state as Delivery['state'],
    attempts: Number(row.attempts),
    dueAt: String(row.due_at),
    updatedAt: String(row.updated_at),
  }
}
