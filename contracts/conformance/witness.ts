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
  /** @throws ContradictedError naming both. Compared as JSON, in which the order of keys says nothing. */
  equal(actual: unknown, expected: unknown, what: string): void
  /**
   * Compares what is expected, at any depth; whatever else is there may be, since keys may be added at any time (D1).
   *
   * @throws ContradictedError naming the first place that differs.
   */
  holds(actual: unknown, expected: unknown, what: string): void
  /** The same for keys alone. @throws ContradictedError naming those that are not there. */
  has(actual: unknown, keys: readonly string[], what: string): void
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
    holds(actual, expected, what) {
      const difference = differenceIn(actual, expected, what)
      that(difference === undefined, difference ?? '')
    },
    has(actual, keys, what) {
      const isObject = typeof actual === 'object' && actual !== null
      const missing = keys.filter((key) => !isObject || !(key in actual))
      that(missing.length === 0, `${what} lacks ${missing.join(', ')}: it is ${short(actual)}`)
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

/** What stands where something else is expected, or undefined. */
function differenceIn(actual: unknown, expected: unknown, what: string): string | undefined {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    return show(actual) === show(expected) ? undefined : `${what} is ${short(actual)}, not ${short(expected)}`
  }
  for (const [key, value] of Object.entries(expected)) {
    const difference = differenceIn((actual as Record<string, unknown> | undefined)?.[key], value, `${what}.${key}`)
    if (difference !== undefined) return difference
  }
  return undefined
}

function show(value: unknown): string {
  return JSON.stringify(value, inOrder) ?? 'absent'
}

/** Objects with their keys in the order of their names. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What can stand in one line of a report. */
export function short(value: unknown): string {
  const text = show(value)
  return text.length > 160 ? `${text.slice(0, 157)}...` : text
}
