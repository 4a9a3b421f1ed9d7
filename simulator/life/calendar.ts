import { day, minute } from '../seed/calendar.ts'
import { places } from '../seed/data/places.ts'
import type { Random } from '../seed/random.ts'
import { exponential } from './chance.ts'

/** When people of a region work and when they look for work, in its own time. Summer time is not kept. */
export type Calendar = {
  /** Minutes its clocks are ahead of UTC. */
  offset: number
  /** The region's own day of an instant, counted from 1970. */
  dayOf(moment: number): number
  /** The instant of a minute of a day. */
  at(day: number, minute: number): number
  isWorkday(day: number): boolean
  /** The working day so many working days after that of a moment; with 0 the same, or the next where that one is over. */
  workday(after: number, daysLater: number): number
  /** A moment in office hours so many working days after another, and in any case later than it. */
  workMoment(random: Random, after: number, daysLater: number): number
  /** A moment of somebody's own time, so many days after another, and in any case later than it. */
  freeMoment(random: Random, after: number, daysLater: number): number
  /**
   * When the next applicant comes, or undefined when none does within a year.
   *
   * @param perDay how many come on an average day, so many days from now.
   */
  nextVisit(random: Random, after: number, perDay: (daysLater: number) => number): number | undefined
}

const opens = 9 * 60
const closes = 17 * 60
/** Work cannot be done in the last minutes of the day. */
const lastStart = closes - 10
/** Days on which offices are closed in both regions, MM-DD; which others are differs from country to country. */
const closedOn = new Set(['01-01', '12-25', '12-26'])

/**
 * How many of a thousand applications come in each hour of the day, and how busy each weekday is from Sunday on, 1 being the
 * average. The project's own choice: lunch hours and evenings, the start of the week more than its end.
 */
const hours = [6, 3, 2, 1, 2, 5, 14, 30, 45, 52, 56, 58, 66, 60, 54, 50, 48, 50, 58, 76, 90, 86, 58, 30]
const weekdays = [0.85, 1.25, 1.2, 1.1, 1, 0.85, 0.75]
const allHours = hours.reduce((sum, share) => sum + share, 0)
const hour = 60 * minute
const farthest = 365

/** The calendar of a region, whose offices open at nine. */
export function createCalendar(region: 'us' | 'eu'): Calendar {
  const offset = opens - places[region].opens
  const dayOf = (moment: number): number => Math.floor((moment + offset * minute) / day)
  const at = (localDay: number, localMinute: number): number => localDay * day + (localMinute - offset) * minute
  const workdays = new Map<number, boolean>()
  const isWorkday = (localDay: number): boolean => {
    let known = workdays.get(localDay)
    if (known === undefined) {
      known = weekdayOf(localDay) % 6 !== 0 && !closedOn.has(new Date(localDay * day).toISOString().slice(5, 10))
      workdays.set(localDay, known)
    }
    return known
  }
  const workday = (after: number, daysLater: number): number => {
    let found = dayOf(after)
    if (after >= at(found, lastStart)) found += 1
    while (!isWorkday(found)) found += 1
    for (let left = daysLater; left > 0; left--) {
      do found += 1
      while (!isWorkday(found))
    }
    return found
  }
  const second = (random: Random): number => random.int(0, 59) * 1_000
  return {
    offset,
    dayOf,
    at,
    isWorkday,
    workday,
    workMoment(random, after, daysLater) {
      const found = workday(after, daysLater)
      const from = Math.max(opens, Math.floor((after - at(found, 0)) / minute) + 2)
      let chosen = random.int(Math.min(from, closes - 1), closes - 1)
      // Most people eat at noon.
      if (chosen >= 12 * 60 && chosen < 13 * 60 && from < 12 * 60 && random.chance(0.7)) chosen -= random.int(60, 120)
      return at(found, Math.max(chosen, from)) + second(random)
    },
    freeMoment(random, after, daysLater) {
      const from = at(dayOf(after) + daysLater, 0)
      let left = random.int(0, allHours - 1)
      const chosen = hours.findIndex((share) => {
        left -= share
        return left < 0
      })
      const moment = from + chosen * hour + random.int(0, 59) * minute + second(random)
      return moment > after ? moment : after + random.int(2, 90) * minute + second(random)
    },
    nextVisit(random, after, perDay) {
      let need = exponential(random)
      const first = dayOf(after)
      for (let later = 0; later < farthest; later++) {
        const rate = perDay(later) * weekdays[weekdayOf(first + later)]!
        const midnight = at(first + later, 0)
        if (later > 0 && need > rate) {
          need -= rate
          continue
        }
        for (const [index, share] of hours.entries()) {
          const start = Math.max(midnight + index * hour, after)
          const part = (midnight + (index + 1) * hour - start) / hour
          if (part <= 0) continue
          const expected = (rate * share * part) / allHours
          if (need < expected) return Math.floor((start + (need / expected) * part * hour) / 1_000) * 1_000 + 1_000
          need -= expected
        }
      }
      return undefined
    },
  }
}

/** 0 for a Sunday. The first day of 1970 was a Thursday. */
export function weekdayOf(localDay: number): number {
  return (localDay + 4) % 7
}
