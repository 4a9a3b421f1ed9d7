import { createProfile, updateProfile } from '../profiles/write.ts'
import { career } from '../seed/career.ts'
import { homeAddress, mailAddress, phones } from '../seed/contact.ts'
import { families } from '../seed/data/families.ts'
import type { Random } from '../seed/random.ts'
import type { Plan } from './agenda.ts'
import { makeNames } from './applicants.ts'
import { toBody } from './bodies.ts'
import { approved, draft, onHold, pending } from './folders.ts'
import { actor, type Life } from './life-context.ts'
import { dayName, jobName, personName } from './names.ts'
import { isAtWork, isHere, meetTeam, pickRecruiter, readTeam, setAway } from './team.ts'

/** Working days in a year, nearly. */
export const workingYear = 260
/** A team smaller than this lets nobody go. */
const fewest = 2

/** Who goes on holiday today, and who leaves for good. */
export function callRoll(life: Life, random: Random): void {
  const { recruiters, managers } = readTeam(life)
  for (const id of [...recruiters, ...managers.map((manager) => manager.id)]) {
    if (random.chance(life.rates.holidays / workingYear) && isAtWork(life, id)) goOnHoliday(life, id, random)
  }
  const leaver = recruiters.find(() => random.chance(life.rates.turnover / workingYear))
  if (leaver !== undefined && isHere(life, leaver) && recruiters.length > fewest) leave(life, leaver, random)
}

function goOnHoliday(life: Life, id: number, random: Random): void {
  const { calendar, agenda } = life
  const back = calendar.workday(life.now(), random.pick([1, 2, 3, 5, 5, 10]))
  setAway(life, id, true)
  agenda.set('user', id, { due: calendar.at(back, 8 * 60 + random.int(30, 59)), kind: 'return' })
  life.tell('holiday', `${personName(life, id)} is on holiday until ${dayName(back)}`, { by: id })
}

export function comeBack(life: Life, id: number): undefined {
  setAway(life, id, false)
  if (isHere(life, id)) life.tell('back', `${personName(life, id)} is back from holiday`, { by: id })
}

/** A recruiter leaves: the jobs change hands one by one, and some weeks later somebody new comes. */
function leave(life: Life, id: number, random: Random): void {
  const { context, calendar, agenda } = life
  agenda.drop('user', id)
  setAway(life, id, false)
  updateProfile(context, 'person', id, { folder: { id: 'D32012' } }, actor(undefined))
  meetTeam(life)
  const jobs = context.store
    .find('job', { folder: [draft, pending, approved, onHold] })
    .filter((job) => context.store.get('job', job)?.recruiter === id)
  life.tell('left', `${personName(life, id)} left the company`, { by: id })
  for (const job of jobs) {
    const heir = pickRecruiter(life, random)
    if (heir === undefined) break
    updateProfile(context, 'job', job, { recruiter: heir }, actor(heir))
    life.tell('handed-over', `${personName(life, heir)} took over ${jobName(life, job)}`, { by: heir, job })
  }
  const due = calendar.workMoment(random, life.now(), random.int(10, 35))
  agenda.set('errand', context.store.next('errand'), { due, kind: 'join' })
}

/** A new recruiter's first day. */
export function join(life: Life, _: Plan, random: Random): void {
  const { context } = life
  const story = life.story()
  const { first, last } = makeNames(life, random)
  const city = random.pick(story.place.cities)
  const email = mailAddress(random, first, last, context.store.last('person') + 1)
  const [group] = context.lists.match('lists.client_group', 'Recruiter')
  if (group === undefined) return
  const person = {
    firstname: first,
    lastname: last,
    email,
    phones: phones(story, random, city),
    addresses: [homeAddress(story, random, city)],
    ...career(story, random, families.find(({ name }) => name === 'people')!, 1),
    folder: 'D32011',
    login: email.split('@')[0]!,
    logingroup: group.id,
    isfullaccessuser: 'Yes',
  }
  const { id } = createProfile(context, 'person', toBody(life, 'person', person as never), actor(undefined))
  meetTeam(life)
  life.tell('joined', `${personName(life, id)} joined the recruiters`, { by: id })
}
