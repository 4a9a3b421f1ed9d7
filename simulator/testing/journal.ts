import { closest } from 'fastest-levenshtein'
import { operations } from '../../openapi/document.ts'
import type { Journal, JournalEntry, Note } from '../journal.ts'
import { describeProblem, findProblems } from '../journal-problems.ts'
import { RefusedError } from '../refused-error.ts'

/** What was not as a test expects it. A test runner shows its message. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError'
}

/** Which calls are meant, and how many of them there have to be. */
export type ExpectedCalls = {
  /** At least one unless given. */
  times?: number
  status?: number
  /** Username of the API user. */
  caller?: string
  /** What path and query have in them, or are like. */
  path?: string | RegExp
}

/** The journal of a tenant, for a test to ask. */
export type TestJournal = {
  /** The exchanges of an operation, or all, oldest first. */
  calls(operation?: string): JournalEntry[]
  /**
   * @throws ExpectationError when the operation was not called, or not so. It says what was.
   * @throws RefusedError for an operation there is not.
   */
  expectCalled(operation: string, expected?: ExpectedCalls): void
  /** The same the other way round. */
  expectNotCalled(operation: string, expected?: Omit<ExpectedCalls, 'times'>): void
  /**
   * Expects that nothing was called that the simulator had to complain of.
   *
   * @throws ExpectationError naming each unmatched route, unread field, dropped date, warning and the like.
   */
  expectClean(options?: { allow?: readonly Note['kind'][] }): void
}

export function createTestJournal(journal: Journal): TestJournal {
  const calls = (operation?: string): JournalEntry[] =>
    journal.entries(operation === undefined ? {} : { operation: known(operation) }).reverse()
  const matching = (operation: string, { status, caller, path }: ExpectedCalls): JournalEntry[] =>
    calls(operation).filter(
      (entry) =>
        (status === undefined || entry.status === status) &&
        (caller === undefined || entry.caller === caller) &&
        (path === undefined || (typeof path === 'string' ? entry.path.includes(path) : path.test(entry.path))),
    )
  return {
    calls,
    expectCalled(operation, expected = {}) {
      const found = matching(operation, expected)
      const isMet = expected.times === undefined ? found.length > 0 : found.length === expected.times
      if (isMet) return
      const wanted = expected.times === undefined ? 'at least once' : `${expected.times} times`
      throw unmet(journal, operation, expected, `to be called ${wanted}, it was ${found.length} times`)
    },
    expectNotCalled(operation, expected = {}) {
      const found = matching(operation, expected)
      if (found.length === 0) return
      throw unmet(journal, operation, expected, `not to be called, it was ${found.length} times`)
    },
    expectClean({ allow = [] } = {}) {
      const problems = findProblems(journal, allow).map(describeProblem)
      if (problems.length === 0) return
      throw new ExpectationError(`expected a clean journal, it has ${problems.length} problems:\n${lines(problems)}`)
    },
  }
}

function unmet(journal: Journal, operation: string, expected: ExpectedCalls, what: string): ExpectationError {
  const { times, ...only } = expected
  const narrowed = Object.entries(only).map(([name, value]) => `${name} ${value}`)
  const subject = [operation, ...(narrowed.length === 0 ? [] : [`(${narrowed.join(', ')})`])].join(' ')
  const all = journal.entries({ limit: 20 }).reverse()
  const called = all.map(
    (entry) => `${entry.operation ?? 'no operation'}  ${entry.method} ${entry.path} → ${entry.status}`,
  )
  const shown =
    called.length === 0 ? 'Nothing was called.' : `Called were, the last ${called.length}:\n${lines(called)}`
  return new ExpectationError(`expected ${subject} ${what}. ${shown}`)
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `  ${text}`).join('\n')
}

function known(operation: string): string {
  const ids = operations.map(({ operationId }) => operationId)
  if (ids.includes(operation)) return operation
  throw new RefusedError(400, `There is no operation ${operation}. The nearest is ${closest(operation, ids)}.`)
}
