import type { Random } from '../seed/random.ts'
import type { Plan } from './agenda.ts'
import { weekdayOf } from './calendar.ts'
import { howMany } from './chance.ts'
import { findWaiting, planJob } from './course.ts'
import { approved, onHold } from './folders.ts'
import type { Life } from './life-context.ts'
import { selectIds } from './select-ids.ts'
import { callRoll, workingYear } from './staff.ts'
import { planStep } from './steps.ts'
import { meetTeam, readTeam } from './team.ts'

const yearDays = 365

/** Each day begins: what others did is taken notice of, and the day's errands are given out. */
export function morning(life: Life, plan: Plan, random: Random): Plan {
  const { calendar } = life
  const today = calendar.dayOf(life.now())
  const isFirst = plan.since === undefined
  if (isFirst) meetTeam(life)
  notice(life, plan.since as number | undefined)
  const { recruiters, managers } = readTeam(life)
  if (recruiters.length + managers.length > 0) giveOut(life, today, random)
  return { due: calendar.at(today + 1, 6 * 60), kind: 'morning', since: life.now() }
}

function giveOut(life: Life, today: number, random: Random): void {
  const { calendar, rates, context } = life
  const errand = (kind: string, due: number): void =>
    life.agenda.set('errand', context.store.next('errand'), { due, kind })
  const atWork = (): number => calendar.workMoment(random, life.now(), 0)
  const people = context.store.last('person')
  const atHome = (kind: string, rate: number): void => {
    for (let left = howMany(random, (people * rate) / yearDays); left > 0; left--) {
      errand(kind, calendar.freeMoment(random, life.now(), 0))
    }
  }
  atHome('correct', rates.corrections)
  atHome('resume', rates.resumes)
  // The first Saturday of a month, at night.
  const date = new Date(calendar.at(today, 12 * 60) + calendar.offset * 60_000).getUTCDate()
  if (weekdayOf(today) === 6 && date <= 7) errand('purge', calendar.at(today, 23 * 60))
  if (!calendar.isWorkday(today)) return
  callRoll(life, random)
  const recruiters = readTeam(life).recruiters.length
  for (let left = howMany(random, (recruiters * rates.requisitions) / 5); left > 0; left--) errand('draft', atWork())
  if (random.chance(rates.locations / workingYear)) errand('location', atWork())
  for (let left = howMany(random, (people * rates.deletions) / workingYear); left > 0; left--)
    errand('forget', atWork())
}

/** Jobs and applications that others made or changed, or that were there before life began, get a plan. */
function notice(life: Life, since: number | undefined): void {
  const jobs =
    since === undefined ? [...life.context.store.each('job')].map(({ id }) => id) : changed(life, 'job', since)
  for (const id of jobs) {
    if (life.agenda.get('job', id) !== undefined) continue
    const plan = planJob(life, id)
    if (plan !== undefined) life.agenda.set('job', id, plan)
  }
  if (since === undefined) {
    for (const id of jobs) pickUp(life, id)
    return
  }
  const waiting = `AND status IN (${life.pipeline.waiting.map((id) => `'${id}'`).join(', ')})`
  for (const id of changed(life, 'applicantworkflow', since, waiting)) {
    if (life.agenda.get('applicantworkflow', id) === undefined) planStep(life, id)
  }
}

function changed({ context }: Life, type: 'job' | 'applicantworkflow', since: number, condition = ''): number[] {
  const query = `SELECT id FROM temp.${type} WHERE updateddate >= ? ${condition.replace('status', '+status')} ORDER BY id`
  return selectIds(context.store, query, since)
}

/** Applicants whom somebody still thinks of when life begins, one in so many, and the working days it takes until then. */
const remembered = 0.3
const backlogDays = 12

function pickUp(life: Life, job: number): void {
  const folder = life.context.store.get('job', job)?.folder
  if (folder !== approved && folder !== onHold) return
  for (const id of findWaiting(life, job)) {
    const random = life.random('pick up', id)
    if (random.chance(remembered)) planStep(life, id, random.int(0, backlogDays))
  }
}
