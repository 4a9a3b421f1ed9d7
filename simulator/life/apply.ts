import { createProfile } from '../profiles/write.ts'
import { day } from '../seed/calendar.ts'
import { type Source, sources } from '../seed/data/sources.ts'
import type { Random } from '../seed/random.ts'
import { type Applicant, findKnown, register, wake } from './applicants.ts'
import { toBody } from './bodies.ts'
import { pickByShare } from './chance.ts'
import { actor, type Life } from './life-context.ts'
import { jobName, personName, type Trade, tradeOfJob } from './names.ts'
import { planStep } from './steps.ts'

/** How somebody heard of a job in this line of work. */
export function pickSource(random: Random, { family }: Trade): Source {
  return pickByShare(
    random,
    sources.filter((source) => source.family === undefined || source.family === family.name),
  )
}

/** Somebody finds a job and applies: known to the tenant or new to it. */
export function attract(life: Life, random: Random, job: number): void {
  const trade = tradeOfJob(life, job, life.context.store.get('job', job)!)
  const source = pickSource(random, trade)
  const known = random.chance(life.rates.returning) ? findKnown(life, random, job, trade) : undefined
  const twice =
    known === undefined && random.chance(life.rates.duplicates) ? findKnown(life, random, job, trade) : undefined
  const applicant = known ?? register(life, random, trade, source, namesOf(life, twice))
  if (known !== undefined) wake(life, known)
  apply(life, job, applicant, source)
  if (twice !== undefined) {
    // Somebody notices in the next weeks that this is one person.
    const due = life.calendar.workMoment(random, life.now(), random.int(3, 15))
    life.agenda.set('person', applicant.person, { due, kind: 'merge', into: twice.person })
  }
}

function namesOf({ context }: Life, known: Applicant | undefined): { first: string; last: string } | undefined {
  if (known === undefined) return undefined
  const { firstname, lastname } = context.store.get('person', known.person)!
  return { first: String(firstname), last: String(lastname) }
}

/**
 * Puts somebody on a job, with the first status of the way they came.
 *
 * @returns the workflow.
 * @throws IcimsError when they are on it already.
 */
export function apply(life: Life, job: number, applicant: Applicant, source: Source): number {
  const { context, pipeline } = life
  const { person, isEmployee } = applicant
  const way = isEmployee ? 'internal' : source.kind === 'Employee Referral' ? 'submitted' : 'external'
  const status = pipeline.first(way)?.id
  const { id } = createProfile(
    context,
    'applicantworkflow',
    {
      ...toBody(life, 'applicantworkflow', {}),
      baseprofile: job,
      associatedprofile: person,
      ...(status !== undefined && { status: { id: status } }),
      source: source.kind,
      sourcename: source.name,
    },
    actor(undefined),
  )
  const how = isEmployee ? 'from inside' : applicant.isNew ? source.name : `${source.name}, known before`
  life.tell('applied', `${personName(life, person)} applied for ${jobName(life, job)} (${how})`, {
    person,
    job,
    workflow: id,
  })
  planStep(life, id)
  return id
}

/**
 * How many of a hundred applicants to a posting come in each week after it went up, and in every later week. The project's own
 * choice: a new posting is on top of every list.
 */
const weeks = [30, 20, 14, 10, 7, 5, 4, 3, 2]
const later = 0.6

/** When the next applicant to a posting comes. */
export function nextApplicant(life: Life, random: Random, job: number, posted: number): number | undefined {
  const total = life.rates.applicants * appealOf(life, job)
  const now = life.now()
  return life.calendar.nextVisit(random, now, (days) => {
    const week = Math.floor((now + days * day - posted) / (7 * day))
    return (total * (weeks[Math.max(0, week)] ?? later)) / 100 / 7
  })
}

/** How much better than others a job draws applicants: 0.55 to 1.65, more for what is done from home. */
function appealOf(life: Life, id: number): number {
  const job = life.context.store.get('job', id)!
  const { rung } = tradeOfJob(life, id, job)
  const fromHome = /remote|hybrid/i.test(String(job.jobtitle)) ? 0.25 : 0
  return life.random('appeal', id).int(55, 140) / 100 + fromHome - rung * 0.04
}
