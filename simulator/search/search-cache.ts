import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Note } from '../journal.ts'

/** What a search answered, when, what was noted then, and how far the store had moved. */
type Kept = { rows: unknown; at: number; notes: readonly Note[]; changes: number }

/**
 * Answers of earlier searches. A search that may be stale is answered from here, whoever asked first, and writes do not
 * clear it (SRCH). It holds a fixed number of answers; the least recently used makes room.
 */
export type SearchCache = {
  /**
   * What a search answers.
   *
   * @param key what was asked for: anything JSON can hold, the same for searches that mean the same.
   * @param staleness how old an answer may be, in minutes of the tenant's time; 0 asks anew, and what it finds is kept.
   * @param changes grows with each write to the store.
   */
  answer<Rows>(key: unknown, staleness: number, changes: number, notes: Note[], run: (notes: Note[]) => Rows): Rows
  clear(): void
}

/** How old an answer may be, in minutes, and where it may come from. */
export type Freshness = { searches: SearchCache; staleness: number }

const minute = 60_000
/** Notes kept with an answer: the journal keeps no more of an exchange. */
const mostNotes = 20

/** @param size how many answers are kept. */
export function createSearchCache(clock: Pick<Clock, 'now'>, size = 500): SearchCache {
  const kept = new Map<string, Kept>()
  return {
    answer<Rows>(key: unknown, staleness: number, changes: number, notes: Note[], run: (notes: Note[]) => Rows) {
      const digest = createHash('sha256').update(JSON.stringify(key)).digest('base64')
      const now = clock.now()
      const known = kept.get(digest)
      kept.delete(digest)
      const age = known === undefined ? Number.NaN : now - known.at
      if (known !== undefined && staleness > 0 && age >= 0 && age <= staleness * minute) {
        kept.set(digest, known)
        notes.push(...known.notes, staleNote(age, changes !== known.changes))
        return known.rows as Rows
      }
      const found: Note[] = []
      const rows = run(found)
      notes.push(...found)
      kept.set(digest, { rows, at: now, notes: found.slice(0, mostNotes), changes })
      if (kept.size > size) kept.delete(kept.keys().next().value!)
      return rows
    },
    clear: () => kept.clear(),
  }
}

function staleNote(age: number, hasChanged: boolean): Note {
  const minutes = Math.floor(age / minute)
  const since = hasChanged ? 'The tenant has changed since.' : 'Nothing has changed since.'
  return {
    kind: 'stale-search',
    subject: 'staleness',
    reason: `Answered from the cache, ${minutes} minutes old. ${since} staleness=0 asks anew.`,
  }
}
