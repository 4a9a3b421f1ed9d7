/** Something a client could not see in its answer. */
export type Note = {
  kind:
    | 'unmatched'
    | 'unread-field'
    | 'unread-parameter'
    | 'dropped-date'
    | 'hidden-field'
    | 'unknown-list-value'
    | 'answer-not-in-document'
    | 'internal-error'
  /** What it is about: the field, the filter, the route. */
  subject: string
  reason: string
}

/** One exchange as the journal keeps it. */
export type JournalEntry = {
  id: number
  /** The tenant's time at its arrival, ISO 8601. */
  at: string
  operation: string | null
  /** The API user, once signed in. */
  caller: string | null
  method: string
  /** Path and query. */
  path: string
  status: number
  /** How long the answer took, in milliseconds of real time. */
  duration: number
  notes: readonly Note[]
}

/** One exchange as it is kept. */
type Recorded = Omit<JournalEntry, 'id' | 'at'> & { at: number }

/** The last exchanges of a tenant. It holds a fixed number of them, so its memory stays flat. */
export type Journal = {
  /** @param entry with the tenant's time as a number; it is written out when somebody looks. */
  add(entry: Recorded): void
  /** Newest first. */
  entries(filter?: JournalFilter): JournalEntry[]
  /** How many exchanges there were, kept or not. */
  readonly total: number
  clear(): void
}

/** What to list: every condition given must hold. */
export type JournalFilter = { operation?: string; caller?: string; status?: number; note?: string; limit?: number }

/** @param size how many exchanges are kept. */
export function createJournal(size = 1_000): Journal {
  let ring: (Recorded & { id: number })[] = []
  let total = 0
  return {
    add(entry) {
      ring[total % size] = { id: total + 1, ...entry }
      total += 1
    },
    entries({ operation, caller, status, note, limit = size } = {}) {
      return ring
        .toSorted((a, b) => b.id - a.id)
        .filter((entry) => operation === undefined || entry.operation === operation)
        .filter((entry) => caller === undefined || entry.caller === caller)
        .filter((entry) => status === undefined || entry.status === status)
        .filter((entry) => note === undefined || entry.notes.some(({ kind }) => kind === note))
        .slice(0, limit)
        .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }))
    },
    get total() {
      return total
    },
    clear() {
      ring = []
      total = 0
    },
  }
}
