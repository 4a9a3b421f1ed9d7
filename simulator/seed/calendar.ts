import type { Random } from './random.ts'

/** Milliseconds of a minute and a day. */
export const minute = 60_000
export const day = 86_400_000

/** When offices work, in minutes of the UTC day. */
export type OfficeHours = { opens: number; closes: number }

/** A moment in working hours, at least this many days after another. */
export function workingMoment(
  { opens, closes }: OfficeHours,
  random: Random,
  after: number,
  daysLater: number,
): number {
  let midnight = startOfDay(after + daysLater * day)
  while (isWeekend(midnight)) midnight += day
  const moment = midnight + random.int(opens, closes - 1) * minute
  return moment > after ? moment : after + random.int(5, 90) * minute
}

/** A moment somebody applies: evenings and lunch hours, any day. */
export function leisureMoment({ opens }: OfficeHours, random: Random, from: number, to: number): number {
  const days = Math.max(0, Math.floor((to - from) / day))
  const moment = startOfDay(from + random.int(0, days) * day) + random.int(opens - 60, opens + 13 * 60) * minute
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
