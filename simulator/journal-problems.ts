import type { Journal, JournalEntry, Note } from './journal.ts'

/** What a client did wrong, or could not have wanted, as one exchange shows it. */
export type JournalProblem = { entry: JournalEntry; note: Note }

/**
 * Kinds of notes that no client means to cause. The others tell of what the tenant does on purpose. What a client is warned of in
 * headers is noted as an unread field.
 */
const problemKinds: ReadonlySet<Note['kind']> = new Set([
  'unmatched',
  'wrong-host',
  'unread-field',
  'unknown-filter',
  'unread-parameter',
  'dropped-date',
  'unknown-list-value',
  'answer-not-in-document',
  'over-quota',
  'internal-error',
  'refused-signature',
])

/**
 * Everything in the journal that a client should not have caused, oldest first.
 *
 * @param allowed kinds that do not count.
 */
export function findProblems(journal: Journal, allowed: readonly Note['kind'][] = []): JournalProblem[] {
  return journal
    .entries()
    .reverse()
    .flatMap((entry) =>
      entry.notes
        .filter(({ kind }) => problemKinds.has(kind) && !allowed.includes(kind))
        .map((note) => ({ entry, note })),
    )
}

/** One line: which call, what about it. */
export function describeProblem({ entry, note }: JournalProblem): string {
  const call = `${entry.operation ?? 'no operation'} (${entry.method} ${entry.path})`
  return `${call}: ${note.kind}${note.subject === '' ? '' : ` ${note.subject}`}: ${note.reason}`
}
