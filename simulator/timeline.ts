import type { Clock } from './clock.ts'
import { RefusedError } from './refused-error.ts'

/** The last instant a date can be, in milliseconds since 1970 (ECMA-262, 21.4.1.1). */
const latest = 8.64e15

/** Something that happens in a tenant by itself as its time passes. */
export type Happening = {
  /** When it is due next; undefined for never. It must follow from the tenant's state alone. */
  due(): number | undefined
  /** Does what is due. The clock stands at that instant; a later `due` must not name the same thing again. */
  run(): void
}

/** A tenant's time and what happens in it. */
export type Timeline = {
  /** Lets something happen from now on. Of several due at one instant, the one added first comes first. */
  add(happening: Happening): void
  /**
   * Moves the tenant's time on to this instant. Whatever is due on the way happens, in order, each at its own instant: moving
   * seven times by a day comes to the same as moving once by seven.
   *
   * @throws RefusedError for an instant in the past; what a happening throws: it and the later ones are then still due.
   */
  advanceTo(instant: number): void
  /** Lets happen what has become due because the clock runs by itself. To be called before anybody looks. */
  catchUp(): void
}

export function createTimeline(clock: Clock): Timeline {
  const happenings: Happening[] = []
  let isBusy = false

  const next = (until: number): { due: number; run(): void } | undefined => {
    let first: { due: number; run(): void } | undefined
    for (const happening of happenings) {
      const due = happening.due()
      if (due === undefined || due > until || (first !== undefined && due >= first.due)) continue
      first = { due, run: () => happening.run() }
    }
    return first
  }

  /** What happens may read the time, and ask for what is due, but not move it. */
  const play = (until: number): void => {
    if (isBusy || happenings.length === 0) return
    isBusy = true
    try {
      for (let one = next(until); one !== undefined; one = next(until)) clock.at(one.due, one.run)
    } finally {
      isBusy = false
    }
  }

  return {
    add: (happening) => happenings.push(happening),
    advanceTo(instant) {
      const now = clock.now()
      if (!(Math.abs(instant) <= latest)) throw new RefusedError(400, `There is no instant ${instant}.`)
      if (instant < now) throw new RefusedError(400, backwards(instant, now))
      if (isBusy) throw new Error('What happens cannot move the time.')
      clock.advance(instant - now)
      play(instant)
    },
    catchUp: () => play(clock.now()),
  }
}

function backwards(instant: number, now: number): string {
  const text = (time: number): string => new Date(time).toISOString()
  return `The clock cannot be set back from ${text(now)} to ${text(instant)}. Use a reset or a snapshot to go back.`
}
