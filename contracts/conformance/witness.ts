/** The answer is not what the fact says. */
export class ContradictedError extends Error {
  override readonly name = 'ContradictedError'
}

/** This tenant, or this run, has nothing to see the fact by. */
export class NotTestableError extends Error {
  override readonly name = 'NotTestableError'
}

/** Counts what a check looked at: one that looked at nothing confirms nothing. */
export type Witness = {
  /** How many comparisons were made. */
  readonly looks: number
  /** @throws ContradictedError with what was seen instead. */
  that(holds: boolean, seenInstead: string): void
  /** @throws ContradictedError naming both. Compared as JSON. */
  equal(actual: unknown, expected: unknown, what: string): void
  /** @throws ContradictedError for text that does not fit. */
  fits(text: unknown, pattern: RegExp, what: string): void
  /**
   * Looks at each of several things.
   *
   * @throws NotTestableError when there are none.
   */
  each<Thing>(things: readonly Thing[], missing: string, look: (thing: Thing) => void): void
}

export function createWitness(): Witness {
  let looks = 0
  const that = (holds: boolean, seenInstead: string): void => {
    looks += 1
    if (!holds) throw new ContradictedError(seenInstead)
  }
  return {
    get looks() {
      return looks
    },
    that,
    equal(actual, expected, what) {
      that(show(actual) === show(expected), `${what} is ${short(actual)}, not ${short(expected)}`)
    },
    fits(text, pattern, what) {
      that(typeof text === 'string' && pattern.test(text), `${what} is ${short(text)}`)
    },
    each(things, missing, look) {
      if (things.length === 0) throw new NotTestableError(missing)
      for (const thing of things) look(thing)
    },
  }
}

/** @throws NotTestableError unless there is one. */
export function needed<Thing>(thing: Thing | undefined | null, missing: string): Thing {
  if (thing === undefined || thing === null) throw new NotTestableError(missing)
  return thing
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'absent'
}

/** What can stand in one line of a report. */
export function short(value: unknown): string {
  const text = show(value)
  return text.length > 160 ? `${text.slice(0, 157)}...` : text
}
