import type { Connection } from '../store/connection.ts'
import { laneOf, type Occurrence, wants } from './occurrence.ts'
import type { EventSubscription, Subscribed } from './subscription.ts'

/** `waiting` also while it is under way: what was under way when a simulator stopped is sent again. */
export type EventState = 'waiting' | 'delivered' | 'failed'

/** One event to one subscription. */
export type OutboxEvent = {
  id: number
  /** Number of the subscription. */
  subscription: number
  /** Events of one lane go out one after the other. */
  lane: string
  /** The tenant's time when it happened, milliseconds. */
  at: number
  /** What its links start with. */
  base: string
  state: EventState
  occurrence: Occurrence
}

/** An outbox as a snapshot keeps it: what came after the event `last` is forgotten by a restore. */
export type SavedOutbox = { last: number; subscriptions: readonly Subscribed[] }

/**
 * What a tenant has to tell its partners, in the order it happened. Rows are of one tenant alone, not of its layers: a fork
 * starts with nothing to tell, and nobody to tell it to.
 */
export type Outbox = {
  subscriptions(): readonly Subscribed[]
  subscribe(subscription: EventSubscription): Subscribed
  /** False when there is none of this number. Events for it that wait will fail. */
  unsubscribe(id: number): boolean
  /** What the addresses of this tenant start with, for its partners: `https://api.icims.com`. */
  origin(): string
  /**
   * Writes an event for each subscription that wants it. Call it in the transaction of what happened.
   *
   * @returns their numbers.
   */
  add(occurrence: Occurrence, at: number): number[]
  find(id: number): OutboxEvent | undefined
  /** Newest first. */
  list(filter?: { state?: EventState; subscription?: number; limit?: number }): OutboxEvent[]
  /** Events that wait, after the one of this number, oldest first. */
  waiting(after: number): { id: number; lane: string }[]
  setState(id: number, state: EventState): void
  count(): Record<EventState, number>
  save(): SavedOutbox
  load(saved: SavedOutbox): void
  /** Drops every event and puts these subscriptions in the place of what there is. */
  reset(subscriptions: readonly EventSubscription[]): void
}

/** Events kept with all that was sent and answered, the newest; older ones that are not waiting are dropped. */
const kept = 20_000
/** How often that is looked after, in events. */
const tidyEvery = 500

/**
 * @param number of the tenant in its database.
 * @param base what links start with now.
 * @param onAdd told that there may be something to send; the transaction is still open.
 */
export function openOutbox(connection: Connection, number: number, base: () => string, onAdd: () => void): Outbox {
  const { prepare } = connection
  let known: readonly Subscribed[] | undefined

  const all = (): readonly Subscribed[] => {
    known ??= prepare('SELECT id, data FROM main.subscription WHERE tenant = ? ORDER BY id')
      .all(number)
      .map(({ id, data }) => ({ ...(JSON.parse(String(data)) as EventSubscription), id: Number(id) }))
    return known
  }

  const write = <T>(work: () => T): T => {
    const forget = (): void => {
      known = undefined
    }
    return connection.transaction(undefined, work, forget)
  }

  const insert = ({ id, ...subscription }: Subscribed): void => {
    known = undefined
    const data = JSON.stringify(subscription)
    prepare('INSERT INTO main.subscription (tenant, id, data) VALUES (?, ?, ?)').run(number, id, data)
  }

  const last = (table: 'subscription' | 'event'): number =>
    Number(prepare(`SELECT coalesce(max(id), 0) AS id FROM main.${table} WHERE tenant = ?`).get(number)!.id)

  const removeWhere = (condition: string, value: number): void => {
    prepare(`DELETE FROM main.attempt WHERE tenant = ? AND event IN
      (SELECT id FROM main.event WHERE tenant = ? AND ${condition})`).run(number, number, value)
    prepare(`DELETE FROM main.event WHERE tenant = ? AND ${condition}`).run(number, value)
  }

  const replace = (after: number, subscriptions: readonly Subscribed[]): void => {
    removeWhere('id > ?', after)
    prepare('DELETE FROM main.subscription WHERE tenant = ?').run(number)
    known = undefined
    for (const subscription of subscriptions) insert(subscription)
  }

  return {
    origin: base,
    subscriptions: all,
    subscribe: (subscription) =>
      write(() => {
        const subscribed = { ...subscription, id: last('subscription') + 1 }
        insert(subscribed)
        return subscribed
      }),
    unsubscribe: (id) =>
      write(() => {
        known = undefined
        return prepare('DELETE FROM main.subscription WHERE tenant = ? AND id = ?').run(number, id).changes > 0
      }),
    add(occurrence, at) {
      const asked = all().filter((subscription) => wants(subscription, occurrence))
      if (asked.length === 0) return []
      const data = JSON.stringify(occurrence)
      const ids = asked.map(({ id: subscription }) => {
        const id = last('event') + 1
        prepare(
          'INSERT INTO main.event (tenant, id, subscription, lane, at, base, state, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ).run(number, id, subscription, `${subscription} ${laneOf(occurrence)}`, at, base(), 'waiting', data)
        if (id % tidyEvery === 0) removeWhere("state != 'waiting' AND id <= ?", id - kept)
        return id
      })
      onAdd()
      return ids
    },
    find(id) {
      const row = prepare('SELECT * FROM main.event WHERE tenant = ? AND id = ?').get(number, id)
      return row && toEvent(row)
    },
    list({ state, subscription, limit = 100 } = {}) {
      return prepare(`SELECT * FROM main.event WHERE tenant = ?1 AND (?2 IS NULL OR state = ?2)
        AND (?3 IS NULL OR subscription = ?3) ORDER BY id DESC LIMIT ?4`)
        .all(number, state ?? null, subscription ?? null, limit)
        .map(toEvent)
    },
    waiting: (after) =>
      prepare("SELECT id, lane FROM main.event WHERE tenant = ? AND state = 'waiting' AND id > ? ORDER BY id")
        .all(number, after)
        .map(({ id, lane }) => ({ id: Number(id), lane: String(lane) })),
    setState: (id, state) =>
      write(() => void prepare('UPDATE main.event SET state = ? WHERE tenant = ? AND id = ?').run(state, number, id)),
    count() {
      const rows = prepare('SELECT state, count(*) AS n FROM main.event WHERE tenant = ? GROUP BY state').all(number)
      const counted = Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))
      return { waiting: 0, delivered: 0, failed: 0, ...counted }
    },
    save: () => ({ last: last('event'), subscriptions: all() }),
    load: (saved) => write(() => replace(saved.last, saved.subscriptions)),
    reset: (subscriptions) =>
      write(() =>
        replace(
          0,
          subscriptions.map((subscription, index) => ({ ...subscription, id: index + 1 })),
        ),
      ),
  }
}

function toEvent({ id, subscription, lane, at, base, state, data }: Record<string, unknown>): OutboxEvent {
  return {
    id: Number(id),
    subscription: Number(subscription),
    lane: String(lane),
    at: Number(at),
    base: String(base),
    state: state as EventState,
    occurrence: JSON.parse(String(data)) as Occurrence,
  }
}
