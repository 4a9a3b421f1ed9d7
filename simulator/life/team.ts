import type { Site } from '../seed/companies.ts'
import type { Random } from '../seed/random.ts'
import type { ProfileData } from '../store/store.ts'
import type { Plan } from './agenda.ts'
import type { Life } from './life-context.ts'
import { tradeOf } from './names.ts'

/** The platform's users as hiring needs them: who recruits, and who hires for which line of work. */
export type Team = {
  recruiters: readonly number[]
  managers: readonly { id: number; family: string }[]
  /** Who is on holiday. */
  away: readonly number[]
}

/** The place among the tenant's own plans where its team is kept, so that nobody has to look through all people. */
const teamPlan = 1
/** Where people who sign in are put while they work here. */
const active = 'D32011'
export const left = 'D32012'

export function readTeam({ agenda }: Life): Team {
  const plan = agenda.get('tenant', teamPlan)
  return (plan?.team as Team | undefined) ?? { recruiters: [], managers: [], away: [] }
}

/** Looks who is on the team, now and each Monday. */
export function meetTeam(life: Life): void {
  life.agenda.set('tenant', teamPlan, planTeam(life))
}

export function planTeam(life: Life): Plan {
  const { calendar } = life
  const today = calendar.dayOf(life.now())
  const monday = today + 7 - ((today + 3) % 7)
  return { due: calendar.at(monday, 5 * 60), kind: 'meet', team: findTeam(life) }
}

function findTeam(life: Life): Team {
  const { store, lists } = life.context
  const members = (group: string): number[] =>
    lists
      .match('lists.client_group', group)
      .flatMap(({ id }) => store.find('person', { logingroup: id }))
      .filter((id) => isActive(store.get('person', id)))
  const managers = members('Hiring Manager').map((id) => {
    const trade = tradeOf(store.get('person', id)?.jobtitle)
    return { id, family: trade?.family.name ?? '' }
  })
  return { recruiters: members('Recruiter'), managers, away: readTeam(life).away }
}

function isActive(person: ProfileData | undefined): boolean {
  return person?.folder === active
}

/** Notes that somebody is on holiday, or back. */
export function setAway(life: Life, id: number, isAway: boolean): void {
  const plan = life.agenda.get('tenant', teamPlan)
  if (plan === undefined) return
  const team = readTeam(life)
  const others = team.away.filter((other) => other !== id)
  life.agenda.set('tenant', teamPlan, { ...plan, team: { ...team, away: isAway ? [...others, id] : others } })
}

/** Whether somebody is still with the company. */
export function isHere({ context }: Life, id: unknown): id is number {
  return typeof id === 'number' && isActive(context.store.get('person', id))
}

/** Whether somebody may act for the company: still there, and not on holiday. */
export function isAtWork(life: Life, id: unknown): id is number {
  return isHere(life, id) && !readTeam(life).away.includes(id)
}

/** Who does a recruiter's work on a job now: its recruiter, or a colleague while that one is away. */
export function recruiterOf(life: Life, job: ProfileData, id: number): number | undefined {
  if (isAtWork(life, job.recruiter)) return job.recruiter
  return pickRecruiter(life, life.random('cover', id, Number(job.recruiter)))
}

/** Who hires for a job, or the recruiter where nobody does. */
export function managerOf(life: Life, job: ProfileData, id: number): number | undefined {
  return isAtWork(life, job.hiringmanager) ? job.hiringmanager : recruiterOf(life, job, id)
}

/** Somebody who hires for a line of work, or failing that for another one; not this person if there are others. */
export function pickManager(life: Life, random: Random, family: string, other?: unknown): number | undefined {
  const all = readTeam(life).managers
  const own = all.filter((manager) => manager.family === family && manager.id !== other)
  const others = all.filter(({ id }) => id !== other)
  return [own, others, all].reduce(
    (found: number | undefined, from) =>
      found ??
      pickAtWork(
        life,
        random,
        from.map(({ id }) => id),
      ),
    undefined,
  )
}

/** A recruiter for something new. */
export function pickRecruiter(life: Life, random: Random): number | undefined {
  return pickAtWork(life, random, readTeam(life).recruiters)
}

/** How many are asked before nobody is thought to be there. */
const tries = 12

function pickAtWork(life: Life, random: Random, people: readonly number[]): number | undefined {
  for (let i = 0; i < tries && people.length > 0; i++) {
    const id = random.pick(people)
    if (isAtWork(life, id)) return id
  }
  return people.find((id) => isAtWork(life, id))
}

/** The locations that jobs can be at; the last one is for those who work from home, if there is one. */
export function readSites(life: Life): Site[] {
  const { context } = life
  const { place } = life.story()
  const found = [...context.store.each('company')].flatMap(({ id: companyid, data: company }): Site[] => {
    const [address] = (company.addresses ?? []) as readonly { entry: number; addresscity?: string }[]
    if (address === undefined || company.folder !== 'D33001') return []
    const city = place.cities.find((one) => one.city === address.addresscity) ?? place.cities[0]!
    return [{ companyid, entry: address.entry, city, remote: company.name === place.remote.name }]
  })
  return [...found.filter(({ remote }) => !remote), ...found.filter(({ remote }) => remote)]
}
