import type { ProfileData, Store } from '../store/store.ts'

/** Something that happened, as the log keeps it. Ids are system ids of profiles. */
export type LifeEvent = {
  /** Counts up from 1. */
  number: number
  /** When, in milliseconds since 1970 UTC. */
  at: number
  /** What kind of thing: `applied`, `moved`, `posted`, … */
  kind: string
  /** The sentence that tells of it. */
  text: string
  /** The platform user who did it. */
  by?: number
  person?: number
  job?: number
  workflow?: number
}

/**
 * Which to read: every condition given must hold. `after` is the number of an event: those that follow it come first then, so
 * that a reader goes on where it stopped. `since` is an instant.
 */
export type LifeFilter = Partial<Pick<LifeEvent, 'kind' | 'by' | 'person' | 'job' | 'workflow'>> & {
  after?: number
  since?: number
  limit?: number
}

/** What happened to a tenant by itself. It keeps the last ten thousand events, with the rows. */
export type LifeLog = {
  add(event: Omit<LifeEvent, 'number'>): void
  /** The newest ones, or those that follow `after`; oldest first. */
  read(filter?: LifeFilter): LifeEvent[]
  /** Number of the last one. */
  readonly last: number
}

const kept = 10_000
const counter = 'lifelog'

export function createLifeLog(store: Store): LifeLog {
  const event = (number: number): LifeEvent | undefined => {
    const found = store.get('lifelog', number % kept) as LifeEvent | undefined
    return found?.number === number ? found : undefined
  }
  return {
    add(added) {
      const number = store.next(counter)
      store.put('lifelog', number % kept, { number, ...added } satisfies LifeEvent as unknown as ProfileData)
    },
    read({ after, since = Number.NEGATIVE_INFINITY, limit = kept, ...wanted } = {}) {
      const conditions = Object.entries(wanted).filter(([, value]) => value !== undefined)
      const isWanted = (one: LifeEvent): boolean =>
        one.at >= since && conditions.every(([name, value]) => one[name as keyof LifeEvent] === value)
      const last = store.last(counter)
      const oldest = Math.max(1, last - kept + 1, (after ?? 0) + 1)
      const found: LifeEvent[] = []
      for (let i = 0; i <= last - oldest && found.length < limit; i++) {
        const one = event(after === undefined ? last - i : oldest + i)
        if (one !== undefined && isWanted(one)) found.push(one)
      }
      return after === undefined ? found.reverse() : found
    },
    get last() {
      return store.last(counter)
    },
  }
}
