import { RefusedError } from './refused-error.ts'

/**
 * How a clock goes. A frozen one stands at `at`. A running one stood at `at` when the machine's clock stood at `wall`, and goes
 * `speed` times as fast. All in milliseconds since 1970 UTC. It can be kept as JSON: a running clock runs on meanwhile.
 */
export type ClockState = { mode: 'frozen'; at: number } | { mode: 'running'; at: number; wall: number; speed: number }

/** A tenant's time. Everything a client can see follows it: dates, quota, token lifetimes. */
export type Clock = {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Moves the clock on by so many milliseconds. It never goes backwards: see `createTimeline` for what happens meanwhile. */
  advance(milliseconds: number): void
  /** Stands still from now on. */
  freeze(): void
  /** Goes on from now, `speed` times as fast as the machine's. */
  run(speed: number): void
  /** Shows this instant while the work is done, whatever the clock's own. */
  at<T>(instant: number, work: () => T): T
  state(): ClockState
  /** Goes as it did in this state: the one way back, for snapshots and resets. */
  restore(state: ClockState): void
}

/** The instant a tenant made by the library starts at, so that tests see the same bytes every day. */
export const fixedEpoch = Date.UTC(2026, 0, 15, 15, 0)

/** The machine's own time, for what does not follow the tenant's. */
export function wallClock(): number {
  return Date.now()
}

/** A clock that goes as this state says. */
export function createClock(initial: ClockState, wall = wallClock): Clock {
  let state = initial
  let shown: number | undefined
  const own = (): number => {
    if (state.mode === 'frozen') return state.at
    return Math.floor(state.at + (wall() - state.wall) * state.speed)
  }
  const clock: Clock = {
    now: () => shown ?? own(),
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new RefusedError(400, `A clock goes forwards only, not by ${milliseconds} milliseconds.`)
      }
      state = { ...state, at: state.at + milliseconds }
    },
    freeze() {
      state = { mode: 'frozen', at: clock.now() }
    },
    run(speed) {
      if (!Number.isFinite(speed) || speed <= 0) {
        throw new RefusedError(400, `A clock runs at a speed above 0, not at ${speed}.`)
      }
      state = { mode: 'running', at: clock.now(), wall: wall(), speed }
    },
    at(instant, work) {
      const before = shown
      shown = instant
      try {
        return work()
      } finally {
        shown = before
      }
    },
    state: () => state,
    restore(other) {
      state = other
    },
  }
  return clock
}

/** A clock that stands still until it is told to move on. */
export function createFrozenClock(at = fixedEpoch): Clock {
  return createClock({ mode: 'frozen', at })
}

/** A clock that runs from now, or from this instant, for a server people work against. */
export function createRunningClock({ at, speed = 1 }: { at?: number; speed?: number } = {}, wall = wallClock): Clock {
  const start = wall()
  return createClock({ mode: 'running', at: at ?? start, wall: start, speed }, wall)
}

/** The UTC day of an instant, `yyyy-MM-dd`. */
export function utcDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** Today by the machine's own clock, `yyyy-MM-dd`, for what does not follow a tenant's. */
export function systemDay(): string {
  return utcDay(wallClock())
}
