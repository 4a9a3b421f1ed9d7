import { profileTitle } from '../profiles/read.ts'
import { day } from '../seed/calendar.ts'
import { families } from '../seed/data/families.ts'
import type { Family } from '../seed/data/family.ts'
import { pickFamily } from '../seed/story.ts'
import type { ProfileData } from '../store/store.ts'
import type { Life } from './life-context.ts'

/** The person's name, as the log tells it. */
export function personName({ context }: Life, id: number | undefined): string {
  const person = id === undefined ? undefined : context.store.get('person', id)
  return person === undefined ? 'The platform' : profileTitle('person', person)
}

/** The job's title and system id, as the log tells it: many jobs are called alike. */
export function jobName({ context }: Life, id: number): string {
  return `${profileTitle('job', context.store.get('job', id) ?? {})} #${id}`
}

/** Where the job is. */
export function siteName({ context }: Life, job: ProfileData): string {
  const { companyid } = (job.joblocation ?? {}) as { companyid?: number }
  const company = companyid === undefined ? undefined : context.store.get('company', companyid)
  return company === undefined ? 'no location yet' : profileTitle('company', company)
}

/** A day as the log tells it: Mon 9 Mar. */
export function dayName(localDay: number): string {
  // Thu, 01 Jan 1970 00:00:00 GMT
  const [week, date, month] = new Date(localDay * day).toUTCString().split(/,? /)
  return `${week} ${Number(date)} ${month}`
}

/** A line of work and a rung of its ladder. */
export type Trade = { family: Family; rung: number }

const trades = new Map(families.flatMap((family) => family.ladder.map(({ title }, rung) => [title, { family, rung }])))

/** The trade of this title, whatever was put behind it in brackets. */
export function tradeOf(title: unknown): Trade | undefined {
  return trades.get(String(title).replace(/ \(.*\)$/, ''))
}

/** The trade of a job; one that its title does not tell is the same every time. */
export function tradeOfJob(life: Life, id: number, job: ProfileData): Trade {
  const found = tradeOf(job.jobtitle)
  if (found !== undefined) return found
  const random = life.random('trade', id)
  const family = pickFamily(random)
  return { family, rung: random.int(0, family.ladder.length - 1) }
}
