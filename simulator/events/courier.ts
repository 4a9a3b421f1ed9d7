import type { Connection } from '../store/connection.ts'
import { type AccessTokens, createAccessTokens } from './access-token.ts'
import type { Attempts } from './attempts.ts'
import { isDelivered, type LabelOf, type Verdict } from './judge.ts'
import { createLanes } from './lanes.ts'
import type { Outbox, OutboxEvent } from './outbox.ts'
import { StoppedError, sendEvent } from './send.ts'
import type { Timer } from './timer.ts'
import type { Transport } from './transport.ts'

/** Brings what is in a tenant's outbox to its partners. */
export type Courier = {
  /** There may be something to send; it goes once what is being done now is done. */
  wake(): void
  /**
   * Sends an event again, whatever came of it before.
   *
   * @returns false without such an event.
   */
  resend(id: number): boolean
  /** Resolves when nothing waits and nothing is under way. At once where nothing is sent at all. */
  delivered(): Promise<void>
  /** Resolves when this event is not waiting any more; at once where nothing is sent, or where there is none. */
  settled(id: number): Promise<void>
  /** After the outbox was put back: breaks off what is under way, and looks anew at what there is. */
  restart(): void
  /** Breaks off what is under way, for good. */
  stop(): void
  /** Starts nothing more, waits a moment for what is under way, and breaks off the rest, which is sent at the next start. */
  close(): Promise<void>
}

/** What a courier works with. */
export type CourierContext = {
  connection: Connection
  outbox: Outbox
  attempts: Attempts
  customerId: number
  /** The tenant's time, and the wall clock that signatures are dated by. */
  clock: { now(): number }
  wallClock: () => number
  timer: Timer
  labelOf: LabelOf
  /** Undefined: nothing is sent, events stay where they are. */
  transport: Transport | undefined
  /** Told of every event that did not arrive. */
  onUndelivered: (message: string) => void
  onInternalError: (error: unknown) => void
}

/** How many events of a tenant are under way at once. */
const limit = 8
/** How long those under way may take once a simulator is told to stop, in milliseconds. */
const patience = 2_000

export function createCourier(context: CourierContext): Courier {
  const { connection, outbox, attempts, transport, timer } = context
  if (transport === undefined) return idleCourier(outbox)
  const tokens: AccessTokens = createAccessTokens(transport, context.wallClock)
  const underWay = new Set<Promise<void>>()
  let waiters: (() => void)[] = []
  const settling = new Map<number, (() => void)[]>()
  let stop = new AbortController()
  let isScheduled = false
  let isClosed = false
  let seen = 0

  const deliver = async (id: number): Promise<void> => {
    const event = outbox.find(id)
    if (event?.state !== 'waiting' || isClosed) return
    const { signal } = stop
    const subscription = outbox.subscriptions().find((one) => one.id === event.subscription)
    if (subscription === undefined) {
      const number = attempts.begin(id, context.clock.now(), undefined)
      settle(event, number, { verdict: { outcome: 'unsubscribed', reason: 'Its subscription was removed.' } })
      return
    }
    let number = 0
    const options = { customerId: context.customerId, base: event.base, now: context.wallClock() }
    const sent = await sendEvent(
      subscription,
      event.occurrence,
      options,
      { ...context, transport, tokens },
      signal,
      (request) => {
        number = attempts.begin(id, context.clock.now(), request)
      },
    )
    if (!signal.aborted) settle(event, number, sent, subscription.url)
  }

  const settle = (
    { id, subscription, occurrence }: OutboxEvent,
    number: number,
    { answer, verdict }: { answer?: Parameters<Attempts['end']>[2]; verdict: Verdict },
    url?: string,
  ): void => {
    const work = (): void => {
      attempts.end(id, number, answer, verdict)
      outbox.setState(id, isDelivered(verdict) ? 'delivered' : 'failed')
    }
    connection.transaction(undefined, work, () => undefined)
    if (isDelivered(verdict)) return
    context.onUndelivered(
      `event ${id} (${occurrence.kind}) did not reach ${url ?? `subscription ${subscription}`}: ${verdict.reason}`,
    )
  }

  const work = async (id: number): Promise<void> => {
    const job = deliver(id).catch((error: unknown) => {
      if (!(error instanceof StoppedError)) context.onInternalError(error)
    })
    underWay.add(job)
    await job
    underWay.delete(job)
    tellSettled(id)
  }

  const lanes = createLanes(limit, work, () => tellIdle())

  const tellSettled = (id: number): void => {
    for (const resolve of settling.get(id) ?? []) resolve()
    settling.delete(id)
  }

  const tellIdle = (): void => {
    if (!isClosed && (isScheduled || !lanes.isIdle)) return
    const told = waiters
    waiters = []
    for (const resolve of told) resolve()
  }

  const look = (): void => {
    isScheduled = false
    if (isClosed) return
    for (const { id, lane } of outbox.waiting(seen)) {
      lanes.add(lane, id)
      seen = id
    }
    lanes.run()
    tellIdle()
  }

  const wake = (): void => {
    if (isScheduled || isClosed) return
    isScheduled = true
    // By then the transaction that wrote the event is over, whichever way: everything in it is synchronous.
    setImmediate(look)
  }

  const stopNow = (): void => {
    isClosed = true
    lanes.clear()
    stop.abort()
    for (const id of settling.keys()) tellSettled(id)
    tellIdle()
  }

  attempts.endInterrupted()
  return {
    wake,
    resend(id) {
      const event = outbox.find(id)
      if (event === undefined) return false
      if (event.state === 'waiting') return true
      outbox.setState(id, 'waiting')
      lanes.add(event.lane, id)
      wake()
      return true
    },
    delivered: () =>
      new Promise((resolve) => {
        waiters.push(resolve)
        tellIdle()
      }),
    settled: (id) =>
      new Promise((resolve) => {
        if (isClosed || outbox.find(id)?.state !== 'waiting') resolve()
        else settling.set(id, [...(settling.get(id) ?? []), resolve])
      }),
    restart() {
      lanes.clear()
      stop.abort()
      for (const id of settling.keys()) tellSettled(id)
      stop = new AbortController()
      attempts.endInterrupted()
      seen = 0
      wake()
    },
    stop: stopNow,
    async close() {
      isClosed = true
      lanes.clear()
      if (underWay.size > 0) {
        const cancel = timer(patience, () => stop.abort())
        await Promise.all(underWay)
        cancel()
      }
      stopNow()
    },
  }
}

/** Of a tenant that only keeps its events. */
function idleCourier(outbox: Outbox): Courier {
  return {
    wake: () => undefined,
    resend(id) {
      if (outbox.find(id) === undefined) return false
      outbox.setState(id, 'waiting')
      return true
    },
    delivered: async () => undefined,
    settled: async () => undefined,
    restart: () => undefined,
    stop: () => undefined,
    close: async () => undefined,
  }
}
