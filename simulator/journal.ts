/** Something a client could not see in its answer. */
export type Note = {
  kind:
    | 'unmatched'
    | 'wrong-host'
    | 'unread-field'
    | 'unknown-filter'
    | 'unread-parameter'
    | 'dropped-date'
    | 'stale-search'
    | 'hidden-field'
    | 'unknown-list-value'
    | 'answer-not-in-document'
    | 'fault'
    | 'over-quota'
    | 'internal-error'
    | 'refused-signature'
    | 'more-notes'
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
  /** 0 where a fault broke the connection before there was one. */
  status: number
  /** Error codes of the answer. */
  codes: readonly number[]
  /** How long the answer took, in milliseconds of real time. */
  duration: number
  notes: readonly Note[]
}

/** One exchange as it is kept, with the tenant's time as a number; it is written out when somebody looks. */
export type Recorded = Omit<JournalEntry, 'id' | 'at' | 'codes'> & { at: number; codes?: readonly number[] }

/** An exchange that is under way: the number it has from its arrival on, and where it is put down once answered. */
export type OpenEntry = { id: number; close(entry: Recorded): void }

/** Longest text kept, in characters: a client's path, field names and values can be megabytes long. */
const longestText = 1_000
/** Most notes kept of one exchange. */
const mostNotes = 20

/** The last exchanges of a tenant. It holds a fixed number of them, each of a bounded size, so its memory stays flat. */
export type Journal = {
  /** Numbers an exchange as it arrives. */
  open(): OpenEntry
  /** Newest first. */
  entries(filter?: JournalFilter): JournalEntry[]
  /** How many exchanges arrived, kept or not. */
  readonly total: number
  /** The exchange of this number, if it is still kept. */
  find(id: number): JournalEntry | undefined
  clear(): void
  /** All of it, to be put back later. */
  save(): SavedJournal
  load(saved: SavedJournal): void
}

/** A journal as it was. */
export type SavedJournal = { total: number; entries: readonly (Recorded & { id: number })[] }

/** What to list: every condition given must hold. */
export type JournalFilter = { operation?: string; caller?: string; status?: number; note?: string; limit?: number }

/** @param size how many exchanges are kept. */
export function createJournal(size = 1_000): Journal {
  let ring: (Recorded & { id: number })[] = []
  let total = 0
  return {
    open() {
      total += 1
      const id = total
      // An exchange that was under way when the journal was cleared belongs to the old one.
      const kept = ring
      return {
        id,
        close(entry) {
          const place = id % size
          if ((kept[place]?.id ?? 0) > id) return
          kept[place] = { id, ...entry, path: shortened(entry.path), notes: keptNotes(entry.notes) }
        },
      }
    },
    entries({ operation, caller, status, note, limit = size } = {}) {
      return ring
        .filter((entry) => operation === undefined || entry.operation === operation)
        .filter((entry) => caller === undefined || entry.caller === caller)
        .filter((entry) => status === undefined || entry.status === status)
        .filter((entry) => note === undefined || entry.notes.some(({ kind }) => kind === note))
        .sort((a, b) => b.id - a.id)
        .slice(0, limit)
        .map(written)
    },
    find(id) {
      const entry = ring[id % size]
      return entry?.id === id ? written(entry) : undefined
    },
    get total() {
      return total
    },
    clear() {
      ring = []
      total = 0
    },
    // A place that nothing has been put into is none of the values.
    save: () => ({ total, entries: Object.values(ring) }),
    load(saved) {
      ring = []
      total = saved.total
      for (const entry of saved.entries) ring[entry.id % size] = entry
    },
  }
}

function written(entry: Recorded & { id: number }): JournalEntry {
  return { ...entry, at: new Date(entry.at).toISOString(), codes: entry.codes ?? [] }
}

function keptNotes(notes: readonly Note[]): readonly Note[] {
  if (notes.length === 0) return notes
  const kept = notes
    .slice(0, mostNotes)
    .map(({ kind, subject, reason }): Note => ({ kind, subject: copied(subject), reason: copied(reason) }))
  const more = notes.length - kept.length
  if (more > 0) kept.push({ kind: 'more-notes', subject: '', reason: `${more} more notes were not kept.` })
  return kept
}

function shortened(text: string): string {
  if (text.length <= longestText) return text
  return ownText(`${text.slice(0, longestText)}… (${text.length} characters)`)
}

function copied(text: string): string {
  return text.length <= longestText ? ownText(text) : shortened(text)
}

/** A part of a long text would keep the whole in memory. */
function ownText(text: string): string {
  return Buffer.from(text).toString('utf8')
}
