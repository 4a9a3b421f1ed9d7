import { apiOrigin } from '../hosts.ts'
import type { Connection } from '../store/connection.ts'
import { isProfileType, type RecordType } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import { type Attempts, openAttempts } from './attempts.ts'
import { type Courier, createCourier } from './courier.ts'
import type { LabelOf } from './judge.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { realTimer, type Timer } from './timer.ts'
import { type Deliver, overNetwork, through } from './transport.ts'

/** How the events of a simulator go out. */
export type EventsOptions = {
  /** What takes them; the network unless given. False: they stay in the outbox. */
  deliver?: Deliver | false
  /** What their links start with, asked when something happens; iCIMS's own host where nothing is known. */
  base: () => string | undefined
  /** Measures how long an answer takes; real time unless given. */
  timer?: Timer
  onUndelivered?: (message: string) => void
  onInternalError?: (error: unknown) => void
}

/** What is shared by the tenants of one simulator. */
type Shared = { connection: Connection; wallClock: () => number; events: EventsOptions }

/** The outbox of a tenant, what was sent from it, and who sends it. */
export function openEvents(
  { connection, wallClock, events }: Shared,
  { config, fields }: Words,
  number: number,
  clock: { now(): number },
): { outbox: Outbox; attempts: Attempts; courier: Courier } {
  const {
    deliver,
    base,
    timer = realTimer,
    onUndelivered = () => undefined,
    onInternalError = () => undefined,
  } = events
  const origin = (): string => base() ?? apiOrigin(config.region)
  const outbox = openOutbox(connection, number, origin, () => courier.wake())
  const attempts = openAttempts(connection, number)
  const labelOf: LabelOf = (type, name) => {
    const field = isProfileType(type as RecordType) ? fields.find(type as never, name) : undefined
    return field && (field.label ?? field.name)
  }
  const courier = createCourier({
    connection,
    outbox,
    attempts,
    customerId: config.customerId,
    clock,
    wallClock,
    timer,
    labelOf,
    transport: deliver === false ? undefined : deliver === undefined ? overNetwork : through(deliver),
    onUndelivered,
    onInternalError,
  })
  return { outbox, attempts, courier }
}
