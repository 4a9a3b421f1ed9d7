import { afterAll, expect, onTestFinished, TestRunner } from 'vitest'
import type { Note } from '../journal.ts'
import { createTenant as createPlain, type TestTenant, type TestTenantOptions } from './index.ts'
import { ExpectationError, type ExpectedCalls, type TestJournal } from './journal.ts'

export * from './index.ts'

const open = new Set<TestTenant>()

/**
 * The same as `createTenant` of `icims-simulator/testing`, and it closes by itself: when the test ends that made it, or, made
 * elsewhere or in a concurrent test, when the file does.
 */
export async function createTenant(options: TestTenantOptions = {}): Promise<TestTenant> {
  // Vitest knows only one test under way, which need not be this one when several are.
  const test = TestRunner.getCurrentTest()
  const made = await createPlain(options)
  open.add(made)
  if (test !== undefined && !test.concurrent) onTestFinished(() => closeOne(made))
  return made
}

afterAll(async () => {
  for (const one of open) await closeOne(one)
})

async function closeOne(one: TestTenant): Promise<void> {
  open.delete(one)
  await one.close()
}

expect.extend({
  toHaveCalled: (journal: TestJournal, operation: string, expected?: ExpectedCalls) =>
    judge(() => journal.expectCalled(operation, expected), `expected ${operation} not to be called so, it was`),
  toBeClean: (journal: TestJournal, options?: { allow?: readonly Note['kind'][] }) =>
    judge(() => journal.expectClean(options), 'expected a journal with problems, it has none'),
})

/** @param otherwise what is wrong when the expectation is met and `not` was said. */
function judge(check: () => void, otherwise: string): { pass: boolean; message: () => string } {
  try {
    check()
    return { pass: true, message: () => otherwise }
  } catch (error) {
    if (!(error instanceof ExpectationError)) throw error
    return { pass: false, message: () => error.message }
  }
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** The journal has such a call: see `TestJournal.expectCalled`. */
    toHaveCalled(operation: string, expected?: ExpectedCalls): R
    /** The journal has nothing to complain of: see `TestJournal.expectClean`. */
    toBeClean(options?: { allow?: readonly Note['kind'][] }): R
  }
}
