import { randomBytes } from 'node:crypto'
import { base58 } from '@scure/base'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

/** An event of iCIMS as it came in. Two with the same bytes are two: iCIMS gives events no id. */
export type ReceivedEvent = {
  id: string
  integrationId: string
  type: string
  /** The record it is about, as `applicantworkflows/123`. */
  subject: string
  /** The raw JSON. */
  body: string
  /** FAILED is given up: the next delta makes it good. */
  state: 'WAITING' | 'DONE' | 'FAILED'
  attempts: number
  receivedAt: string
  /** Why it waits or failed. */
  message: string | null
}

/** Everything that waits about one record: it is read once for all of them. */
export type Subject = { integrationId: string; subject: string }

export async function addReceivedEvent(
  { database }: Store,
  { integrationId, type, subject, body }: Pick<ReceivedEvent, 'integrationId' | 'type' | 'subject' | 'body'>,
  at: string,
): Promise<string> {
  const id = base58.encode(randomBytes(18)).slice(0, 24)
  const values = { id, integration_id: integrationId, type, subject, body, received_at: at, due_at: at }
  await database
    .insertInto('received_event')
    .values({ ...values, state: 'WAITING', attempts: 0, message: null })
    .execute()
  return id
}

/** Records with events that are due, the longest due first. */
export async function listDueSubjects({ database }: Store, now: string, limit: number): Promise<Subject[]> {
  const rows = await database
    .selectFrom('received_event')
    .select(['integration_id', 'subject'])
    .where('state', '=', 'WAITING')
    .where('due_at', '<=', now)
    .groupBy(['integration_id', 'subject'])
    .orderBy((build) => build.fn.min('due_at'))
    .orderBy('subject')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ integrationId: String(row.integration_id), subject: String(row.subject) }))
}

/** When the next one is due, if one waits. */
export async function nextReceivedDue({ database }: Store): Promise<string | undefined> {
  const query = database.selectFrom('received_event').select('due_at').where('state', '=', 'WAITING')
  const row = await query.orderBy('due_at').limit(1).executeTakeFirst()
  return row === undefined ? undefined : String(row.due_at)
}

/** What waits about a record, in the order it came. */
export async function listWaiting({ database }: Store, { integrationId, subject }: Subject): Promise<ReceivedEvent[]> {
  const rows = await database
    .selectFrom('received_event')
    .selectAll()
    .where('integration_id', '=', integrationId)
    .where('subject', '=', subject)
    .where('state', '=', 'WAITING')
    .orderBy('received_at')
    .execute()
  return rows.map(toReceivedEvent)
}

/** Notes what became of events. */
export async function noteReceived(
  { database }: Store,
  events: readonly ReceivedEvent[],
  { state, message, dueAt }: { state: ReceivedEvent['state']; message: string | null; dueAt: string },
): Promise<void> {
  for (let start = 0; start < events.length; start += 200) {
    const ids = events.slice(start, start + 200).map(({ id }) => id)
    await database
      .updateTable('received_event')
      .set((build) => ({ state, message, due_at: dueAt, attempts: build('attempts', '+', 1) }))
      .where('id', 'in', ids)
      .execute()
  }
}

/** The latest events, the newest first. */
export async function listReceived({ database }: Store, limit: number): Promise<ReceivedEvent[]> {
  const query = database.selectFrom('received_event').selectAll().orderBy('received_at', 'desc').orderBy('id')
  return (await query.limit(limit).execute()).map(toReceivedEvent)
}

/** Forgets what came to its end before an instant. */
export async function pruneReceived({ database }: Store, before: string): Promise<void> {
  const ended = database.deleteFrom('received_event').where('state', '!=', 'WAITING')
  await ended.where('due_at', '<', before).execute()
}

function toReceivedEvent(row: Row): ReceivedEvent {
  return {
    id: String(row.id),
    integrationId: String(row.integration_id),
    type: String(row.type),
    subject: String(row.subject),
    body: String(row.body),
    state: row.state as ReceivedEvent['state'],
    attempts: Number(row.attempts),
    receivedAt: String(row.received_at),
    message: row.message === null ? null : String(row.message),
  }
}
