import type { Clock } from './clock.ts'
import { RefusedError } from './refused-error.ts'

/** The last instant a date can be, in milliseconds since 1970 (ECMA-262, 21.4.1.1). */
const latest = 8.64e15

/** How many things are done as one at most. */
const mostTogether = 200

/** Something that happens in a tenant by itself as its time passes. */
export type Happening = {
  /** When it is due next; undefined for never. It must follow from the tenant's state alone. */
  due(): number | undefined
  /** Does what is due. The clock stands at that instant; a later `due` must not name the same thing again. */
  run(): void
  /**
   * Where many things happen in a row, does them as one: all of them or, when one throws, none. Each still has its own instant;
   * how many are taken together changes nothing but the time it takes.
   */
  together?(work: () => void): void
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
  /**
   * Lets happen what has become due because the clock runs by itself. To be called before anybody looks.
   *
   * @param most so many things at most, so that nobody waits for long. What is left happens later, and then not at an instant
   *   that somebody has seen the end of.
   */
  catchUp(most?: number): void
}

export function createTimeline(clock: Clock): Timeline {
  const happenings: Happening[] = []
  let isBusy = false
  /** What was still due at this instant was left for later, and somebody may have looked since. */
  let seen = Number.NEGATIVE_INFINITY

  const next = (until: number): { due: number; happening: Happening } | undefined => {
    let first: { due: number; happening: Happening } | undefined
    for (const happening of happenings) {
      const due = happening.due()
      if (due === undefined || due > until || (first !== undefined && due >= first.due)) continue
      first = { due, happening }
    }
    return first
  }

  /** Lets what is due first happen, and what follows of the same kind; gives back how many things that were. */
  const playSome = (until: number, most: number, { due, happening }: { due: number; happening: Happening }): number => {
    let done = 0
    const run = (instant: number): void => {
      clock.at(Math.max(instant, Math.min(seen, until)), () => happening.run())
      done += 1
    }
    if (happening.together === undefined) {
      run(due)
      return done
    }
    happening.together(() => {
      run(due)
      while (done < Math.min(most, mostTogether)) {
        const following = next(until)
        if (following?.happening !== happening) return
        run(following.due)
      }
    })
    return done
  }

  /** What happens may read the time, and ask for what is due, but not move it. */
  const play = (until: number, most: number): void => {
    if (isBusy || happenings.length === 0) return
    isBusy = true
    try {
      let left = most
      for (let one = next(until); one !== undefined; one = next(until)) {
        if (left <= 0) {
          seen = until
          return
        }
        left -= playSome(until, left, one)
      }
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
      play(instant, Number.POSITIVE_INFINITY)
    },
    catchUp: (most = Number.POSITIVE_INFINITY) => play(clock.now(), most),
  }
}

function backwards(instant: number, now: number): string {
  const text = (time: number): string => new Date(time).toISOString()
  return `The clock cannot be set back from ${text(now)} to ${text(instant)}. Use a reset or a snapshot to go back.`
}
