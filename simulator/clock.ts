/** A tenant's time. Everything a client can see follows it: dates, quota, token lifetimes. */
export type Clock = {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void
}

/** The instant a tenant made by the library starts at, so that tests see the same bytes every day. */
export const fixedEpoch = Date.UTC(2026, 0, 15, 15, 0)

/** A clock that stands still until it is told to move on. */
export function createFrozenClock(start = fixedEpoch): Clock {
  let now = start
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
  }
}

/** The machine's own time, for what does not follow the tenant's. */
export function wallClock(): number {
  return Date.now()
}

/** A clock that runs with the machine's own, for a server people work against. */
export function createRunningClock(): Clock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      ahead += milliseconds
    },
  }
}

/** The UTC day of an instant, `yyyy-MM-dd`. */
export function utcDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
