import type { Random } from './random.ts'

/** Milliseconds of a minute and a day. */
export const minute = 60_000
export const day = 86_400_000

/** Offices work from 14:00 to 22:00 UTC, nine to five in the middle of the US. */
const opens = 14 * 60
const closes = 22 * 60

/** A moment in working hours, at least this many days after another. */
export function workingMoment(random: Random, after: number, daysLater: number): number {
  let midnight = startOfDay(after + daysLater * day)
  while (isWeekend(midnight)) midnight += day
  const moment = midnight + random.int(opens, closes - 1) * minute
  return moment > after ? moment : after + random.int(5, 90) * minute
}

/** A moment somebody applies: evenings and lunch hours, any day. */
export function leisureMoment(random: Random, from: number, to: number): number {
  const days = Math.max(0, Math.floor((to - from) / day))
  const moment = startOfDay(from + random.int(0, days) * day) + random.int(13 * 60, 27 * 60) * minute
  return Math.min(Math.max(moment, from + minute), Math.max(to, from + minute))
}

/** The day of a moment, `yyyy-MM-dd`. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

export function startOfDay(moment: number): number {
  return moment - (moment % day)
}

function isWeekend(moment: number): boolean {
  return [0, 6].includes(new Date(moment).getUTCDay())
}
