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

/** Which to read: every condition given must hold. `after` is the number of an event, `since` an instant. */
export type LifeFilter = Partial<Pick<LifeEvent, 'kind' | 'by' | 'person' | 'job' | 'workflow'>> & {
  after?: number
  since?: number
  limit?: number
}

/** What happened to a tenant by itself, or through a simulate verb. It keeps the last ten thousand events, with the rows. */
export type LifeLog = {
  add(event: Omit<LifeEvent, 'number'>): void
  /** The newest ones, oldest of them first. */
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
    read({ after = 0, since, limit = kept, ...wanted } = {}) {
      const found: LifeEvent[] = []
      const conditions = Object.entries(wanted).filter(([, value]) => value !== undefined)
      for (let number = store.last(counter); number > after && found.length < limit; number--) {
        const one = event(number)
        if (one === undefined || (since !== undefined && one.at < since)) break
        if (conditions.every(([name, value]) => one[name as keyof LifeEvent] === value)) found.push(one)
      }
      return found.reverse()
    },
    get last() {
      return store.last(counter)
    },
  }
}
